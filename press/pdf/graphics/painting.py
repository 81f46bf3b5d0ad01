"""Marks: what a painting operator leaves on the page, given the graphics state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any, NamedTuple

from pikepdf import Name, Object, Stream

from press.pdf.graphics.colour_operators import BLACK, Colour, space_name
from press.pdf.graphics.path_extent import THIN_PT, Extent

Matrix = tuple[float, float, float, float]  # scale and turn only; no check needs the place
FontKey = tuple[str, tuple[int, int]]  # of a font: its name, and the number of its object
IDENTITY: Matrix = (1, 0, 0, 1)

_BOTH = {"B", "B*", "b", "b*"}
FILLS = {"f", "F", "f*"} | _BOTH
STROKES = {"S", "s"} | _BOTH
SHOWS = {"Tj", "TJ", "'", '"'}
INVISIBLE = 3  # as text is shown for machines alone
PAINTS = FILLS | STROKES | {"n"}
LARGE_PT = 8.5  # 3 mm: what is no thinner is an area; text that is left white in it stands on black alone
DEVICE_SETTINGS = {"/TR", "/TR2", "/HT"}


@dataclass(frozen=True)
class Mark:
    """One kind of mark. `size` in pt: of type, or the width of a stroke; of an image: its dots per inch."""

    kind: str  # "fill", "stroke", "text", "image", "shading"
    colour: Colour
    size: float = 0.0
    detail: str = ""  # a font's name, an image's bits, how it is transparent
    overprint: int | None = None  # the mode in which it prints over its ground; none if it knocks out
    large: bool = False  # of a fill: an area

    @property
    def see_through(self) -> bool:
        return self.detail.startswith("transparent")


class State(NamedTuple):
    """The graphics state. A tuple, for a page has thousands."""

    ctm: Matrix = IDENTITY
    fill: Colour = BLACK
    stroke: Colour = BLACK
    width: float = 1.0
    font: str = ""
    font_size: float = 1.0
    text: Matrix = IDENTITY
    mode: int = 0
    clear: str = ""
    shown: FontKey | None = None
    composite: bool = False  # whether codes of the font have two bytes
    glyphs: Object | None = None  # a font whose glyphs are drawings
    over_stroke: bool = False
    over_fill: bool = False
    over_mode: int = 0

    @property
    def filled_over(self) -> int | None:
        return self.over_mode if self.over_fill else None

    @property
    def stroked_over(self) -> int | None:
        return self.over_mode if self.over_stroke else None


def painted(op: str, path: Extent, state: State) -> Iterator[Mark]:
    """What an operator of `PAINTS` leaves of a path."""
    filled, stroked = state.filled_over, state.stroked_over
    if op in FILLS:
        yield Mark("fill", state.fill, 0.0, state.clear, filled, is_large(path, state.ctm))
        thin = path.thinness * _scale(state.ctm)
        if thin < THIN_PT:  # a rule drawn as an area
            yield Mark("stroke", state.fill, round(thin, 3), state.clear, filled)
    if op in STROKES:
        yield Mark("stroke", state.stroke, _stroke_width(state), state.clear, stroked)


def shown(state: State) -> Iterator[Mark]:
    """What an operator of `SHOWS` leaves, whatever its text."""
    if state.mode == INVISIBLE:
        return
    size = round(abs(state.font_size) * _scale(times(state.text, state.ctm)), 2)
    fills, strokes = shown_by(state.mode)
    if fills:
        yield Mark("text", state.fill, size, state.clear or state.font, state.filled_over)
    if strokes:
        yield Mark("text", state.stroke, size, state.clear or state.font, state.stroked_over)
        yield Mark("stroke", state.stroke, _stroke_width(state), state.clear, state.stroked_over)


def _stroke_width(state: State) -> float:
    """In pt, where it is thinnest."""
    return round(state.width * _scale(state.ctm), 3)


def shown_by(mode: int) -> tuple[bool, bool]:
    """Whether text in a rendering mode is filled, and whether it is stroked (ISO 32000-1, 9.3.6)."""
    return mode in (0, 2, 4, 6), mode in (1, 2, 5, 6)


def is_large(path: Extent, ctm: Matrix) -> bool:
    """Whether a filled path is an area, not a line, a letter or a module of a code."""
    return path.thickest * _scale(ctm) >= LARGE_PT


def image_mark(image: Object, state: State) -> Mark:
    """An image is drawn into a unit square: its dots over that square's size give its resolution."""
    width, height = _length(state.ctm[:2]), _length(state.ctm[2:])
    dpi = min(int(image.Width) / width, int(image.Height) / height) * 72 if width and height else 0.0
    mask = "/SMask" in image or isinstance(image.get("/Mask"), Stream)
    bits = "1 bit" if image.get("/ImageMask") or image.get("/BitsPerComponent") == 1 else "tone"
    colour = state.fill if image.get("/ImageMask") else Colour(_image_space(image), ())
    return Mark("image", colour, round(dpi, 1), "transparent image" if mask else state.clear or bits, state.filled_over)


def _image_space(image: Object) -> str:
    if "/ColorSpace" not in image:
        return "its own colour space"  # of a JPEG 2000
    return space_name(image.ColorSpace).removeprefix("Indexed ")


def graphics_state(entry: Object, state: State) -> State:
    """The state after `gs` with an entry of the resources' ExtGState."""
    if "/LW" in entry:
        state = state._replace(width=float(entry.LW))
    if "/OP" in entry or "/op" in entry:  # without the second one, the first one counts for fills, too
        stroke = bool(entry.get("/OP", state.over_stroke))
        state = state._replace(over_stroke=stroke, over_fill=bool(entry.get("/op", stroke)))
    if "/OPM" in entry:
        state = state._replace(over_mode=int(entry.OPM))
    if any(float(entry.get(key, 1)) < 1 for key in ("/ca", "/CA")):
        return state._replace(clear="transparent paint")
    if "/SMask" in entry and entry.SMask != Name("/None"):
        return state._replace(clear="transparent mask")
    if str(entry.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        return state._replace(clear="transparent blend")
    return state


def matrix_of(numbers: Object | Sequence[Any] | None) -> Matrix:
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
