"""Shapes of paths, by pdfium: rings of points where they lie on the page, curves as a few chords. In pt."""

import itertools
from collections.abc import Iterator, Sequence
from ctypes import byref, c_float
from typing import Any

import pypdfium2.raw as pdfium

from press.pdf.page_boxes import Box

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Ring = tuple[Point, ...]

_STRAIGHT_PT = 0.05  # a line that leaves its direction by less is straight
_CHORDS = 4  # of a curve: a quarter of a circle leaves them by less than half a percent of its radius


def rings_of(path: Any, matrix: Matrix) -> list[Ring]:
    """A path as it is drawn, from move to move; a closed part ends where it began."""
    rings: list[list[Point]] = []
    bends: list[Point] = []
    for point, kind, closes in _segments(path, matrix):
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not rings:
            rings.append([point])
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            bends.append(point)
            if len(bends) == 3:
                rings[-1] += _chords(rings[-1][-1], *bends)
                bends = []
        else:
            rings[-1].append(point)
        if closes and rings[-1][0] != rings[-1][-1]:
            rings[-1].append(rings[-1][0])
    return [tuple(ring) for ring in rings]


def pieces_of(rings: Sequence[Ring]) -> Iterator[tuple[Point, Point]]:
    """From point to point."""
    return ((one, other) for ring in rings for one, other in itertools.pairwise(ring) if one != other)


def is_straight(one: Point, other: Point) -> bool:
    """Whether a line is level or upright."""
    across, up = abs(one[0] - other[0]), abs(one[1] - other[1])
    return min(across, up) < _STRAIGHT_PT < max(across, up)


def extent_of(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def encloses(rings: Sequence[Ring], point: Point) -> bool:
    """Whether a point lies in what rings bound (even-odd)."""
    x, y = point
    inside = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0])):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                inside = not inside
    return inside


def crosses(ends: tuple[Point, Point], box: Box) -> bool:
    """Whether a line enters a box (Liang and Barsky)."""
    (ax, ay), (bx, by) = ends
    first, last = 0.0, 1.0
    for step, room in (
        (ax - bx, ax - box[0]), (bx - ax, box[2] - ax), (ay - by, ay - box[1]), (by - ay, box[3] - ay)
    ):  # fmt: skip
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    return first < last


def _chords(start: Point, one: Point, other: Point, end: Point) -> list[Point]:
    points = []
    for n in range(1, _CHORDS + 1):
        t = n / _CHORDS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
        points.append(
            (
                a * start[0] + b * one[0] + c * other[0] + d * end[0],
                a * start[1] + b * one[1] + c * other[1] + d * end[1],
            )
        )
    return points


def _segments(path: Any, matrix: Matrix) -> Iterator[tuple[Point, int, bool]]:
    """Every point of a path where it lies on the page, its kind, and whether the part ends there, closed."""
    x, y = c_float(), c_float()
    a, b, c, d, e, f = matrix
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        yield (
            (a * x.value + c * y.value + e, b * x.value + d * y.value + f),
            pdfium.FPDFPathSegment_GetType(segment),
            bool(pdfium.FPDFPathSegment_GetClose(segment)),
        )
