"""Where the marks of a page lie: glyphs by their ink, rules by their strokes, areas by their extent.

In pt from the page's origin; `order` counts objects as they are painted, one over the other. Tuples, for a page has
thousands.
"""

from dataclasses import dataclass
from typing import NamedTuple

from press.pdf.page_boxes import Box
from press.pdf.rendered.path_shapes import Point, Ring


class Glyph(NamedTuple):
    character: str
    box: Box


class Run(NamedTuple):
    """What one text object shows: glyphs that were shaped together, with their baseline."""

    order: int
    baseline: float
    glyphs: tuple[Glyph, ...]
    box: Box

    @property
    def text(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)


class Area(NamedTuple):
    """A filled path's extent, or a straight part of a stroked one with the width of its stroke; `rings` bound what is
    filled, if that is known."""

    order: int
    box: Box
    rings: tuple[Ring, ...] = ()


class Slant(NamedTuple):
    """A slanted piece of a stroked path, or one of its curves': from point to point, half as wide as its stroke."""

    order: int
    ends: tuple[Point, Point]
    half: float
    box: Box


@dataclass(frozen=True)
class PageMarks:
    runs: tuple[Run, ...] = ()
    rules: tuple[Area, ...] = ()
    fills: tuple[Area, ...] = ()
    count: int = 0  # of objects
    slants: tuple[Slant, ...] = ()

    def moved(self, x: float, y: float, order: int = 0) -> "PageMarks":
        """The same marks at another place, painted after `order` others."""
        return PageMarks(
            tuple(
                Run(
                    run.order + order,
                    run.baseline + y,
                    tuple(Glyph(glyph.character, shifted(glyph.box, x, y)) for glyph in run.glyphs),
                    shifted(run.box, x, y),
                )
                for run in self.runs
            ),
            tuple(_moved(rule, x, y, order) for rule in self.rules),
            tuple(_moved(fill, x, y, order) for fill in self.fills),
            self.count + order,
            tuple(
                Slant(slant.order + order, _points_moved(slant.ends, x, y), slant.half, shifted(slant.box, x, y))
                for slant in self.slants
            ),
        )


def _moved(area: Area, x: float, y: float, order: int) -> Area:
    rings = tuple(tuple((px + x, py + y) for px, py in ring) for ring in area.rings)
    return Area(area.order + order, shifted(area.box, x, y), rings)


def _points_moved(ends: tuple[Point, Point], x: float, y: float) -> tuple[Point, Point]:
    (a, b), (c, d) = ends
    return (a + x, b + y), (c + x, d + y)


def shifted(box: Box, x: float, y: float) -> Box:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y
