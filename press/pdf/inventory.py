"""The inventory: every mark that a file's content streams make, with its colour and size.

Streams are walked with their graphics state. A form that many pages share is walked once for each
scale and colour it is drawn with, however many pages draw it.
"""

from dataclasses import dataclass, replace
from typing import Iterator

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf, Stream

from press.pdf.colour import BLACK, Colour, colour_from, space_name
from press.pdf.recolour import FILL_SETTERS, STROKE_SETTERS

Matrix = tuple[float, float, float, float]  # scale and turn only; no check needs the place
IDENTITY: Matrix = (1, 0, 0, 1)

_FILLS = {"f", "F", "f*"}
_STROKES = {"S", "s"}
_BOTH = {"B", "B*", "b", "b*"}
_SHOWS = {"Tj", "TJ", "'", '"'}


@dataclass(frozen=True)
class Mark:
    """One kind of mark. `size` in pt: of type, or the width of a stroke; of an image: its dots per inch."""

    kind: str  # "fill", "stroke", "text", "image", "shading"
    colour: Colour
    size: float = 0.0
    detail: str = ""  # a font's name, an image's bits, how it is transparent

    @property
    def see_through(self) -> bool:
        return self.detail.startswith("transparent")


@dataclass(frozen=True)
class _State:
    ctm: Matrix = IDENTITY
    fill: Colour = BLACK
    stroke: Colour = BLACK
    width: float = 1.0
    font: str = ""
    font_size: float = 1.0
    text: Matrix = IDENTITY
    mode: int = 0
    clear: str = ""


class Inventory:
    """The marks of all pages."""

    def __init__(self, pdf: Pdf):
        self.first_pages: dict[Mark, int] = {}
        self.fonts: dict[str, Object] = {}
        self._forms: dict[tuple, frozenset[Mark]] = {}
        for number, page in enumerate(pdf.pages):
            for mark in self._walk(page, page.obj.get("/Resources", Dictionary()), _State()):
                self.first_pages.setdefault(mark, number)

    def _walk(self, stream: Page | Stream, resources: Object, state: _State) -> frozenset[Mark]:
        marks: set[Mark] = set()
        stack: list[_State] = []
        for operands, operator in pikepdf.parse_content_stream(stream):
            op = str(operator)
            if op == "q":
                stack.append(state)
            elif op == "Q":
                state = stack.pop() if stack else state
            elif op == "Do":
                marks |= self._drawn(resources.XObject[operands[0]], resources, state)
            else:
                state = self._stated(op, operands, resources, state)
                marks.update(_painted(op, operands, state))
        return frozenset(marks)

    def _drawn(self, thing: Stream, resources: Object, state: _State) -> frozenset[Mark]:
        if thing.get("/Subtype") == "/Image":
            return frozenset([_image(thing, state)])
        inside = replace(state, ctm=_times(_matrix(thing.get("/Matrix")), state.ctm))
        if (group := thing.get("/Group")) is not None and group.get("/S") == "/Transparency":
            inside = replace(inside, clear="transparent group")
        key = (thing.objgen, tuple(round(part, 4) for part in inside.ctm), replace(inside, ctm=IDENTITY))
        if key not in self._forms:
            self._forms[key] = self._walk(thing, thing.get("/Resources", resources), inside)
        return self._forms[key]

    def _stated(self, op: str, operands: list, resources: Object, state: _State) -> _State:
        if op in FILL_SETTERS:
            return replace(state, fill=colour_from(op, operands, state.fill))
        if op in STROKE_SETTERS:
            return replace(state, stroke=colour_from(op.lower(), operands, state.stroke))
        if op in ("cs", "CS"):
            space = space_name(resources.get("/ColorSpace", Dictionary()).get(operands[0], operands[0]))
            return replace(state, **{"fill" if op == "cs" else "stroke": Colour(space, ())})
        if op == "cm":
            return replace(state, ctm=_times(_matrix(operands), state.ctm))
        if op == "w":
            return replace(state, width=float(operands[0]))
        if op == "BT":
            return replace(state, text=IDENTITY)
        if op == "Tm":
            return replace(state, text=_matrix(operands))
        if op == "Tr":
            return replace(state, mode=int(operands[0]))
        if op == "Tf":
            font = resources.Font[operands[0]]
            name = str(font.get("/BaseFont", operands[0]))
            self.fonts[name] = font
            return replace(state, font=name, font_size=float(operands[1]))
        if op == "gs":
            return replace(state, **_graphics_state(resources.ExtGState[operands[0]], state))
        return state


def _painted(op: str, operands: list, state: _State) -> Iterator[Mark]:
    if op in _FILLS | _BOTH:
        yield Mark("fill", state.fill, detail=state.clear)
    if op in _STROKES | _BOTH:
        yield Mark("stroke", state.stroke, round(state.width * _scale(state.ctm), 3), state.clear)
    if op in _SHOWS and state.mode != 3:
        size = round(abs(state.font_size) * _scale(_times(state.text, state.ctm)), 2)
        if state.mode in (0, 2, 4, 6):
            yield Mark("text", state.fill, size, state.clear or state.font)
        if state.mode in (1, 2, 5, 6):
            yield Mark("text", state.stroke, size, state.clear or state.font)
    if op == "sh":
        yield Mark("shading", Colour("Shading", ()), detail=state.clear)
    if op == "BI":
        yield Mark("image", Colour("Inline", ()), detail="inline")


def _image(image: Stream, state: _State) -> Mark:
    """An image is drawn into a unit square: its dots over that square's size give its resolution."""
    width, height = _length(state.ctm[:2]), _length(state.ctm[2:])
    dpi = min(int(image.Width) / width, int(image.Height) / height) * 72 if width and height else 0.0
    mask = "/SMask" in image or isinstance(image.get("/Mask"), Stream)
    bits = "1 bit" if image.get("/ImageMask") or image.get("/BitsPerComponent") == 1 else "tone"
    colour = state.fill if image.get("/ImageMask") else Colour(space_name(image.get("/ColorSpace", Name.DeviceGray)), ())
    return Mark("image", colour, round(dpi, 1), "transparent image" if mask else state.clear or bits)


def _graphics_state(entry: Object, state: _State) -> dict:
    changes = {}
    if "/LW" in entry:
        changes["width"] = float(entry.LW)
    if any(float(entry.get(key, 1)) < 1 for key in ("/ca", "/CA")):
        changes["clear"] = "transparent paint"
    elif entry.get("/SMask", Name.None_) != Name("/None"):
        changes["clear"] = "transparent mask"
    elif str(entry.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        changes["clear"] = "transparent blend"
    return changes


def _matrix(numbers: Object | list | None) -> Matrix:
    return IDENTITY if numbers is None else tuple(float(numbers[i]) for i in range(4))


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d = first
    e, f, g, h = then
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def _scale(matrix: Matrix) -> float:
    a, b, c, d = matrix
    return abs(a * d - b * c) ** 0.5


def _length(vector: tuple[float, float]) -> float:
    return (vector[0] ** 2 + vector[1] ** 2) ** 0.5
