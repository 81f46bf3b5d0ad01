"""Writes a drawing as a PDF page in ink: paths and shadings, nothing else."""

from collections.abc import Callable
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from press.brand.logo.drawing import IDENTITY, Drawing, Gradient, Outline, Pen, Piece
from press.pdf.graphics.colour_operators import BLACK, Colour
from press.pdf.saving import saved

Ink = Callable[[Colour], tuple[float, ...]]  # 1 value for gray, 4 for CMYK; each 0 to 1

_SETTERS = {1: ("g", "G"), 4: ("k", "K")}
_SPACES = {1: Name.DeviceGray, 4: Name.DeviceCMYK}
DIGITS = 6  # after the point: a millionth of a point
STEPS = 16  # a gradient is straight between so many colours: what is straight in sRGB is none in ink

Instruction = tuple[list[Any], Operator]
Instructions = list[Instruction]


def as_pdf(drawing: Drawing, ink: Ink) -> bytes:
    """One page of the drawing's size, each colour as `ink` makes it."""
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(drawing.width, drawing.height))
    page.obj.MediaBox = Array([0, 0, _number(drawing.width), _number(drawing.height)])
    shadings: dict[str, pikepdf.Object] = {}
    lines: Instructions = [_setter(ink(BLACK), 0), _setter(ink(BLACK), 1)]
    for clips, pieces in groupby(drawing.pieces, key=lambda piece: piece.clips):
        lines += [_line("q"), *(part for clip in clips for part in _clip(clip))] if clips else []
        for piece in pieces:
            lines += _piece(piece, ink, shadings)
        lines += [_line("Q")] if clips else []
    page.obj.Resources = Dictionary(Shading=Dictionary(shadings)) if shadings else Dictionary()
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(lines))
    return saved(pdf)


def _piece(piece: Piece, ink: Ink, shadings: dict[str, pikepdf.Object]) -> Instructions:
    outline, paint = piece.outline, piece.paint
    lines = [_line("q")]
    if isinstance(paint, Gradient):
        name = f"/S{len(shadings)}"
        shadings[name] = _shading(paint, ink)
        lines += [*_clip(outline.on_page), _line("cm", *paint.matrix), ([Name(name)], Operator("sh"))]
        return [*lines, _line("Q")]
    if outline.matrix != IDENTITY:
        lines.append(_line("cm", *outline.matrix))
    lines.append(_setter(ink(paint), 1 if piece.pen else 0))
    if piece.pen:
        lines += _pen(piece.pen)
    lines += _path(outline)
    lines.append(_line("S" if piece.pen else "f*" if outline.even_odd else "f"))
    return [*lines, _line("Q")]


def _pen(pen: Pen) -> Instructions:
    lengths, phase = pen.dash
    return [
        _line("w", pen.width),
        _line("J", pen.cap),
        _line("j", pen.join),
        _line("M", pen.miter),
        *([([Array([_number(part) for part in lengths]), _number(phase)], Operator("d"))] if lengths else []),
    ]


def _clip(outline: Outline) -> Instructions:
    return [*_path(outline), _line("W*" if outline.even_odd else "W"), _line("n")]


def _path(outline: Outline) -> Instructions:
    return [_line(op, *numbers) for op, numbers in outline.steps]


def _shading(gradient: Gradient, ink: Ink) -> pikepdf.Object:
    colours = [(place, ink(colour)) for place, colour in _finer(gradient)]
    parts = [
        (first, last, Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=_numbers(before), C1=_numbers(after)))
        for (first, before), (last, after) in pairwise(colours)
        if last > first
    ]
    function = Dictionary(
        FunctionType=3,
        Domain=[0, 1],
        Functions=Array([part for *_, part in parts]),
        Bounds=_numbers([last for _, last, _ in parts[:-1]]),
        Encode=Array([0, 1] * len(parts)),
    )
    return Dictionary(
        ShadingType=3 if gradient.radial else 2,
        ColorSpace=_SPACES[len(colours[0][1])],
        Coords=_numbers(gradient.coordinates),
        Extend=Array([True, True]),
        Function=function,
    )


def _finer(gradient: Gradient) -> list[tuple[float, Colour]]:
    """Its stops, from 0 to 1, with others between them where they lie far apart and are to be converted."""
    stops = [(0.0, gradient.stops[0][1]), *gradient.stops, (1.0, gradient.stops[-1][1])]
    found = [stops[0]]
    for (first, before), (last, after) in pairwise(stops):
        count = 1 if before.space == "DeviceCMYK" or before == after else max(1, round((last - first) * STEPS))
        for step in range(1, count + 1):
            share = step / count
            values = tuple(a + (b - a) * share for a, b in zip(before.values, after.values))
            found.append((first + (last - first) * share, Colour(before.space, values)))
    return found


def _setter(values: tuple[float, ...], stroke: int) -> Instruction:
    return list(values), Operator(_SETTERS[len(values)][stroke])


def _line(op: str, *numbers: float) -> Instruction:
    return [_number(number) for number in numbers], Operator(op)


def _numbers(values: tuple[float, ...] | list[float]) -> Array:
    return Array([_number(value) for value in values])


def _number(value: float) -> Decimal | int:
    rounded = round(value, DIGITS)
    return int(rounded) if rounded == int(rounded) else Decimal(f"{rounded:.{DIGITS}f}".rstrip("0"))
