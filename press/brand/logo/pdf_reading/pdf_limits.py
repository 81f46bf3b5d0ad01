"""What a PDF asks of its reader: a few kilobytes can unpack into gigabytes, ten forms can ask for a billion shapes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

import pikepdf
from pikepdf import Dictionary, Page, Pdf, Stream, settings

from press.brand.logo.references import total

MAX_CONTENT = 1_000_000  # bytes of drawing, unpacked
MAX_UNPACKED = 5_000_000  # bytes of one stream, whatever is in it
MAX_INSTRUCTIONS = 30_000  # counting what forms repeat; a detailed coat of arms has a third

Key = tuple[int, int]  # of an object in its file

_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")  # a name may write any letter so
_LZW = re.compile(
    rb"/LZW(Decode)?[\s/\]>]"
)  # a packing that grows without a limit one could set; PDF 1.2 has a better one


@contextmanager
def unpacking_limited() -> Iterator[None]:
    """In there, qpdf refuses streams that unpack into more than MAX_UNPACKED."""
    kinds = ("flate_max_memory", "run_length_max_memory", "png_max_memory", "tiff_max_memory", "dct_max_memory")
    limits: dict[str, Any] = dict.fromkeys(kinds, MAX_UNPACKED)
    before: dict[str, Any] = settings.set_qpdf_limits(**limits)
    try:
        yield
    finally:
        settings.set_qpdf_limits(**before)


def packed_without_limit(data: bytes) -> bool:
    """Whether a file holds a stream that no limit would stop. Looked for before anything is opened."""
    return bool(_LZW.search(_ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data)))


def instructions_of(stream: Any) -> Iterator[tuple[list[Any], str]]:
    """Operands and operator of each instruction; an inline image has no operands."""
    for one in pikepdf.parse_content_stream(stream):
        yield list(one.operands), str(one.operator)


def instructions(pdf: Pdf) -> float:
    """How many instructions the first page makes, forms included; infinite where one draws itself, or for too much."""
    page = pdf.pages[0]
    waiting: list[tuple[Any, Any]] = [(page, page.obj.get("/Resources", Dictionary()))]
    counts: dict[Key, int] = {}
    forms: dict[Key, list[Key]] = {}
    left = MAX_CONTENT
    while waiting:
        part, resources = waiting.pop()
        if (key := _key(part)) in counts:
            continue
        left -= sum(len(stream.read_bytes()) for stream in _streams(part))
        if left < 0:
            return inf
        found = list(instructions_of(part))
        drawn = [resources.XObject[operands[0]] for operands, op in found if op == "Do"]
        forms[key] = [_key(thing) for thing in drawn if thing.get("/Subtype") != "/Image"]
        counts[key] = len(found)
        waiting += [(thing, thing.get("/Resources", resources)) for thing in drawn if thing.get("/Subtype") != "/Image"]
    return total(_key(page), counts.__getitem__, forms.__getitem__)


def _key(part: Any) -> Key:
    return part.obj.objgen if isinstance(part, Page) else part.objgen


def _streams(part: Any) -> list[Any]:
    contents = part.obj.get("/Contents", []) if isinstance(part, Page) else part
    return [contents] if isinstance(contents, Stream) else list(contents)
