"""Fine lines: drawn no thinner than a plate can hold, at the size the logo is placed."""

from dataclasses import replace

from press.brand.logo.drawing import Drawing, Outline, Piece, points, smallest
from press.pdf.graphics.colour_operators import Colour
from press.pdf.page_boxes import MM

LEAST_PT = 0.25  # below, a line breaks up in print; preflight refuses it
LEAST_REVERSED_PT = 0.5  # of a line of paper in ink: below, it fills in; preflight refuses it
LARGEST_MM = 150  # no layout places a logo wider
STEP = 1.25  # from one cut of a logo to the next larger one


def thinnest(drawing: Drawing, width: float) -> tuple[float, float] | None:
    """The line that falls furthest short of what a plate can hold where the logo is placed `width` mm wide: how thick
    it is and how thick it has to be, in pt. None where all are thick enough."""
    scale = _scale(drawing, width)
    lines = [(_thickness(piece) * scale, _least(piece)) for piece in drawing.pieces]
    return min((line for line in lines if line[0] < line[1]), key=lambda line: line[0] / line[1], default=None)


def cuts(drawing: Drawing, least: float) -> list[float]:
    """The widths in mm from which on a logo needs lines of its own; the least one alone if all are thick."""
    widths = [least]
    while thinnest(drawing, widths[-1]) and widths[-1] < LARGEST_MM:
        widths.append(widths[-1] * STEP)
    return widths


def thickened(drawing: Drawing, width: float) -> Drawing:
    """The same, with each line and each narrow shape as thick as a plate can hold from `width` mm of the logo on."""
    scale = _scale(drawing, width)
    return replace(drawing, pieces=tuple(_thickened(piece, _least(piece) / scale) for piece in drawing.pieces))


def _least(piece: Piece) -> float:
    """In pt, as preflight wants it."""
    return LEAST_REVERSED_PT if piece.pen and isinstance(piece.paint, Colour) and _is_white(piece.paint) else LEAST_PT


def _is_white(colour: Colour) -> bool:
    return colour.is_paper or (colour.space == "DeviceRGB" and min(colour.values) == 1)


def _scale(drawing: Drawing, width: float) -> float:
    return width * MM / drawing.width


def _thickness(piece: Piece) -> float:
    """Of a line, or of a shape's narrower side, as preflight measures them, in pt of the drawing."""
    shrunk = smallest(piece.outline.matrix)
    if piece.pen:
        return piece.pen.width * shrunk
    return min(_sides(piece.outline)) * shrunk


def _sides(outline: Outline) -> tuple[float, float]:
    xs, ys = zip(*points(outline.steps))
    return max(xs) - min(xs), max(ys) - min(ys)


def _thickened(piece: Piece, least: float) -> Piece:
    shrunk = smallest(piece.outline.matrix)
    if shrunk == 0 or _thickness(piece) >= least:
        return piece
    if piece.pen:
        return replace(piece, pen=replace(piece.pen, width=least / shrunk))
    return replace(piece, outline=_stretched(piece.outline, least / shrunk))


def _stretched(outline: Outline, least: float) -> Outline:
    """An outline about its middle, with both sides at least so long."""
    xs, ys = zip(*points(outline.steps))
    factors = []
    for low, high in ((min(xs), max(xs)), (min(ys), max(ys))):
        factors.append(((low + high) / 2, max(1.0, least / (high - low))))
    (x, wider), (y, higher) = factors

    def moved(op: str, numbers: tuple[float, ...]) -> tuple[float, ...]:
        if op == "re":
            left, bottom, width, height = numbers
            return (x + (left - x) * wider, y + (bottom - y) * higher, width * wider, height * higher)
        return tuple(
            x + (part - x) * wider if n % 2 == 0 else y + (part - y) * higher for n, part in enumerate(numbers)
        )

    return replace(outline, steps=tuple((op, moved(op, numbers)) for op, numbers in outline.steps))
