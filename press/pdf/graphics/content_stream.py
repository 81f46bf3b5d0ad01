"""Content streams, operator by operator."""

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Object, Operator, Page, Stream

from press.pdf.graphics.stream_scanner import PATH, Operation, scan

Operands = list[Any]

INLINE = "INLINE IMAGE"  # as pikepdf names BI … EI
SEGMENTS = {"m", "l", "c", "v", "y", "re", "h"}  # what a path is made of


def operations(stream: Object | Page) -> list[Operation]:
    """What a page or a form draws: each operator with its operands as bytes, the segments of a path as one `PATH`.
    What the scanner does not know is read by pikepdf."""
    scanned = scan(content_of(stream))
    return scanned if scanned is not None else list(_read(pikepdf.parse_content_stream(stream)))


def instructions(stream: Object | Page) -> Iterator[tuple[Operands, Operator]]:
    """What a page or a form draws. An inline image comes as one instruction (`INLINE IMAGE`)."""
    for instruction in pikepdf.parse_content_stream(stream):
        yield list(instruction.operands), instruction.operator


def content_of(stream: Object | Page) -> bytes:
    """The bytes of a page's content, or of a form's."""
    thing = stream.obj if isinstance(stream, Page) else stream
    content = thing if isinstance(thing, Stream) else thing.get("/Contents", Array())
    return b"\n".join(part.read_bytes() for part in (content if isinstance(content, Array) else (content,)))


def _read(
    instructions: Iterable[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage],
) -> Iterator[Operation]:
    path = b""
    for instruction in instructions:
        name = str(instruction.operator)
        written = b"" if name == INLINE else pikepdf.unparse_content_stream([instruction])
        if name in SEGMENTS:
            path += written + b"\n"
            continue
        if path:
            yield PATH, path
            path = b""
        yield name, written[: len(written) - len(name.encode())]
    if path:
        yield PATH, path
