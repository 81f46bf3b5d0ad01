"""Reads the marks of a page through pdfium, object by object."""

from collections.abc import Iterator
from ctypes import addressof, byref, c_double, c_float, c_int
from dataclasses import dataclass, field
from math import hypot, inf
from typing import Any

import pypdfium2.raw as pdfium

from press.pdf.graphics.path_extent import THIN_PT
from press.pdf.page_boxes import Box
from press.pdf.rendered.page_marks import Area, Glyph, PageMarks, Run, Slant, shifted
from press.pdf.rendered.path_shapes import Matrix, Point, Ring, extent_of, is_straight, pieces_of, rings_of

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

MOST_POINTS = 400  # of a path that may cover a text: what has more is a drawing, or a code
ALIKE_PT = 0.05  # the same letters of one size, as pdfium rounds them
_DEEPEST = 8  # forms in forms; ours have one


def read_marks(page: Any, text: Any) -> PageMarks:
    """The marks of a page, given as pdfium's handles of itself and of its text."""
    found = _Found()
    count = pdfium.FPDFPage_CountObjects(page)
    for number in range(count):
        found.add(pdfium.FPDFPage_GetObject(page, number), _IDENTITY, 0)
    return PageMarks(
        tuple(_runs(text, found.texts)), tuple(found.rules), tuple(found.fills), found.count, tuple(found.slants)
    )


@dataclass(frozen=True)
class _Shown:
    """A text object, by what its own characters need not be read for."""

    order: int
    box: Box
    outer: Matrix  # of the form it stands in


@dataclass
class _Found:
    """The objects of a page that were met so far."""

    texts: dict[int, _Shown] = field(default_factory=dict)  # by a text object's address
    rules: list[Area] = field(default_factory=list)
    fills: list[Area] = field(default_factory=list)
    slants: list[Slant] = field(default_factory=list)
    count: int = 0

    def add(self, thing: Any, outer: Matrix, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(thing)
        self.count += 1
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.texts[_address(thing)] = _Shown(self.count, _bounds(thing, outer), outer)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._add_path(thing, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = box = _bounds(thing, outer)
            corners = ((left, bottom), (right, bottom), (right, top), (left, top))
            self.fills.append(Area(self.count, box, (corners,)))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(thing), outer)
            for number in range(pdfium.FPDFFormObj_CountObjects(thing)):
                self.add(pdfium.FPDFFormObj_GetObject(thing, number), inner, depth + 1)

    def _add_path(self, path: Any, outer: Matrix) -> None:
        fill, stroke = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
        if fill.value and not stroke.value and pdfium.FPDFPath_CountSegments(path) > MOST_POINTS:
            self._add_fill(_bounds(path, outer), ())
            return
        matrix = _times(_matrix(path), outer)
        rings = rings_of(path, matrix)
        if fill.value and (points := [point for ring in rings for point in ring]):
            self._add_fill(extent_of(points), tuple(rings) if len(points) <= MOST_POINTS else ())
        if stroke.value:
            width = c_float()
            pdfium.FPDFPageObj_GetStrokeWidth(path, byref(width))
            half = width.value * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5 / 2
            for one, other in pieces_of(rings):
                if is_straight(one, other):
                    self.rules.append(Area(self.count, _grown(extent_of([one, other]), half)))
                else:
                    self.slants.append(Slant(self.count, (one, other), half, _grown(extent_of([one, other]), half)))

    def _add_fill(self, extent: Box, rings: tuple[Ring, ...]) -> None:
        left, bottom, right, top = extent
        if min(right - left, top - bottom) < THIN_PT:
            self.rules.append(Area(self.count, extent))
        else:
            self.fills.append(Area(self.count, extent, rings))


def _runs(text: Any, texts: dict[int, _Shown]) -> Iterator[Run]:
    """The page's glyphs, object by object. Spaces, which are all that pdfium adds between words, show nothing."""
    own: dict[int, list[Glyph]] = {}
    baselines: dict[int, float] = {}
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    sides = byref(left), byref(right), byref(bottom), byref(top)
    x, y = c_double(), c_double()
    for number in range(pdfium.FPDFText_CountChars(text)):  # some thousand: each call counts
        shown = texts.get(_address(pdfium.FPDFText_GetTextObject(text, number)))
        if shown is None:
            continue
        order = shown.order
        character = chr(pdfium.FPDFText_GetUnicode(text, number) & 0x1FFFFF)
        if (blank := character.isspace()) and order in own:
            continue
        pdfium.FPDFText_GetCharBox(text, number, *sides)
        box = left.value, bottom.value, right.value, top.value
        # A hyphen that is a text of its own, as where a word is broken, is told in the form's own coordinates.
        astray = not _touch(box, shown.box) and pdfium.FPDFText_IsHyphen(text, number) == 1
        if order not in own:
            own[order] = []
            pdfium.FPDFText_GetCharOrigin(text, number, byref(x), byref(y))
            baselines[order] = _at((x.value, y.value), shown.outer if astray else _IDENTITY)[1]
        if not blank and box[2] > box[0] and box[3] > box[1]:
            own[order].append(Glyph(character, _box(box, shown.outer) if astray else box))
    runs: dict[_Shown, Run] = {}
    for shown in texts.values():
        if glyphs := own.get(shown.order):
            corners = [(x, y) for glyph in glyphs for x, y in (glyph.box[:2], glyph.box[2:])]
            runs[shown] = Run(shown.order, baselines[shown.order], tuple(glyphs), extent_of(corners))
        elif shown.order not in own and (run := _repeated(shown, runs)):
            runs[shown] = run
    yield from runs.values()


def _repeated(shown: _Shown, before: dict[_Shown, Run]) -> Run | None:
    """A text that pdfium does not read, for it takes it for another one that is repeated close by to look bold."""
    left, bottom, right, top = shown.box
    width, height = right - left, top - bottom
    moves = {
        (left - other.box[0], bottom - other.box[1]): run
        for other, run in before.items()
        if abs(width - other.box[2] + other.box[0]) < ALIKE_PT and abs(height - other.box[3] + other.box[1]) < ALIKE_PT
    }
    x, y = min(moves, key=lambda move: hypot(*move), default=(inf, inf))
    if hypot(x, y) > hypot(width, height):
        return None
    run = moves[x, y]
    glyphs = tuple(Glyph(glyph.character, shifted(glyph.box, x, y)) for glyph in run.glyphs)
    return Run(shown.order, run.baseline + y, glyphs, shifted(run.box, x, y))


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _bounds(thing: Any, outer: Matrix) -> Box:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(thing, byref(left), byref(bottom), byref(right), byref(top))
    return _box((left.value, bottom.value, right.value, top.value), outer)


def _box(box: Box, outer: Matrix) -> Box:
    """Where a box of a form lies on the page."""
    if outer == _IDENTITY:
        return box
    left, bottom, right, top = box
    return extent_of([_at((x, y), outer) for x in (left, right) for y in (bottom, top)])


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _at(point: Point, outer: Matrix) -> Point:
    x, y = point
    a, b, c, d, e, f = outer
    return a * x + c * y + e, b * x + d * y + f


def _matrix(thing: Any) -> Matrix:
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, byref(own))
    return own.a, own.b, own.c, own.d, own.e, own.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _address(pointer: Any) -> int:
    return addressof(pointer.contents) if pointer else 0
