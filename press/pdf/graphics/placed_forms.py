"""Pages put together from shared objects: a content stream that draws parts at places, and does nothing else."""

import re

Placed = tuple[str, float, float]  # a part's name among the page's resources, and where its origin lies, in pt

_MARK = rb"(?:/(\w+) Do|q 1 0 0 1 (-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?) cm/(\w+) Do Q)"
_ONE = re.compile(_MARK)
_ALL = re.compile(rb"(?:%b(?:\n|$))+" % re.sub(rb"\((?!\?)", rb"(?:", _MARK))


def read_placed(content: bytes) -> tuple[Placed, ...] | None:
    """The parts of a page in the order they are drawn; None if its stream does anything else as well."""
    if not _ALL.fullmatch(content):
        return None
    return tuple(
        (alone.decode(), 0.0, 0.0) if alone else (name.decode(), float(x), float(y))
        for alone, x, y, name in _ONE.findall(content)
    )
