"""How thick a path is, by its operators as they stand in a content stream."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from press.pdf.graphics.content_stream import SEGMENTS

THIN_PT = 1.0  # areas thinner than this are rules, and looked at as strokes
_SEGMENT = re.compile(rb"([^a-z]*+)([a-z]++)\s*+")
_PLAIN = re.compile(rb"\s*+(?:(?:[-+.0-9]++\s++){2}m\s(?:(?:[-+.0-9]++\s++){2}(?:(?:[-+.0-9]++\s++){4}c|l)\s|h\s)*+)++")
_NUMBERS = bytes.maketrans(b"mlch", b"    ")


class Extent(Protocol):
    """Of a path."""

    @property
    def thickest(self) -> float: ...

    @property
    def thinness(self) -> float: ...


class Path:
    """The extent of the current path, in its own units."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self._xs: list[float] = []
        self._ys: list[float] = []
        self._starts: list[int] = []  # of subpaths

    def add(self, op: str, operands: Iterable[Any]) -> None:
        """Goes on by an operator; what is no segment adds nothing."""
        if op in ("m", "re"):
            self._starts.append(len(self._xs))
        if op == "re":
            x, y, width, height = map(float, operands)
            self._xs += (x, x + width)
            self._ys += (y, y + height)
        elif op in SEGMENTS:
            numbers = [*map(float, operands)]
            self._xs += numbers[::2]
            self._ys += numbers[1::2]

    @property
    def thickest(self) -> float:
        """The shorter side of its largest subpath."""
        ends = [*self._starts[1:], len(self._xs)]
        return max((self._shorter(slice(start, end)) for start, end in zip(self._starts, ends)), default=0.0)

    def _shorter(self, part: slice) -> float:
        xs, ys = self._xs[part], self._ys[part]
        return min(max(xs) - min(xs), max(ys) - min(ys))

    @property
    def thinness(self) -> float:
        """Its shorter side."""
        return self._shorter(slice(None)) if self._xs else THIN_PT


class PathExtent(NamedTuple):
    """The shorter side of a path, and that of its largest subpath, in its own units; of how many segments it is."""

    thinness: float
    thickest: float
    segments: int


@lru_cache(maxsize=1024)  # the codes and frames of one page are those of the next
def path_extent(written: bytes) -> PathExtent:
    """Of a path's segments, one after the other."""
    if _PLAIN.fullmatch(written):
        return _of_subpaths(written)
    path, segments = Path(), _SEGMENT.findall(written)
    for operands, operator in segments:
        path.add(operator.decode(), operands.split())
    return PathExtent(path.thinness, path.thickest, len(segments))


def _of_subpaths(written: bytes) -> PathExtent:
    """The point that begins a subpath stands before its operator: at the end of what was cut off."""
    thickest, all_xs, all_ys = 0.0, list[float](), list[float]()
    begin, *rest = (list(map(float, part.translate(_NUMBERS).split())) for part in written.split(b"m"))
    for place, part in enumerate(rest, 1):
        points = begin + (part if place == len(rest) else part[:-2])
        xs, ys = points[::2], points[1::2]
        thickest = max(thickest, min(max(xs) - min(xs), max(ys) - min(ys)))
        all_xs += xs
        all_ys += ys
        begin = part[-2:]
    thinness = min(max(all_xs) - min(all_xs), max(all_ys) - min(all_ys))
    return PathExtent(thinness, thickest, sum(written.count(operator) for operator in (b"m", b"l", b"c", b"h")))
