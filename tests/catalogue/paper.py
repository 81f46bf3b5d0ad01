"""A finished page as somebody with a ruler sees it: where letters, lines and areas lie, which codes there are.

Millimetres from the upper left corner of the trim, x to the right, y down. Nothing here comes from a template.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import pypdfium2
import zxingcpp
from finished_pdf import letters
from pypdfium2 import raw

MM = 72 / 25.4  # pt
Matrix = tuple[float, float, float, float, float, float]
PAINTED = {
    "S": "stroke",
    "s": "stroke",
    "f": "fill",
    "f*": "fill",
    "B": "both",
    "B*": "both",
    "b": "both",
    "b*": "both",
    "n": None,
}
POINTS = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2}


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def turned_over(self, width: float) -> "Box":
        """Where it is seen through a sheet of that width, or lies once the sheet is turned on an upright edge."""
        return Box(width - self.right, self.top, width - self.left, self.bottom)

    def within(self, other: "Box", clear: float = 0) -> bool:
        return (
            other.left + clear <= self.left
            and self.right <= other.right - clear
            and other.top + clear <= self.top
            and self.bottom <= other.bottom - clear
        )


def around(boxes: list[Box]) -> Box:
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )


@dataclass(frozen=True)
class Letter:
    letter: str
    box: Box
    angle: int  # 0, or 180 on its head


@dataclass(frozen=True)
class PaintedPath:
    """A painted path: its extent, and how it was painted."""

    how: str  # "stroke", "fill" or "both"
    box: Box
    points: int
    thickness: float  # pt
    dashed: bool
    colour: tuple  # of what fills it, of its stroke if nothing does


class Page:
    def __init__(self, file: Path, number: int):
        self.file, self.number = file, number
        self._codes: dict[int, list[tuple[str, Box]]] = {}  # by resolution
        with pikepdf.open(file) as pdf:
            self._trim = [float(side) for side in pdf.pages[number].obj["/TrimBox"]]
        self.width, self.height = ((self._trim[i + 2] - self._trim[i]) / MM for i in (0, 1))

    @property
    def trim(self) -> Box:
        return Box(0, 0, self.width, self.height)

    def _box(self, left: float, bottom: float, right: float, top: float) -> Box:
        x, y = self._trim[0], self._trim[3]
        return Box((left - x) / MM, (y - top) / MM, (right - x) / MM, (y - bottom) / MM)

    @cached_property
    def signs(self) -> tuple[Letter, ...]:
        """Every sign inside the trim, in the order in which they were set."""
        document = pypdfium2.PdfDocument(self.file)
        try:
            text = document[self.number].get_textpage()
            found = [
                (
                    chr(raw.FPDFText_GetUnicode(text, i)),
                    self._box(*text.get_charbox(i)),
                    round(raw.FPDFText_GetCharAngle(text, i) * 57.3) % 360,
                )
                for i in range(text.count_chars())
                if not raw.FPDFText_IsGenerated(text, i)
            ]
        finally:
            document.close()
        kept = tuple(Letter(*one) for one in found if 0 <= one[1].middle[1] <= self.height)
        assert kept, f"{self.file.name}: no text on page {self.number + 1}"
        return kept

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """Without what line breaking may change: spaces and hyphens."""
        return tuple(sign for sign in self.signs if letters(sign.letter))

    @cached_property
    def text(self) -> str:
        return "".join(letter.letter for letter in self.letters)

    def spans(self, words: str) -> list[tuple[int, int]]:
        """From and to which letter some words go, however they were broken into lines."""
        wanted, found, start = letters(words), [], 0
        while (start := self.text.find(wanted, start)) >= 0:
            found.append((start, start := start + len(wanted)))
        return found

    def box(self, start: int, end: int) -> Box:
        return around([letter.box for letter in self.letters[start:end]])

    def all(self, words: str) -> list[tuple[Box, int]]:
        """Every place of some words: box and angle."""
        return [(self.box(start, end), self.letters[start].angle) for start, end in self.spans(words)]

    def find(self, words: str) -> Box:
        """The one place of some words."""
        (found,) = self.all(words)
        return found[0]

    @cached_property
    def paths(self) -> tuple[PaintedPath, ...]:
        """Every painted path, those in forms, too."""
        with pikepdf.open(self.file) as pdf:
            page = pdf.pages[self.number]
            found = tuple(self._painted(page, page.obj.Resources, (1, 0, 0, 1, 0, 0)))
        assert found, f"{self.file.name}: nothing drawn on page {self.number + 1}"
        return found

    def _painted(self, stream, resources, matrix: Matrix) -> Iterator[PaintedPath]:
        state = {"matrix": matrix, "thickness": 1.0, "dashed": False, "K": (), "k": ()}
        stack, points = [], []
        for operands, operator in pikepdf.parse_content_stream(stream):
            name, at = str(operator), state["matrix"]
            if name == "q":
                stack.append(dict(state))
            elif name == "Q":
                state = stack.pop()
            elif name == "cm":
                state["matrix"] = _product(tuple(map(float, operands)), at)
            elif name == "w":
                state["thickness"] = float(operands[0])
            elif name == "d":
                state["dashed"] = len(operands[0]) > 0
            elif name in ("K", "G", "SCN", "k", "g", "scn"):
                state["K" if name.isupper() else "k"] = tuple(
                    float(o) for o in operands if not isinstance(o, pikepdf.Name)
                )
            elif name in POINTS:
                pairs = list(map(float, operands))
                points += [_moved(at, *pairs[i : i + 2]) for i in range(0, len(pairs), 2)]
            elif name == "re":
                x, y, w, h = map(float, operands)
                points += [_moved(at, a, b) for a in (x, x + w) for b in (y, y + h)]
            elif name in PAINTED:
                if PAINTED[name] and points:
                    xs, ys = zip(*points)
                    yield PaintedPath(
                        PAINTED[name],
                        self._box(min(xs), min(ys), max(xs), max(ys)),
                        len(points),
                        state["thickness"],
                        state["dashed"],
                        state["K" if PAINTED[name] == "stroke" else "k"],
                    )
                points = []
            elif name == "Do":
                form = resources.XObject[str(operands[0])]
                if form.Subtype == "/Form":
                    own = tuple(map(float, form.get("/Matrix", (1, 0, 0, 1, 0, 0))))
                    yield from self._painted(form, form.get("/Resources", resources), _product(own, at))

    def lines(self, dashed: bool = False) -> list[PaintedPath]:
        """Every straight stroke; crop marks are among them."""
        return [path for path in self.paths if path.how == "stroke" and path.points == 2 and path.dashed is dashed]

    def codes(self, dpi: int = 300) -> list[tuple[str, Box]]:
        """What a reader sees on the page rendered at that resolution: link and place of each code."""
        if dpi not in self._codes:
            self._codes[dpi] = self._read_codes(dpi)
        return self._codes[dpi]

    def _read_codes(self, dpi: int) -> list[tuple[str, Box]]:
        document = pypdfium2.PdfDocument(self.file)
        try:
            picture = document[self.number].render(scale=dpi / 72, grayscale=True).to_pil()
        finally:
            document.close()
        found = []
        for code in zxingcpp.read_barcodes(
            picture, formats=zxingcpp.BarcodeFormat.QRCode, try_invert=False, try_downscale=False
        ):
            corners = [
                getattr(code.position, f"{end}_{side}") for end in ("top", "bottom") for side in ("left", "right")
            ]
            xs, ys = [c.x * 72 / dpi for c in corners], [picture.height * 72 / dpi - c.y * 72 / dpi for c in corners]
            found.append((code.text, self._box(min(xs), min(ys), max(xs), max(ys))))
        return found


def pages(file: Path) -> list[Page]:
    with pikepdf.open(file) as pdf:
        count = len(pdf.pages)
    assert count, f"{file.name}: no pages"
    return [Page(file, number) for number in range(count)]


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
