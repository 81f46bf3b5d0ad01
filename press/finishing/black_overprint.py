"""Overprint: text, lines, codes and outlines in black alone are printed over their ground; everything else knocks out.

Where black leaves a hole in the other plates, each plate that is a tenth of a millimetre off shows a bright edge.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Operator, Page, Pdf, Stream

from press.pdf.graphics.colour_operators import Colour, colour_from, space_name
from press.pdf.graphics.content_stream import INLINE, Operands, instructions
from press.pdf.graphics.painting import (
    FILLS,
    IDENTITY,
    PAINTS,
    SHOWS,
    STROKES,
    Matrix,
    is_large,
    matrix_of,
    shown_by,
    times,
)
from press.pdf.graphics.path_extent import Path
from press.pdf.graphics.recolour import FILL_SETTERS, STROKE_SETTERS

UNKNOWN = Colour("unknown", ())  # what a form is drawn with, if it sets nothing

Setting = tuple[bool, bool]  # whether what is stroked, and what is filled, prints over its ground
KNOCK_OUT: Setting = (False, False)
NAMES: dict[Setting, str] = {
    KNOCK_OUT: "/KnockOut",
    (True, False): "/OverprintStroke",
    (False, True): "/OverprintFill",
    (True, True): "/Overprint",
}


def overprint_black(pdf: Pdf) -> None:
    """Rewrites every page and form: solid black is set in DeviceCMYK, and prints over its ground unless it is a large
    area. OPM 1 (ISO 32000-1, 8.6.7): inks that black has none of stay as they are below it."""
    forms = [thing for thing in pdf.objects if isinstance(thing, Stream) and thing.get("/Subtype") == "/Form"]
    rewriting = _Rewriting(pdf)
    for page in pdf.pages:
        if "/Contents" in page.obj:
            page.obj.Contents = pdf.make_stream(rewriting.rewritten(page, page.obj, IDENTITY))
    for form in forms:
        rewriting.undrawn(form)


class _Rewriting:
    """Of pages, and of forms for the size each is drawn in: one that differs from size to size is copied."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._settings = {
            name: pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=stroke, op=fill, OPM=1))
            for (stroke, fill), name in NAMES.items()
        }
        self._made: dict[tuple[int, int], list[Stream]] = {}
        self._drawn: dict[tuple[tuple[int, int], Matrix], Stream] = {}

    def rewritten(self, stream: Page | Stream, owner: Object, ctm: Matrix) -> bytes:
        """The content of a page or a form, as it is drawn under a matrix. Makes the settings known where it is used."""
        if "/Resources" not in owner:
            owner.Resources = Dictionary()
        known = owner.Resources.get("/ExtGState", Dictionary())
        for name, setting in self._settings.items():
            known[name] = setting
        owner.Resources.ExtGState = known
        return pikepdf.unparse_content_stream(list(_instructions(stream, owner.Resources, _State(ctm=ctm), self)))

    def drawn(self, form: Stream, under: Matrix) -> Stream:
        """The form to draw in its place."""
        a, b, c, d = times(matrix_of(form.get("/Matrix")), under)
        key = form.objgen, (round(a, 4), round(b, 4), round(c, 4), round(d, 4))
        if key not in self._drawn:
            made = self._made.setdefault(form.objgen, [])
            content = self.rewritten(form, form, (a, b, c, d))
            if not (same := [one for one in made if one.read_bytes() == content]):
                same = [self._copied(form) if made else form]
                same[0].write(content)
                made += same
            self._drawn[key] = same[0]
        return self._drawn[key]

    def undrawn(self, form: Stream) -> None:
        """A form that no page draws by itself, as those of annotations, in its own size."""
        if form.objgen not in self._made:
            self.drawn(form, IDENTITY)

    def _copied(self, form: Stream) -> Stream:
        packing = ("/Length", "/Filter", "/DecodeParms")
        return self._pdf.make_stream(b"", {key: value for key, value in form.items() if key not in packing})


@dataclass(frozen=True)
class _State:
    fill: Colour = UNKNOWN
    stroke: Colour = UNKNOWN
    ctm: Matrix = IDENTITY
    mode: int = 0  # of text
    setting: Setting = KNOCK_OUT

    def coloured(self, fills: bool, colour: Colour) -> "_State":
        return replace(self, fill=colour) if fills else replace(self, stroke=colour)


def _instructions(
    stream: Page | Stream, resources: Object, state: _State, rewriting: _Rewriting
) -> Iterator[tuple[Operands, Operator]]:
    spaces = resources.get("/ColorSpace", Dictionary())
    stack, path = list[_State](), Path()
    for operands, operator in instructions(stream):
        op = str(operator)
        if op == "gs" and str(operands[0]) in NAMES.values():
            continue  # of a form that was rewritten for another size
        path.add(op, operands)
        wanted = _wanted(op, path, state)
        if wanted != state.setting:
            yield [Name(NAMES[wanted])], Operator("gs")
            state = replace(state, setting=wanted)
        if op == "q":
            stack.append(state)
        elif op == "Q":
            state = stack.pop() if stack else state
        elif op == "cm":
            state = replace(state, ctm=times(matrix_of(operands), state.ctm))
        elif op == "Tr":
            state = replace(state, mode=int(operands[0]))
        elif op == "Do":
            operands = [_drawn(operands[0], resources, state, rewriting)]
        elif op in ("cs", "CS"):
            space = Colour(space_name(spaces.get(operands[0], operands[0])), ())
            state = state.coloured(op == "cs", space)
        elif op in FILL_SETTERS | STROKE_SETTERS:
            fills = op in FILL_SETTERS
            colour = colour_from(op.lower(), operands, state.fill if fills else state.stroke)
            if colour.is_solid_black:
                operands, operator = [0, 0, 0, 1], Operator("k" if fills else "K")
            state = state.coloured(fills, colour)
        if op in PAINTS:
            path.clear()
        yield operands, operator


def _drawn(name: Any, resources: Object, state: _State, rewriting: _Rewriting) -> Any:
    """The name of what is to be drawn: another one for a copy."""
    thing = resources.XObject[name]
    if not isinstance(thing, Stream) or thing.get("/Subtype") != "/Form":
        return name
    if (form := rewriting.drawn(thing, state.ctm)).objgen == thing.objgen:
        return name
    copied = Name(f"{name}-{form.objgen[0]}")
    resources.XObject[copied] = form
    return copied


def _wanted(op: str, path: Path, state: _State) -> Setting:
    """The setting an instruction needs; that which is set already where it makes no difference."""
    stroke, fill = state.setting
    if op == "Do" or op == "sh" or op == INLINE:
        return KNOCK_OUT  # forms begin so
    filled, stroked = shown_by(state.mode) if op in SHOWS else (op in FILLS, op in STROKES)
    if filled:
        fill = state.fill.is_solid_black and not (op in FILLS and is_large(path, state.ctm))
    if stroked:
        stroke = state.stroke.is_solid_black
    return stroke, fill
