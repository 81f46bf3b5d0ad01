"""Saving: a PDF's bytes, compact, and the same on every machine.

qpdf lays out the file but compresses nothing: see press.system.compression. The containers it makes itself, object
streams and the cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), are packed afterwards.
"""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

from pikepdf import Name, Object, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel

from press.pdf.graphics.patterns import first_match
from press.system.compression import packed

LINE_ENDS = (b"\r", b"\n")
FILLER = b" "  # means nothing after any kind of data, and 32 more is no line end
_CONTAINER = re.compile(rb"\d+ 0 obj\n<< /Type /ObjStm ")
_STREAM = re.compile(rb"/Length (\d+)(.*?>>)\nstream\n", re.DOTALL)
_WIDTHS = re.compile(rb"/W \[ (\d) (\d) (\d) \]")
_BYTES = (1, 4, 2)  # of an entry: offsets up to 4 GB
_FREE = (65535, 0)  # generations of object 0, which is none: either will do, and they give the stream another end
_IN_FILE = 1  # an entry's type: an object that stands in the file itself

Entry = tuple[int, int, int]  # type; offset or container; place in the container


def saved(pdf: Pdf, objects: ObjectStreamMode = ObjectStreamMode.generate, **options: Any) -> bytes:
    """The file's bytes, its streams packed. `options` go to pikepdf's `save`."""
    for thing in pdf.objects:
        pack(thing)
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        compress_streams=False,
        stream_decode_level=StreamDecodeLevel.none,
        object_stream_mode=objects,
        **options,
    )
    return _with_containers_packed(out.getvalue()) if objects == ObjectStreamMode.generate else out.getvalue()


def saved_plainly(pdf: Pdf) -> bytes:
    """The file's bytes, compact, with no stream that ends in a line end: to strict readers it looks one byte shorter.

    ISO 19005-3, 6.1.7.1 wants /Length to agree with what lies before the line end in front of `endstream`. A compressed
    stream ends with a checksum, whose last byte may by chance be a line end.
    """
    for thing in pdf.objects:
        pack(thing)
        if isinstance(thing, Stream) and thing.read_raw_bytes()[-1:] in LINE_ENDS:
            thing.write(thing.read_bytes() + FILLER)
            pack(thing)
    return saved(pdf, fix_metadata_version=False)


def pack(thing: Object) -> None:
    """Packs a stream that is not; XMP stays as it is, for everybody to find."""
    if isinstance(thing, Stream) and "/Filter" not in thing and thing.get("/Type") != Name.Metadata:
        thing.write(packed(thing.read_raw_bytes()), filter=Name.FlateDecode)


def _with_containers_packed(file: bytes) -> bytes:
    table = int(first_match(rb"startxref\n(\d+)\n%%EOF\n$", file)[1])
    entries = _entries(file[table:])
    starts = sorted({second for kind, second, _ in entries if kind == _IN_FILE} | {table})
    body = bytearray(file[: starts[0]])
    moved: dict[int, int] = {}
    for start, end in pairwise(starts):
        moved[start] = len(body)
        part = file[start:end]
        body += _packed_container(part) if _CONTAINER.match(part) else part
    moved[table] = len(body)
    placed = [(kind, moved[second] if kind == _IN_FILE else second, third) for kind, second, third in entries]
    return bytes(body) + _packed_table(file[table:], placed, len(body))


def _entries(table: bytes) -> list[Entry]:
    one, two, three = map(int, first_match(_WIDTHS, table).groups())
    _, data, _ = _split(table)
    rows = (data[at : at + one + two + three] for at in range(0, len(data), one + two + three))
    number = int.from_bytes
    return [(number(row[:one]), number(row[one : one + two]), number(row[one + two :])) for row in rows]


def _packed_container(part: bytes) -> bytes:
    _, data, _ = _split(part)
    while (stream := packed(data))[-1:] in LINE_ENDS:
        data += b" "  # after the last object, where it means nothing
    return _filled(part, stream)


def _packed_table(part: bytes, entries: list[Entry], start: int) -> bytes:
    for generation in _FREE:
        rows = [(0, 0, generation), *entries[1:]]
        stream = packed(
            b"".join(b"".join(number.to_bytes(width) for number, width in zip(row, _BYTES)) for row in rows)
        )
        if stream[-1:] not in LINE_ENDS:
            break
    part = _WIDTHS.sub(b"/W [ %d %d %d ]" % _BYTES, part, count=1)
    return re.sub(rb"startxref\n\d+", b"startxref\n%d" % start, _filled(part, stream))


def _filled(part: bytes, stream: bytes) -> bytes:
    """An object that is a plain stream, with a packed one in its place."""
    length, _, rest = _split(part)
    return b"%b/Length %d /Filter /FlateDecode%b\nstream\n%b%b" % (
        part[: length.start()],
        len(stream),
        length[2],
        stream,
        rest,
    )


def _split(part: bytes) -> tuple[re.Match[bytes], bytes, bytes]:
    """An object that is a stream: where its dictionary tells the length, its data, what follows."""
    length = first_match(_STREAM, part)
    end = length.end() + int(length[1])
    return length, part[length.end() : end], part[end:]
