"""Stream ends: a stream whose last byte is a line end looks one byte shorter to strict readers.

ISO 19005-3, 6.1.7.1 wants /Length to agree with what lies before the line end in front of `endstream`.
A compressed stream ends with a checksum, and its last byte is the sum of the data: it may by chance be a line end.
"""

from pikepdf import Pdf, Stream

from press.pdf.saving import LINE_ENDS, pack, saved

FILLER = b" "  # means nothing after any kind of data, and 32 more is no line end


def saved_plainly(pdf: Pdf) -> bytes:
    """The file's bytes, compact, with no stream that ends in a line end."""
    for thing in pdf.objects:
        pack(thing)
        if isinstance(thing, Stream) and thing.read_raw_bytes()[-1:] in LINE_ENDS:
            thing.write(thing.read_bytes() + FILLER)
            pack(thing)
    return saved(pdf, fix_metadata_version=False)
