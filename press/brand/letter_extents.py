"""How far a face's letters reach beyond its lines: what decides how close two lines of it may stand."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import Any, TypedDict

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from press.brand.faces import Face

MOST_READ = 32  # font files whose letters are kept: those of two brands, for who builds again and again
HEAVIEST = 800  # weight that templates set; letters grow with it
# Of the height of a glyph so much may lie beside the one above it, an accent beside a descender, as preflight's overlap
# sees it, too.
SHARED = 0.05


class LetterExtents(TypedDict):
    """By character, in parts of the type size: how far it reaches over the capitals, less what it may share with the
    line above, and below the line."""

    rises: dict[str, float]
    falls: dict[str, float]


UNKNOWN: LetterExtents = {"rises": {}, "falls": {}}


def letter_extents(face: Face, signs: Iterable[str]) -> LetterExtents:
    """Of those of some characters that reach so far; of a face in several files, of the heaviest that is set."""
    return _extents(max((face.data[file] for file in face.files), key=_weight), "".join(sorted(set(signs))))


@lru_cache(maxsize=MOST_READ)
def _weight(data: bytes) -> int:
    with TTFont(BytesIO(data), lazy=True) as font:
        weight = int(font["OS/2"].usWeightClass)
    return weight if weight <= HEAVIEST else 0


@lru_cache(maxsize=MOST_READ)
def _extents(data: bytes, signs: str) -> LetterExtents:
    with TTFont(BytesIO(data), lazy=True) as font:
        names, units = font.getBestCmap(), font["head"].unitsPerEm
        glyphs = font.getGlyphSet(location=_heaviest(font))
        boxes = {sign: _box(glyphs, names[ord(sign)]) for sign in signs if ord(sign) in names}
        capitals = getattr(font["OS/2"], "sCapHeight", 0) or _box(glyphs, names[ord("H")])[1]
        rises = {sign: top - capitals - SHARED * (top - bottom) for sign, (bottom, top) in boxes.items()}
        return {
            "rises": {sign: round(rise / units, 3) for sign, rise in rises.items() if rise > 0},
            "falls": {sign: round(-bottom / units, 3) for sign, (bottom, _) in boxes.items() if bottom < 0},
        }


def _heaviest(font: TTFont) -> dict[str, float]:
    axes = {axis.axisTag: axis for axis in (font["fvar"].axes if "fvar" in font else ())}
    return {"wght": min(HEAVIEST, axes["wght"].maxValue)} if "wght" in axes else {}


def _box(glyphs: Any, name: str) -> tuple[float, float]:
    """The lowest and the highest point of a glyph, in font units; on the line if it draws nothing."""
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return (pen.bounds[1], pen.bounds[3]) if pen.bounds else (0, 0)
