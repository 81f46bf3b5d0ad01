"""White texts of a page, by pdfium: what they say, how large they are set, and where they stand."""

from collections.abc import Iterator
from ctypes import byref, c_double, c_uint
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

from press.pdf.page_boxes import Box

WHITE = (255, 255, 255)

WhiteText = tuple[str, float, Box]  # words; size in pt; box in pt


def white_texts(text: Any) -> Iterator[WhiteText]:
    """Runs of one size on one line that are filled with white. `text` is pdfium's handle of a page's text."""
    words, size, box = "", 0.0, None
    for number in range(pdfium.FPDFText_CountChars(text)):
        character = chr(pdfium.FPDFText_GetUnicode(text, number) & 0x1FFFFF)
        if pdfium.FPDFText_IsGenerated(text, number) == 1 or character.isspace():
            continue
        own = _box(text, number)
        if not _is_white(text, number) or own[0] >= own[2]:
            continue
        large = _size(text, number)
        if box is not None and abs(large - size) < 0.01 and _goes_on(box, own, size):
            words, box = words + character, _around(box, own)
            continue
        if box is not None:
            yield words, size, box
        words, size, box = character, large, own
    if box is not None:
        yield words, size, box


def _goes_on(box: Box, own: Box, size: float) -> bool:
    """Whether a glyph stands on the line of a run, at most an em behind it."""
    return box[1] < own[3] and own[1] < box[3] and own[0] - box[2] <= size and box[0] <= own[0]


def _is_white(text: Any, number: int) -> bool:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    pdfium.FPDFText_GetFillColor(text, number, byref(red), byref(green), byref(blue), byref(alpha))
    return (red.value, green.value, blue.value) == WHITE


def _size(text: Any, number: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, number, byref(matrix))
    return round(float(pdfium.FPDFText_GetFontSize(text, number)) * hypot(matrix.b, matrix.d), 2)


def _box(text: Any, number: int) -> Box:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(text, number, byref(left), byref(right), byref(bottom), byref(top))
    return left.value, bottom.value, right.value, top.value


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
