"""Pages put together from shared objects: a content stream that draws parts at places, and does nothing else."""

import re
from functools import lru_cache

Placed = tuple[str, float, float]  # a part's name among the page's resources, and where its origin lies, in pt

_LINE = re.compile(rb"/(\w+) Do|q 1 0 0 1 (-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?) cm/(\w+) Do Q")


def read_placed(content: bytes) -> tuple[Placed, ...] | None:
    """The parts of a page in the order they are drawn; None if its stream does anything else as well."""
    lines = content.removesuffix(b"\n").split(b"\n")
    placed = tuple([one for line in lines if (one := _placed(line)) is not None])
    return placed if len(placed) == len(lines) else None


@lru_cache(maxsize=16384)  # pages put the same parts at the same places
def _placed(line: bytes) -> Placed | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    alone, x, y, name = match.groups()
    return (alone.decode(), 0.0, 0.0) if alone else (name.decode(), float(x), float(y))
