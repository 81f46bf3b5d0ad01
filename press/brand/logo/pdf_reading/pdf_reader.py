"""Reads a page of a PDF as a drawing: what a viewer shows of it, and nothing else that is in the file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pikepdf import Dictionary, Name, Object, Pdf

from press.brand.logo.drawing import Group, Outline, Part, Piece, Steps, holds, rectangle, times
from press.brand.logo.faults import UnprintableError, refused
from press.brand.logo.pdf_reading.colour_spaces import NO_INK
from press.brand.logo.pdf_reading.gradients import read_gradient
from press.brand.logo.pdf_reading.graphics_state import INVISIBLE, State, live_text, matrix_of, next_state
from press.brand.logo.pdf_reading.layers import Layers
from press.brand.logo.pdf_reading.pdf_limits import instructions_of
from press.brand.logo.pdf_reading.pdf_page import upright
from press.language.message import _
from press.pdf.graphics.colour_operators import Colour

MAX_DEPTH = 40  # forms in forms
MAX_STEPS = 400_000  # operators in all, each as often as it is drawn
MAX_PIECES = 30_000
HAIRLINE = 0.1  # pt: what "as thin as the device can" (ISO 32000-1, 8.4.3.2) comes to on a screen

_FILLS = {"f": False, "F": False, "f*": True, "B": False, "B*": True, "b": False, "b*": True}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_CLOSES = {"s", "b", "b*"}
_SHOWS = {"Tj", "TJ", "'", '"'}


def read_page(pdf: Pdf) -> tuple[float, float, tuple[Part, ...]]:
    """Width and height in pt of what is shown of the first page, and what it paints. Raises UnprintableError."""
    page = pdf.pages[0]
    width, height, start = upright(page)
    reader = _Reader(pdf)
    parts = reader.walk(page.obj, page.obj.get("/Resources", Dictionary()), State(start, start), 0)
    window = rectangle((0.0, 0.0, width, height))
    return width, height, tuple(part for one in parts for part in _inside(one, window))


def _inside(part: Part, window: Outline) -> tuple[Part, ...]:
    """A part without what lies beyond the page."""
    if isinstance(part, Group):
        return (replace(part, parts=tuple(inner for one in part.parts for inner in _inside(one, window))),)
    left, bottom, right, top = part.box
    _, _, width, height = window.box
    if left >= width or right <= 0 or bottom >= height or top <= 0:
        return ()
    return (part if holds(window.box, part.box) else replace(part, clips=(window, *part.clips)),)


class _Reader:
    def __init__(self, pdf: Pdf):
        self.layers = Layers(pdf)
        self.left, self.pieces = MAX_STEPS, 0

    def walk(self, stream: Object, resources: Object, state: State, depth: int) -> list[Part]:
        """What a page or a form paints."""
        if depth > MAX_DEPTH:
            raise refused(_("forms nested too deeply"), _("simplify it"))
        parts: list[Part] = []
        stack: list[State] = []
        steps: list[tuple[str, tuple[float, ...]]] = []
        clip: bool | None = None
        hidden: list[bool] = []
        for operands, op in instructions_of(stream):
            self.left -= 1
            if self.left < 0:
                raise refused(_("more than {max_steps:,} instructions", max_steps=MAX_STEPS), _("simplify it"))
            if op in ("m", "l", "c", "v", "y", "h", "re"):
                _step(steps, op, tuple(float(part) for part in operands))
            elif op in ("W", "W*"):
                clip = op == "W*"
            elif op in _FILLS or op in _STROKES or op == "n":
                if op in _CLOSES:
                    steps.append(("h", ()))
                if not any(hidden):
                    parts += self._painted(op, tuple(steps), state)
                if clip is not None:
                    state = replace(state, clips=(*state.clips, Outline(tuple(steps), state.ctm, clip).on_page))
                steps, clip = [], None
            elif op == "q":
                stack.append(state)
            elif op == "Q":
                state = stack.pop() if stack else state
            elif op in ("BDC", "BMC"):
                hidden.append(op == "BDC" and self.layers.hides(operands, resources))
            elif op == "EMC":
                if hidden:
                    hidden.pop()
            elif any(hidden):
                state = self._next_state(op, operands, resources, state, depth)
            elif op == "Do":
                parts += self._drawn(resources.XObject[operands[0]], resources, state, depth)
            elif op == "sh":
                parts += self._shaded(resources.Shading[operands[0]], resources, state)
            elif op == "INLINE IMAGE":
                raise _picture()
            elif op in _SHOWS and state.mode != INVISIBLE:
                raise live_text()
            else:
                state = self._next_state(op, operands, resources, state, depth)
        return parts

    def _painted(self, op: str, steps: Steps, state: State) -> list[Part]:
        if not steps:
            return []
        found: list[Part] = []
        if op in _FILLS:
            outline = Outline(steps, state.ctm, _FILLS[op])
            left, bottom, right, top = outline.box
            if right > left and top > bottom:  # what has no area is not filled
                found += self._piece(Piece(outline, state.fill, None, (), state.alpha, state.blend), state)
        if op in _STROKES:
            outline = Outline(steps, state.ctm)
            pen = state.pen if state.pen.width > 0 else replace(state.pen, width=HAIRLINE)
            found += self._piece(Piece(outline, state.stroke, pen, (), state.stroke_alpha, state.blend), state)
        both = op in _FILLS and op in _STROKES and (state.alpha < 1 or state.blend != "Normal")
        if both and state.alpha == state.stroke_alpha:  # PDF 1.7, 11.7.4.4: painted as one
            opaque = tuple(replace(one, alpha=1.0, blend="Normal") for one in found if isinstance(one, Piece))
            return [Group(opaque, state.alpha, state.blend)]
        return found

    def _piece(self, piece: Piece, state: State) -> list[Part]:
        if piece.paint is NO_INK or piece.alpha <= 0:
            return []
        self.pieces += len(state.masks)
        if self.pieces > MAX_PIECES:
            raise refused(_("more than {max_pieces:,} shapes", max_pieces=MAX_PIECES), _("simplify it"))
        return [replace(piece, clips=(*state.clips, *mask)) for mask in state.masks]

    def _shaded(self, shading: Object, resources: Object, state: State) -> list[Part]:
        gradient = read_gradient(shading, resources, state.ctm)
        where = state.clips[-1] if state.clips else None
        if where is None:
            raise refused(_("a gradient without a shape"), _("clip it by a shape"))
        return self._piece(Piece(where, gradient, None, (), state.alpha, state.blend), state)

    def _drawn(self, thing: Object, resources: Object, state: State, depth: int) -> list[Part]:
        if self.layers.is_hidden(thing.get("/OC")):
            return []
        if thing.get("/Subtype") == "/Image":
            raise _picture()
        ctm = times(matrix_of(thing.get("/Matrix")), state.ctm)
        box = [float(part) for part in thing.get("/BBox", ())]
        inner = replace(state, ctm=ctm, base=ctm)
        group = thing.get("/Group")
        is_group = group is not None and group.get("/S") == "/Transparency"
        if is_group:
            inner = replace(inner, alpha=1.0, stroke_alpha=1.0, blend="Normal")
        parts = self.walk(thing, thing.get("/Resources", resources), inner, depth + 1)
        if len(box) == 4:
            window = Outline(rectangle((box[0], box[1], box[2], box[3])).steps, ctm).on_page
            parts = [_clipped(part, window) for part in parts]
        if not is_group or not parts:
            return parts
        isolated = bool(group is not None and group.get("/I", False))
        return [Group(tuple(parts), state.alpha, state.blend, isolated)]

    def _next_state(self, op: str, operands: list[Any], resources: Object, state: State, depth: int) -> State:
        state = next_state(op, operands, resources, state)
        entry = resources.ExtGState[operands[0]] if op == "gs" else Dictionary()
        if "/SMask" in entry:
            masks = ((),) if isinstance(entry.SMask, Name) else self._mask(entry.SMask, state, depth)
            state = replace(state, masks=masks)
        return state

    def _mask(self, mask: Object, state: State, depth: int) -> tuple[tuple[Outline, ...], ...]:
        """A soft mask that is none: shapes that show all or nothing."""
        fades = refused(_("a mask of more than one tone"), _("cut it out with a clipping path"))
        if "/TR" in mask and Name.Identity != mask.TR:
            raise fades
        form = mask.G
        start = State(times(matrix_of(form.get("/Matrix")), state.ctm), state.ctm)
        whole = 1.0 if mask.S == "/Luminosity" else None
        found = []
        for part in self.walk(form, form.get("/Resources", Dictionary()), start, depth + 1):
            pieces = list(_flat(part))
            if any(one is None or one.pen or not _shows(one.paint, whole) for one in pieces):
                raise fades
            found += [(*one.clips, one.outline.on_page) for one in pieces if one is not None]
        return tuple(found)


def _picture() -> UnprintableError:
    return refused(_("an embedded picture"), _("use the picture itself, as PNG or JPEG"))


def _flat(part: Part) -> Iterator[Piece | None]:
    """The pieces of a part that is opaque all over; None for one that is not."""
    if part.alpha < 1 or part.blend != "Normal":
        yield None
    elif isinstance(part, Group):
        for inner in part.parts:
            yield from _flat(inner)
    else:
        yield part


def _shows(paint: object, level: float | None) -> bool:
    if not isinstance(paint, Colour):
        return False
    return level is None or (paint.space != "DeviceCMYK" and all(abs(value - level) < 0.002 for value in paint.values))


def _step(steps: list[tuple[str, tuple[float, ...]]], op: str, numbers: tuple[float, ...]) -> None:
    if op == "v":
        steps.append(("c", (*(steps[-1][1][-2:] if steps else numbers[:2]), *numbers)))
    elif op == "y":
        steps.append(("c", (*numbers, *numbers[2:])))
    else:
        steps.append((op, numbers))


def _clipped(part: Part, window: Outline) -> Part:
    if isinstance(part, Group):
        return replace(part, parts=tuple(_clipped(one, window) for one in part.parts))
    return part if holds(window.box, part.box) else replace(part, clips=(window, *part.clips))
