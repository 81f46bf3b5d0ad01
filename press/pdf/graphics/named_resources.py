"""What a content stream calls by name among its resources."""

from typing import NamedTuple

from pikepdf import Dictionary, Object

from press.pdf.embedded_fonts import is_composite
from press.pdf.graphics.colour_operators import Colour, space_name
from press.pdf.graphics.operands import name
from press.pdf.graphics.painting import FontKey


class NamedFont(NamedTuple):
    font: Object
    key: FontKey
    composite: bool
    drawn: bool  # whether its glyphs are drawings (Type 3)


class NamedResources:
    """Each of them is looked up once. Names come as they are written; raises KeyError for what is not there."""

    def __init__(self, resources: Object):
        self._resources = resources
        self._fonts: dict[bytes, NamedFont] = {}
        self._spaces: dict[bytes, Colour] = {}

    def font(self, written: bytes) -> NamedFont:
        if written not in self._fonts:
            font = self._resources.Font[name(written)]
            key = str(font.get("/BaseFont", name(written))), font.objgen
            self._fonts[written] = NamedFont(font, key, is_composite(font), bool(font.get("/Subtype") == "/Type3"))
        return self._fonts[written]

    def space(self, written: bytes) -> Colour:
        """A colour space, with no colour in it yet."""
        if written not in self._spaces:
            key = name(written)
            space = space_name(self._resources.get("/ColorSpace", Dictionary()).get(key, key))
            self._spaces[written] = Colour(space, ())
        return self._spaces[written]

    def setting(self, written: bytes) -> Object:
        return self._resources.ExtGState[name(written)]
