"""The inventory: every mark that a file's content streams make, with its colour and size.

Streams are walked with their graphics state. A form that many pages share is walked once for each
scale and colour it is drawn with, however many pages draw it.
"""

from collections.abc import Iterator
from dataclasses import replace

import pikepdf
from pikepdf import Dictionary, Object, Pdf, Stream

from press.pdf.colour_operators import Colour, colour_from, space_name
from press.pdf.painting import (
    DEVICE_SETTINGS,
    IDENTITY,
    SHOWS,
    Mark,
    Path,
    State,
    graphics_state,
    image_mark,
    matrix_of,
    painted,
    times,
)
from press.pdf.recolour import FILL_SETTERS, STROKE_SETTERS
from press.pdf.shadings import shading_colours


class Inventory:
    """The marks of the pages and forms that it was shown."""

    def __init__(self) -> None:
        self.first_pages: dict[Mark, int] = {}
        self.fonts: dict[tuple[str, tuple[int, int]], Object] = {}
        self.settings: dict[str, int] = {}  # device settings, by name, with the first page
        self._forms: dict[tuple, frozenset[Mark]] = {}

    def look(self, thing: Object, resources: Object, page: int) -> tuple[frozenset[Mark], int]:
        """Looks at a page, or at a form that pages draw, of which `page` (from 0) is the first: its marks, and how many
        instructions make them."""
        self._page, self._count = page, 0
        marks = (
            self._drawn(thing, resources, State())
            if isinstance(thing, Stream)
            else self._walk(thing, resources, State())
        )
        for mark in marks:
            self.first_pages.setdefault(mark, page)
        return marks, self._count

    def _walk(self, stream: Object, resources: Object, state: State) -> frozenset[Mark]:
        marks = set(_defaults(resources))
        stack: list[State] = []
        path = Path()
        for operands, operator in pikepdf.parse_content_stream(stream):
            op = str(operator)
            self._count += 1
            if op == "q":
                stack.append(state)
            elif op == "Q":
                state = stack.pop() if stack else state
            elif op == "sh":
                colours = shading_colours(resources.Shading[operands[0]])
                marks |= {Mark("shading", colour, detail=state.clear) for colour in colours}
            elif op == "Do":
                marks |= self._drawn(resources.XObject[operands[0]], resources, state)
            else:
                state = self._stated(op, operands, resources, state)
                path.add(op, operands)
                marks.update(painted(op, path, state))
                if op in SHOWS and state.glyphs is not None:
                    marks |= self._glyphs(state, resources)
        return frozenset(marks)

    def _drawn(self, thing: Stream, resources: Object, state: State) -> frozenset[Mark]:
        if thing.get("/Subtype") == "/Image":
            return frozenset([image_mark(thing, state)])
        inside = replace(state, ctm=times(matrix_of(thing.get("/Matrix")), state.ctm))
        if (group := thing.get("/Group")) is not None and group.get("/S") == "/Transparency":
            inside = replace(inside, clear="transparent group")
        key = (thing.objgen, tuple(round(part, 4) for part in inside.ctm), replace(inside, ctm=IDENTITY))
        if key not in self._forms:
            self._forms[key] = self._walk(thing, thing.get("/Resources", resources), inside)
        return self._forms[key]

    def _stated(self, op: str, operands: list, resources: Object, state: State) -> State:
        if op in FILL_SETTERS:
            return replace(state, fill=colour_from(op, operands, state.fill))
        if op in STROKE_SETTERS:
            return replace(state, stroke=colour_from(op.lower(), operands, state.stroke))
        if op in ("cs", "CS"):
            space = space_name(resources.get("/ColorSpace", Dictionary()).get(operands[0], operands[0]))
            return replace(state, **{"fill" if op == "cs" else "stroke": Colour(space, ())})
        if op == "cm":
            return replace(state, ctm=times(matrix_of(operands), state.ctm))
        if op == "w":
            return replace(state, width=float(operands[0]))
        if op == "BT":
            return replace(state, text=IDENTITY)
        if op == "Tm":
            return replace(state, text=matrix_of(operands))
        if op == "Tr":
            return replace(state, mode=int(operands[0]))
        if op == "Tf":
            font = resources.Font[operands[0]]
            name = str(font.get("/BaseFont", operands[0]))
            self.fonts[name, font.objgen] = font
            return replace(
                state,
                font=name,
                font_size=float(operands[1]),
                glyphs=font if font.get("/Subtype") == "/Type3" else None,
            )
        if op == "gs":
            entry = resources.ExtGState[operands[0]]
            for key in DEVICE_SETTINGS & set(entry.keys()):
                if entry[key] is not False and str(entry[key]) not in ("/Default", "/Identity"):
                    self.settings.setdefault(key[1:], self._page)
            return replace(state, **graphics_state(entry, state))
        return state

    def _glyphs(self, state: State, resources: Object) -> frozenset[Mark]:
        """The marks of a font whose glyphs are drawings (Type 3)."""
        font, inside = (
            state.glyphs,
            replace(state, ctm=times(matrix_of(state.glyphs.get("/FontMatrix")), state.ctm), glyphs=None),
        )
        drawings = [drawing for _, drawing in font.CharProcs.items()]
        return frozenset().union(
            *(self._walk(drawing, font.get("/Resources", resources), inside) for drawing in drawings)
        )


def of_all_pages(pdf: Pdf) -> Inventory:
    inventory = Inventory()
    for number, page in enumerate(pdf.pages):
        inventory.look(page.obj, page.obj.get("/Resources", Dictionary()), number)
    return inventory


def _defaults(resources: Object) -> Iterator[Mark]:
    """Spaces that stand in for the device's: whatever is painted in those is painted in these."""
    spaces = resources.get("/ColorSpace", Dictionary())
    for name in ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK"):
        if name in spaces:
            yield Mark("fill", Colour(f"{name[1:]} {space_name(spaces[name])}", ()))
