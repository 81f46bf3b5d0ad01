"""The inventory: every mark that a file's content streams make, with its colour and size.

Streams are walked with their graphics state. A form that many pages share is walked once for each
scale and colour it is drawn with, however many pages draw it.
"""

from dataclasses import dataclass, replace
from math import hypot
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
PAINTS = _FILLS | _STROKES | _BOTH | {"n"}
INLINE = "INLINE IMAGE"  # as pikepdf names BI … EI
THIN_PT = 1.0  # areas thinner than this are looked at as strokes
_DEVICE_SETTINGS = {"/OP", "/op", "/TR", "/TR2", "/HT"}


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
    glyphs: Object | None = None  # a font whose glyphs are drawings


class Inventory:
    """The marks of all pages."""

    def __init__(self, pdf: Pdf):
        self.first_pages: dict[Mark, int] = {}
        self.fonts: dict[tuple[str, tuple[int, int]], Object] = {}
        self.settings: dict[str, int] = {}  # device settings, by name, with the first page
        self.pages: list[tuple[frozenset[Mark], int]] = []  # each page's marks, and how many instructions make them
        self._forms: dict[tuple, frozenset[Mark]] = {}
        for number, page in enumerate(pdf.pages):
            self._page, self._count = number, 0
            marks = self._walk(page, page.obj.get("/Resources", Dictionary()), _State())
            self.pages.append((marks, self._count))
            for mark in marks:
                self.first_pages.setdefault(mark, number)

    def _walk(self, stream: Page | Stream, resources: Object, state: _State) -> frozenset[Mark]:
        marks = set(_defaults(resources))
        stack: list[_State] = []
        path = _Path()
        for operands, operator in pikepdf.parse_content_stream(stream):
            op = str(operator)
            self._count += 1
            if op == "q":
                stack.append(state)
            elif op == "Q":
                state = stack.pop() if stack else state
            elif op == "Do":
                marks |= self._drawn(resources.XObject[operands[0]], resources, state)
            else:
                state = self._stated(op, operands, resources, state)
                path.add(op, operands)
                marks.update(_painted(op, path, state))
                if op in _SHOWS and state.glyphs is not None:
                    marks |= self._glyphs(state, resources)
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
            self.fonts[name, font.objgen] = font
            return replace(state, font=name, font_size=float(operands[1]), glyphs=font if font.get("/Subtype") == "/Type3" else None)
        if op == "gs":
            entry = resources.ExtGState[operands[0]]
            for key in _DEVICE_SETTINGS & set(entry.keys()):
                if entry[key] is not False and str(entry[key]) not in ("/Default", "/Identity"):
                    self.settings.setdefault(key[1:], self._page)
            return replace(state, **_graphics_state(entry, state))
        return state

    def _glyphs(self, state: _State, resources: Object) -> frozenset[Mark]:
        """The marks of a font whose glyphs are drawings (Type 3)."""
        font, inside = state.glyphs, replace(state, ctm=_times(_matrix(state.glyphs.get("/FontMatrix")), state.ctm), glyphs=None)
        drawings = [drawing for _, drawing in font.CharProcs.items()]
        return frozenset().union(*(self._walk(drawing, font.get("/Resources", resources), inside) for drawing in drawings))


def _painted(op: str, path: "_Path", state: _State) -> Iterator[Mark]:
    if op in _FILLS | _BOTH:
        yield Mark("fill", state.fill, detail=state.clear)
        thin = path.thinness * _scale(state.ctm)
        if thin < THIN_PT:  # a rule drawn as an area
            yield Mark("stroke", state.fill, round(thin, 3), state.clear)
    if op in _STROKES | _BOTH:
        yield Mark("stroke", state.stroke, round(state.width * _scale(state.ctm), 3), state.clear)
    if op in _SHOWS and state.mode != 3:
        size = round(abs(state.font_size) * _scale(_times(state.text, state.ctm)), 2)
        if state.mode in (0, 2, 4, 6):
            yield Mark("text", state.fill, size, state.clear or state.font)
        if state.mode in (1, 2, 5, 6):
            yield Mark("text", state.stroke, size, state.clear or state.font)
            yield Mark("stroke", state.stroke, round(state.width * _scale(state.ctm), 3), state.clear)
    if op == "sh":
        yield Mark("shading", Colour("Shading", ()), detail=state.clear)
    if op == INLINE:
        yield Mark("image", Colour("Inline", ()), detail="inline")
    if op in PAINTS:
        path.clear()


class _Path:
    """The extent of the current path, in its own units."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self._xs: list[float] = []
        self._ys: list[float] = []

    def add(self, op: str, operands: list) -> None:
        if op == "re":
            x, y, width, height = map(float, operands)
            self._xs += (x, x + width)
            self._ys += (y, y + height)
        elif op in ("m", "l", "c", "v", "y"):
            numbers = [float(part) for part in operands]
            self._xs += numbers[::2]
            self._ys += numbers[1::2]

    @property
    def thinness(self) -> float:
        """Its shorter side."""
        return min(max(self._xs) - min(self._xs), max(self._ys) - min(self._ys)) if self._xs else THIN_PT


def _defaults(resources: Object) -> Iterator[Mark]:
    """Spaces that stand in for the device's: whatever is painted in those is painted in these."""
    spaces = resources.get("/ColorSpace", Dictionary())
    for name in ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK"):
        if name in spaces:
            yield Mark("fill", Colour(f"{name[1:]} {space_name(spaces[name])}", ()))


def _image(image: Stream, state: _State) -> Mark:
    """An image is drawn into a unit square: its dots over that square's size give its resolution."""
    width, height = _length(state.ctm[:2]), _length(state.ctm[2:])
    dpi = min(int(image.Width) / width, int(image.Height) / height) * 72 if width and height else 0.0
    mask = "/SMask" in image or isinstance(image.get("/Mask"), Stream)
    bits = "1 bit" if image.get("/ImageMask") or image.get("/BitsPerComponent") == 1 else "tone"
    colour = state.fill if image.get("/ImageMask") else Colour(_image_space(image), ())
    return Mark("image", colour, round(dpi, 1), "transparent image" if mask else state.clear or bits)


def _image_space(image: Stream) -> str:
    if "/ColorSpace" not in image:
        return "its own colour space"  # of a JPEG 2000
    return space_name(image.ColorSpace).removeprefix("Indexed ")


def _graphics_state(entry: Object, state: _State) -> dict:
    changes = {}
    if "/LW" in entry:
        changes["width"] = float(entry.LW)
    if any(float(entry.get(key, 1)) < 1 for key in ("/ca", "/CA")):
        changes["clear"] = "transparent paint"
    elif "/SMask" in entry and entry.SMask != Name("/None"):
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
    """How much a matrix shrinks what it shrinks most: its smaller singular value."""
    a, b, c, d = matrix
    middle, spread = (a * a + b * b + c * c + d * d) / 2, hypot((a * a + b * b - c * c - d * d) / 2, a * c + b * d)
    return max(middle - spread, 0.0) ** 0.5


def _length(vector: tuple[float, float]) -> float:
    return (vector[0] ** 2 + vector[1] ** 2) ** 0.5
