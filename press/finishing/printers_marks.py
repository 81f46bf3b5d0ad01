"""Printer's marks: crop, fold and cut marks in registration colour, on every plate, outside the bleed."""

from collections.abc import Iterable
from itertools import pairwise

from press.order.product import PageLines
from press.pdf.page_boxes import Geometry, pt

FOLD_DASHES = "[1.4 0.7] 0 d"  # pt: a fold is told from a cut
MARK_STROKE_PT = 0.25
MARK_GAP_MM = 1.0  # between bleed and mark, so that no mark shows in the bleed
REGISTRATION = "/All cs 1 scn /All CS 1 SCN"  # ISO 32000-1, 8.6.6.4: the colorant that marks every plate


def crop_marks(geometry: Geometry) -> bytes:
    """Two strokes at each corner, as a content stream in media coordinates (pt)."""
    strokes = [f"{MARK_STROKE_PT} w {REGISTRATION}"]
    for x in (0.0, geometry.width):
        strokes += _upright(geometry, x)
    for y in (geometry.height, 0.0):
        strokes += _level(geometry, y)
    return "\n".join(strokes).encode()


def line_marks(geometry: Geometry, lines: PageLines) -> bytes:
    """A stroke at either end of each fold, dashed, and of each cut, beyond the bleed, likewise."""
    strokes: list[str] = []
    for own, dashes in ((lines.cuts, "[] 0 d"), (lines.folds, FOLD_DASHES)):
        if own.x or own.y:
            strokes.append(dashes)
        strokes += [stroke for x in own.x for stroke in _upright(geometry, x)]
        strokes += [stroke for y in own.y for stroke in _level(geometry, y)]
    return "\n".join(strokes).encode()


def widest_gap(geometry: Geometry, pages: Iterable[PageLines]) -> tuple[float, float]:
    """From where to where, in mm from the left of the media, no mark of any of the pages stands at the lower edge."""
    slug = geometry.slug
    at = sorted({0.0, geometry.width, *(x for lines in pages for x in (*lines.folds.x, *lines.cuts.x))})
    return max(((slug + left, slug + right) for left, right in pairwise(at)), key=lambda gap: gap[1] - gap[0])


def _upright(geometry: Geometry, x: float) -> tuple[str, str]:
    at, (_, height), reach = pt(geometry.slug + x), geometry.media, _reach(geometry)
    return f"{at:.3f} 0 m {at:.3f} {reach:.3f} l S", f"{at:.3f} {height:.3f} m {at:.3f} {height - reach:.3f} l S"


def _level(geometry: Geometry, y: float) -> tuple[str, str]:
    """`y` counts from the upper edge, PDF from the lower one."""
    width, height = geometry.media
    at, reach = height - pt(geometry.slug + y), _reach(geometry)
    return f"0 {at:.3f} m {reach:.3f} {at:.3f} l S", f"{width:.3f} {at:.3f} m {width - reach:.3f} {at:.3f} l S"


def _reach(geometry: Geometry) -> float:
    """How far marks come in from the edge of the media, in pt."""
    return pt(geometry.slug - geometry.bleed - MARK_GAP_MM)
