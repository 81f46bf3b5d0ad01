"""The inventory: every mark that a file's content streams make, with its colour and size.

Streams are walked with their graphics state. A form that many pages share is walked once for each
scale and colour it is drawn with, however many pages draw it.
"""

from collections.abc import Iterator
from functools import lru_cache

from pikepdf import Dictionary, Object, Pdf, Stream

from press.pdf.embedded_fonts import codes_of
from press.pdf.graphics.colour_operators import Colour, colour_from, space_name
from press.pdf.graphics.content_stream import INLINE, operations
from press.pdf.graphics.named_resources import NamedResources
from press.pdf.graphics.operands import name, numbers, values
from press.pdf.graphics.painting import (
    DEVICE_SETTINGS,
    IDENTITY,
    INVISIBLE,
    PAINTS,
    SHOWS,
    FontKey,
    Mark,
    State,
    graphics_state,
    image_mark,
    matrix_of,
    painted,
    shown,
    times,
)
from press.pdf.graphics.path_extent import path_extent
from press.pdf.graphics.recolour import FILL_SETTERS, STROKE_SETTERS
from press.pdf.graphics.shadings import shading_colours
from press.pdf.graphics.stream_scanner import PATH

_STATES = FILL_SETTERS | STROKE_SETTERS | {"cs", "CS", "cm", "w", "BT", "Tm", "Tr", "Tf", "gs"}

Looked = tuple[frozenset[Mark], int]  # the marks, and how many instructions make them


class Inventory:
    """The marks of the pages and forms that it was shown."""

    def __init__(self) -> None:
        self.first_pages: dict[Mark, int] = {}
        self.fonts: dict[FontKey, Object] = {}
        # Of each font the codes that are shown in it, with the first page of each.
        self.codes: dict[FontKey, dict[int, int]] = {}
        self.settings: dict[str, int] = {}  # device settings, by name, with the first page
        self._forms: dict[tuple[object, ...], Looked] = {}

    def add(self, thing: Object, resources: Object, page: int) -> Looked:
        """Adds a page, or a form that pages draw, of which `page` (from 0) is the first. Gives its marks, and how many
        instructions make them: those of a form count as often as it is drawn."""
        self._page = page
        marks, count = (
            self._drawn(thing, resources, State())
            if isinstance(thing, Stream)
            else self._walk(thing, resources, State())
        )
        for mark in marks:
            self.first_pages.setdefault(mark, page)
        return marks, count

    def _walk(self, stream: Object, resources: Object, state: State) -> Looked:
        marks, count = set(_defaults(resources)), 0
        named = NamedResources(resources)
        stack: list[State] = []
        path = b""
        for op, operands in operations(stream):
            if op == PATH:
                path += operands
                count += path_extent(operands).segments
                continue
            count += 1
            inside: Looked = frozenset(), 0
            if op in PAINTS:
                marks.update(painted(op, path_extent(path), state))
                path = b""
            elif op in SHOWS:
                marks.update(shown(state))
                self._show(operands, state)
                if state.glyphs is not None:
                    inside = self._glyphs(state.glyphs, state, resources)
            elif op == "q":
                stack.append(state)
            elif op == "Q":
                state = stack.pop() if stack else state
            elif op == "sh":
                colours = shading_colours(resources.Shading[name(operands.strip())])
                marks |= {Mark("shading", colour, 0.0, state.clear, state.filled_over) for colour in colours}
            elif op == "Do":
                inside = self._drawn(resources.XObject[name(operands.strip())], resources, state)
            elif op == INLINE:
                marks.add(Mark("image", Colour("Inline", ()), detail="inline", overprint=state.filled_over))
            elif op in _STATES:
                state = self._stated(op, operands, named, state)
            marks |= inside[0]
            count += inside[1]
        return frozenset(marks), count

    def _drawn(self, thing: Object, resources: Object, state: State) -> Looked:
        if thing.get("/Subtype") == "/Image":
            return frozenset([image_mark(thing, state)]), 0
        inside = state._replace(ctm=times(matrix_of(thing.get("/Matrix")), state.ctm))
        if (group := thing.get("/Group")) is not None and group.get("/S") == "/Transparency":
            inside = inside._replace(clear="transparent group")
        key = (thing.objgen, tuple(round(part, 4) for part in inside.ctm), inside._replace(ctm=IDENTITY))
        if key not in self._forms:
            self._forms[key] = self._walk(thing, thing.get("/Resources", resources), inside)
        return self._forms[key]

    def _stated(self, op: str, operands: bytes, named: NamedResources, state: State) -> State:
        if op in FILL_SETTERS:
            return state._replace(fill=_colour(op, operands, state.fill))
        if op in STROKE_SETTERS:
            return state._replace(stroke=_colour(op.lower(), operands, state.stroke))
        if op == "cs":
            return state._replace(fill=named.space(operands.strip()))
        if op == "CS":
            return state._replace(stroke=named.space(operands.strip()))
        if op == "cm":
            return state._replace(ctm=times(matrix_of(numbers(operands)), state.ctm))
        if op == "w":
            return state._replace(width=float(operands))
        if op == "BT":
            return state._replace(text=IDENTITY)
        if op == "Tm":
            return state._replace(text=matrix_of(numbers(operands)))
        if op == "Tr":
            return state._replace(mode=int(operands))
        if op == "Tf":
            written, size = operands.split()
            font = named.font(written)
            self.fonts[font.key] = font.font
            glyphs = font.font if font.drawn else None
            return state._replace(
                font=font.key[0], shown=font.key, composite=font.composite, font_size=float(size), glyphs=glyphs
            )
        entry = named.setting(operands.strip())
        for key in DEVICE_SETTINGS & set(entry.keys()):
            if str(entry[key]) not in ("False", "/Default", "/Identity"):
                self.settings.setdefault(key[1:], self._page)
        return graphics_state(entry, state)

    def _show(self, operands: bytes, state: State) -> None:
        """Notes the codes of a text."""
        if state.shown is None or state.mode == INVISIBLE:
            return
        known = self.codes.setdefault(state.shown, {})
        for code in codes_of(operands, state.composite):
            if code not in known:
                known[code] = self._page

    def _glyphs(self, font: Object, state: State, resources: Object) -> Looked:
        """What a font whose glyphs are drawings (Type 3) makes, were each of them shown."""
        inside = state._replace(ctm=times(matrix_of(font.get("/FontMatrix")), state.ctm), glyphs=None)
        drawings = [
            self._walk(drawing, font.get("/Resources", resources), inside) for _, drawing in font.CharProcs.items()
        ]
        return frozenset().union(*(marks for marks, _ in drawings)), sum(count for _, count in drawings)


@lru_cache(maxsize=1024)
def _colour(op: str, operands: bytes, before: Colour) -> Colour:
    return colour_from(op, values(operands), before)


def of_all_pages(pdf: Pdf) -> Inventory:
    inventory = Inventory()
    for number, page in enumerate(pdf.pages):
        inventory.add(page.obj, page.obj.get("/Resources", Dictionary()), number)
    return inventory


def _defaults(resources: Object) -> Iterator[Mark]:
    """Spaces that stand in for the device's: whatever is painted in those is painted in these."""
    spaces = resources.get("/ColorSpace", Dictionary())
    for default in ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK"):
        if default in spaces:
            yield Mark("fill", Colour(f"{default[1:]} {space_name(spaces[default])}", ()))
