"""Marks: what a painting operator leaves on the page, given the graphics state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot, sqrt

from pikepdf import Name, Object, Stream

from press.pdf.graphics.colour_operators import BLACK, Colour, space_name
from press.pdf.graphics.content_stream import Operands

Matrix = tuple[float, float, float, float]  # scale and turn only; no check needs the place
IDENTITY: Matrix = (1, 0, 0, 1)

_FILLS = {"f", "F", "f*"}
_STROKES = {"S", "s"}
_BOTH = {"B", "B*", "b", "b*"}
SHOWS = {"Tj", "TJ", "'", '"'}
PAINTS = _FILLS | _STROKES | _BOTH | {"n"}
INLINE = "INLINE IMAGE"  # as pikepdf names BI … EI
THIN_PT = 1.0  # areas thinner than this are looked at as strokes
DEVICE_SETTINGS = {"/OP", "/op", "/TR", "/TR2", "/HT"}


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
class State:
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


def painted(op: str, path: "Path", state: State) -> Iterator[Mark]:
    if op in _FILLS | _BOTH:
        yield Mark("fill", state.fill, detail=state.clear)
        thin = path.thinness * _scale(state.ctm)
        if thin < THIN_PT:  # a rule drawn as an area
            yield Mark("stroke", state.fill, round(thin, 3), state.clear)
    if op in _STROKES | _BOTH:
        yield Mark("stroke", state.stroke, round(state.width * _scale(state.ctm), 3), state.clear)
    if op in SHOWS and state.mode != 3:
        size = round(abs(state.font_size) * _scale(times(state.text, state.ctm)), 2)
        if state.mode in (0, 2, 4, 6):
            yield Mark("text", state.fill, size, state.clear or state.font)
        if state.mode in (1, 2, 5, 6):
            yield Mark("text", state.stroke, size, state.clear or state.font)
            yield Mark("stroke", state.stroke, round(state.width * _scale(state.ctm), 3), state.clear)
    if op == INLINE:
        yield Mark("image", Colour("Inline", ()), detail="inline")
    if op in PAINTS:
        path.clear()


class Path:
    """The extent of the current path, in its own units."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self._xs: list[float] = []
        self._ys: list[float] = []

    def add(self, op: str, operands: Operands) -> None:
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


def image_mark(image: Object, state: State) -> Mark:
    """An image is drawn into a unit square: its dots over that square's size give its resolution."""
    width, height = _length(state.ctm[:2]), _length(state.ctm[2:])
    dpi = min(int(image.Width) / width, int(image.Height) / height) * 72 if width and height else 0.0
    mask = "/SMask" in image or isinstance(image.get("/Mask"), Stream)
    bits = "1 bit" if image.get("/ImageMask") or image.get("/BitsPerComponent") == 1 else "tone"
    colour = state.fill if image.get("/ImageMask") else Colour(_image_space(image), ())
    return Mark("image", colour, round(dpi, 1), "transparent image" if mask else state.clear or bits)


def _image_space(image: Object) -> str:
    if "/ColorSpace" not in image:
        return "its own colour space"  # of a JPEG 2000
    return space_name(image.ColorSpace).removeprefix("Indexed ")


def graphics_state(entry: Object, state: State) -> State:
    """The state after `gs` with an entry of the resources' ExtGState."""
    if "/LW" in entry:
        state = replace(state, width=float(entry.LW))
    if any(float(entry.get(key, 1)) < 1 for key in ("/ca", "/CA")):
        return replace(state, clear="transparent paint")
    if "/SMask" in entry and entry.SMask != Name("/None"):
        return replace(state, clear="transparent mask")
    if str(entry.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        return replace(state, clear="transparent blend")
    return state


def matrix_of(numbers: Object | Operands | None) -> Matrix:
    if numbers is None:
        return IDENTITY
    a, b, c, d = (float(numbers[i]) for i in range(4))
    return a, b, c, d


def times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d = first
    e, f, g, h = then
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def _scale(matrix: Matrix) -> float:
    """How much a matrix shrinks what it shrinks most: its smaller singular value."""
    a, b, c, d = matrix
    middle, spread = (a * a + b * b + c * c + d * d) / 2, hypot((a * a + b * b - c * c - d * d) / 2, a * c + b * d)
    return sqrt(max(middle - spread, 0.0))


def _length(vector: tuple[float, float]) -> float:
    return sqrt(vector[0] ** 2 + vector[1] ** 2)
