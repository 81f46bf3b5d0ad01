"""Outlines of glyphs: whether one draws anything, and how thick the upright strokes of letters are."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

Point = tuple[float, float]

UPRIGHT = "HIhilmnru"  # letters that stand on straight stems
AT = 0.25  # of the em over the baseline: above feet, below arches
STEPS = 8  # straight parts that a curve is taken for
_DEEPEST = 8  # parts of parts
_PARTS = b"\x80"  # where a glyph begins so or with more, it is made of others: its number of outlines is negative


def draws(font: TTFont, glyph: int | str, depth: int = 0) -> bool:
    """Whether a glyph, by number or by name, has an outline."""
    name = font.getGlyphName(glyph) if isinstance(glyph, int) else glyph
    if "glyf" in font:
        if name not in font["glyf"]:
            return False
        data = getattr(font["glyf"].glyphs[name], "data", None)  # as long as nobody took the glyph apart
        if data is not None and data[:1] < _PARTS:
            return _simple_draws(data)
        outline = font["glyf"][name]
        if outline.isComposite() and depth < _DEEPEST:
            return any(draws(font, part.glyphName, depth + 1) for part in outline.components)
        return bool(outline.numberOfContours > 0)
    table = "CFF " if "CFF " in font else "CFF2"
    charstrings = font[table].cff.topDictIndex[0].CharStrings
    pen = RecordingPen()
    if name in charstrings:
        charstrings[name].draw(pen)
    return bool(pen.value)


@lru_cache(maxsize=4096)  # the files of an order show the same letters
def _simple_draws(data: bytes) -> bool:
    """Whether a glyph that is not made of others has an outline; all of it is read."""
    glyph = Glyph(data)
    glyph.expand(None)
    return bool(glyph.numberOfContours > 0)


def thinnest_stem(outlines: Sequence[Any], units: float) -> float | None:
    """The thinnest upright stroke of some letters, in parts of the em; None if none of them is cut at that height.

    `outlines` are what fontTools records of glyphs (pen operators with their points), in font units.
    """
    widths = [width for outline in outlines for width in _widths(outline, AT * units)]
    return min(widths) / units if widths else None


def _widths(outline: Any, y: float) -> Iterator[float]:
    """Between where a level line enters a glyph and leaves it; parts of a glyph may overlap (non-zero winding)."""
    crossings = sorted(
        (x0 + (x1 - x0) * (y - y0) / (y1 - y0), 1 if y1 > y0 else -1)
        for (x0, y0), (x1, y1) in _segments(outline)
        if (y0 <= y) != (y1 <= y)
    )
    winding, entered = 0, 0.0
    for x, turn in crossings:
        if winding == 0:
            entered = x
        winding += turn
        if winding == 0 and x > entered:
            yield x - entered


def _segments(outline: Any) -> Iterator[tuple[Point, Point]]:
    start = here = (0.0, 0.0)
    for op, points in outline:
        if op == "moveTo":
            start = here = points[0]
        elif op == "lineTo":
            yield here, points[0]
            here = points[0]
        elif op == "qCurveTo":
            if points[-1] is None:  # a closed curve that goes through none of its controls
                start = here = _middle(points[-2], points[0])
                points = (*points[:-1], here)
            for control, end in decomposeQuadraticSegment(points):
                yield from _chords(here, control, control, end, cubic=False)
                here = end
        elif op == "curveTo":
            b, c, d = points
            yield from _chords(here, b, c, d, cubic=True)
            here = points[-1]
        elif here != start:
            yield here, start
            here = start


def _chords(a: Point, b: Point, c: Point, d: Point, cubic: bool) -> Iterator[tuple[Point, Point]]:
    before = a
    for step in range(1, STEPS + 1):
        t = step / STEPS
        s = 1 - t
        weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3) if cubic else (s * s, 2 * s * t, 0.0, t * t)
        point = (
            sum(weight * one[0] for weight, one in zip(weights, (a, b, c, d))),
            sum(weight * one[1] for weight, one in zip(weights, (a, b, c, d))),
        )
        yield before, point
        before = point


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
