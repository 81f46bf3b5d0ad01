"""The graphics state of a PDF page, and what its operators make of it (ISO 32000-1, 8.4)."""

from dataclasses import dataclass, field, replace
from typing import Any

from pikepdf import Array, Name, Object

from press.brand.logo.drawing import IDENTITY, Matrix, Outline, Paint, Pen, times
from press.brand.logo.faults import UnprintableError, refused
from press.brand.logo.pdf_reading.colour_spaces import Convert, converter
from press.brand.logo.pdf_reading.gradients import read_gradient
from press.language.message import _
from press.pdf.graphics.colour_operators import BLACK, Colour

INVISIBLE = 3  # text rendering mode
_DEVICE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
_COLOURS = {*_DEVICE, "cs", "sc", "scn"}


@dataclass(frozen=True)
class State:
    """The graphics state."""

    ctm: Matrix
    base: Matrix  # what patterns are laid out in
    clips: tuple[Outline, ...] = ()
    masks: tuple[tuple[Outline, ...], ...] = ((),)  # a piece is seen where all of one of these overlap
    fill: Paint = BLACK
    stroke: Paint = BLACK
    fill_space: Convert | None = None
    stroke_space: Convert | None = None
    pen: Pen = field(default_factory=lambda: Pen(1.0))
    alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    mode: int = 0


def live_text() -> UnprintableError:
    return refused(_("live text, which needs a font"), _("convert text to outlines"))


def next_state(op: str, operands: list[Any], resources: Object, state: State) -> State:
    """The state after an operator; masks are left to who can read forms."""
    if op == "cm":
        return replace(state, ctm=times(matrix_of(operands), state.ctm))
    if op in ("w", "J", "j", "M", "d"):
        return replace(state, pen=_pen(op, operands, state.pen))
    if op == "Tr":
        if int(operands[0]) > INVISIBLE:
            raise live_text()
        return replace(state, mode=int(operands[0]))
    if op == "gs":
        return _set(resources.ExtGState[operands[0]], state)
    return _coloured(op, operands, resources, state) if op.lower() in _COLOURS else state


def _pen(op: str, operands: list[Any], pen: Pen) -> Pen:
    if op == "w":
        return replace(pen, width=float(operands[0]))
    if op == "J":
        return replace(pen, cap=int(operands[0]))
    if op == "j":
        return replace(pen, join=int(operands[0]))
    if op == "M":
        return replace(pen, miter=float(operands[0]))
    lengths = tuple(float(part) for part in operands[0])
    return replace(pen, dash=(lengths if any(part > 0 for part in lengths) else (), float(operands[1])))


def _set(entry: Object, state: State) -> State:
    pen = state.pen
    for key, op in (("/LW", "w"), ("/LC", "J"), ("/LJ", "j"), ("/ML", "M")):
        if key in entry:
            pen = _pen(op, [entry[key]], pen)
    if "/D" in entry:
        pen = _pen("d", list(entry.D), pen)
    mode = entry.get("/BM", Name("/" + state.blend))
    return replace(
        state,
        pen=pen,
        alpha=float(entry.get("/ca", state.alpha)),
        stroke_alpha=float(entry.get("/CA", state.stroke_alpha)),
        blend=str(mode[0] if isinstance(mode, Array) else mode)[1:].replace("Compatible", "Normal"),
    )


def _coloured(op: str, operands: list[Any], resources: Object, state: State) -> State:
    stroke, low = op.isupper(), op.lower()
    convert = state.stroke_space if stroke else state.fill_space
    paint: Paint
    if low in _DEVICE:
        paint, convert = Colour(_DEVICE[low], tuple(float(part) for part in operands)), None
    elif low == "cs":
        convert, first = converter(operands[0], resources)
        paint = convert(first)
    elif operands and isinstance(operands[-1], Name):
        paint = _pattern(resources.Pattern[operands[-1]], resources, state, stroke)
    else:
        values = tuple(float(part) for part in operands)
        paint = convert(values) if convert else Colour(BLACK.space, values)
    if stroke:
        return replace(state, stroke=paint, stroke_space=convert)
    return replace(state, fill=paint, fill_space=convert)


def _pattern(pattern: Object, resources: Object, state: State, stroke: bool) -> Paint:
    if int(pattern.PatternType) != 2:
        raise refused(_("a pattern"))
    if stroke:
        raise refused(_("a gradient on a line"), _("convert the line to a shape"))
    return read_gradient(pattern.Shading, resources, times(matrix_of(pattern.get("/Matrix")), state.base))


def matrix_of(numbers: Any) -> Matrix:
    """Six numbers; one that changes nothing for none."""
    if numbers is None:
        return IDENTITY
    a, b, c, d, e, f = (float(part) for part in numbers)
    return a, b, c, d, e, f
