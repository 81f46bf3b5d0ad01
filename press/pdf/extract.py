"""An extract: a small PDF of some pages of a large one, with all their objects as they are.

Libraries read the whole page tree to copy or to render a single page of it; this reads what the pages draw.
"""

import re
from collections.abc import Iterable

from pikepdf import Pdf, Stream

from press.pdf.page_tree import page_dict

_REFERENCE = re.compile(rb"(?<![\d.])(\d+) 0 R\b")
_UPWARDS = re.compile(rb"/(?:Parent|P) \d+ 0 R")  # from pages and their annotations into the tree
_FIRST = 3  # after catalog and tree


def extract(pdf: Pdf, pages: Iterable[int]) -> bytes:
    """Those pages (from 0), in the order given, as a file of their own. Raises IndexError where there is none."""
    tops = [page_dict(pdf, page).objgen[0] for page in pages]
    objects = _reached(pdf, tops)
    numbers = {old: new for new, old in enumerate(objects, _FIRST)}
    kids = b" ".join(b"%d 0 R" % numbers[top] for top in tops)
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(tops), kids),
            *(
                _REFERENCE.sub(lambda found: b"%d 0 R" % numbers[int(found[1])], _UPWARDS.sub(b"", entries)) + stream
                for entries, stream in objects.values()
            ),
        ]
    )


def _reached(pdf: Pdf, tops: list[int]) -> dict[int, tuple[bytes, bytes]]:
    """The pages and everything they point at, but for the tree above them: entries and stream, by number."""
    found: dict[int, tuple[bytes, bytes]] = {}
    waiting = list(reversed(tops))
    while waiting:
        number = waiting.pop()
        if number not in found:
            thing = pdf.get_object(number, 0)
            stream = isinstance(thing, Stream)
            entries = (thing.stream_dict if stream else thing).unparse(resolved=True)
            found[number] = entries, b"stream\n%b\nendstream" % thing.read_raw_bytes() if stream else b""
            waiting += map(int, _REFERENCE.findall(_UPWARDS.sub(b"", entries)))
    return found


def _file(objects: list[bytes]) -> bytes:
    """Objects numbered from 1; the first is the catalog."""
    data, offsets = bytearray(b"%PDF-1.6\n"), list[bytes]()
    for number, body in enumerate(objects, 1):
        offsets.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, size = len(data), len(objects) + 1
    return b"%bxref\n0 %d\n0000000000 65535 f \n%btrailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        bytes(data),
        size,
        b"".join(offsets),
        size,
        start,
    )
