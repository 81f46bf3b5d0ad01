"""Stream ends: a stream whose last byte is a line end looks one byte shorter to strict readers.

ISO 19005-3, 6.1.7.1 wants /Length to agree with what lies before the line end in front of `endstream`.
A compressed stream ends with a checksum, which may by chance be a line end; one byte more of the
data, where it means nothing, gives another checksum.
"""

import re
from io import BytesIO

from pikepdf import ObjectStreamMode, Pdf, Stream

AMBIGUOUS = re.compile(rb"[\r\n]\r?\nendstream")


def saved_plainly(pdf: Pdf) -> bytes:
    """The file's bytes, compact, with no stream that ends in a line end."""
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.read_raw_bytes()[-1:] in (b"\r", b"\n"):
            thing.write(thing.read_bytes() + (b"\0" if "/Length1" in thing or "/Subtype" in thing else b"\n"))
    for mode in (ObjectStreamMode.generate, ObjectStreamMode.disable):
        out = BytesIO()
        pdf.save(out, deterministic_id=True, fix_metadata_version=False, object_stream_mode=mode)
        if not AMBIGUOUS.search(out.getvalue()):
            break
    return out.getvalue()
