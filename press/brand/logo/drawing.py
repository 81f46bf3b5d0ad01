"""A drawing: what a logo paints, piece by piece, from the back to the front, as plain data.

The unit is the point (1/72 inch), the origin the lower left corner, as in PDF.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot, inf

from press.pdf.graphics.colour_operators import Colour

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top
Steps = tuple[tuple[str, tuple[float, ...]], ...]  # PDF's path operators: m, l, c, h, re

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
NOWHERE: Box = (inf, inf, -inf, -inf)


@dataclass(frozen=True)
class Outline:
    """A path in its own units, and how it is laid on the page."""

    steps: Steps
    matrix: Matrix = IDENTITY
    even_odd: bool = False

    @property
    def box(self) -> Box:
        """Around all its points, on the page."""
        return box_of(at(self.matrix, x, y) for x, y in points(self.steps))

    @property
    def on_page(self) -> "Outline":
        """The same in the page's units."""
        if self.matrix == IDENTITY:
            return self
        return Outline(tuple(_moved(self.steps, self.matrix)), IDENTITY, self.even_odd)


@dataclass(frozen=True)
class Pen:
    """A line: width and dashes in the units of its path."""

    width: float
    cap: int = 0
    join: int = 0
    miter: float = 10.0
    dash: tuple[tuple[float, ...], float] = ((), 0.0)


@dataclass(frozen=True)
class Gradient:
    """From colour to colour along a line, or between two circles; `matrix` lays `coordinates` on the page."""

    radial: bool
    coordinates: tuple[float, ...]
    matrix: Matrix
    stops: tuple[tuple[float, Colour], ...]

    @property
    def space(self) -> str:
        return self.stops[0][1].space


Paint = Colour | Gradient


@dataclass(frozen=True)
class Piece:
    """An outline that is filled, or drawn along with a pen; seen inside of all `clips` alone."""

    outline: Outline
    paint: Paint
    pen: Pen | None = None
    clips: tuple[Outline, ...] = ()
    alpha: float = 1.0
    blend: str = "Normal"

    @property
    def box(self) -> Box:
        """What it may cover at most."""
        left, bottom, right, top = self.outline.box
        if self.pen:
            reach = (
                self.pen.width
                / 2
                * max(self.pen.miter if self.pen.join == 0 else 1.0, 2**0.5)
                * largest(self.outline.matrix)
            )
            left, bottom, right, top = left - reach, bottom - reach, right + reach, top + reach
        for clip in self.clips:
            other = clip.box
            left, bottom, right, top = (
                max(left, other[0]),
                max(bottom, other[1]),
                min(right, other[2]),
                min(top, other[3]),
            )
        return left, bottom, right, top


@dataclass(frozen=True)
class Group:
    """Pieces that are painted as one."""

    parts: tuple["Part", ...]
    alpha: float = 1.0
    blend: str = "Normal"
    isolated: bool = False


Part = Piece | Group


@dataclass(frozen=True)
class Drawing:
    """What a page of `width` × `height` pt shows."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    see_through: bool = False  # whether something in it was, and has been laid on white


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix for two."""
    a, b, c, d, e, f = first
    (x, y), (o, p, q, r, *_) = at(then, e, f), then
    return a * o + b * q, a * p + b * r, c * o + d * q, c * p + d * r, x, y


def smallest(matrix: Matrix) -> float:
    """How much a matrix shrinks what it shrinks most."""
    return _scales(matrix)[0]


def largest(matrix: Matrix) -> float:
    """How much a matrix stretches what it stretches most."""
    return _scales(matrix)[1]


def _scales(matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, *_ = matrix
    middle, spread = (a * a + b * b + c * c + d * d) / 2, hypot((a * a + b * b - c * c - d * d) / 2, a * c + b * d)
    return max(middle - spread, 0.0) ** 0.5, (middle + spread) ** 0.5


def points(steps: Steps) -> Iterator[tuple[float, float]]:
    """Every point of a path, those that pull its curves included."""
    for op, numbers in steps:
        if op == "re":
            x, y, width, height = numbers
            yield from ((x, y), (x + width, y + height))
            yield from ((x + width, y), (x, y + height))
        else:
            yield from zip(numbers[::2], numbers[1::2])


def box_of(found: Iterable[tuple[float, float]]) -> Box:
    """Around points."""
    left, bottom, right, top = NOWHERE
    for x, y in found:
        left, bottom, right, top = min(left, x), min(bottom, y), max(right, x), max(top, y)
    return left, bottom, right, top


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have more than an edge in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def holds(outer: Box, inner: Box, slack: float = 1e-3) -> bool:
    """Whether one box lies in another."""
    return all(a - slack <= b for a, b in zip(outer[:2], inner[:2])) and all(
        a + slack >= b for a, b in zip(outer[2:], inner[2:])
    )


def _moved(steps: Steps, matrix: Matrix) -> Iterator[tuple[str, tuple[float, ...]]]:
    for op, numbers in steps:
        if op == "re":
            x, y, width, height = numbers
            corners = (x, y), (x + width, y), (x + width, y + height), (x, y + height)
            for step, corner in zip("mlll", corners):
                yield step, at(matrix, *corner)
            yield "h", ()
        else:
            yield op, tuple(part for pair in zip(numbers[::2], numbers[1::2]) for part in at(matrix, *pair))


def rectangle(box: Box) -> Outline:
    left, bottom, right, top = box
    return Outline((("re", (left, bottom, right - left, top - bottom)),))
