"""Glyphs: every character shows something; none is the box or the gap of a font that lacks it."""

import unicodedata
from collections.abc import Iterator

from press.pdf.embedded_fonts import EmbeddedFont
from press.preflight.document import Document

CODE = "glyphs"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A character that the font lacks is printed as an empty box, or not at all; the text in the file is whole."

FIX = "choose a font that has it (not a trial version), or write it otherwise"
BLANK = {"Zs", "Zl", "Zp", "Cc", "Cf"}  # categories of characters that draw nothing: spaces, breaks, joiners


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    inventory = document.inventory
    for key, codes in sorted(inventory.codes.items(), key=lambda entry: entry[0]):
        font = EmbeddedFont(inventory.fonts[key])
        for code, page in sorted(codes.items()):
            if fault := _fault(font, code):
                yield page, f"the font {key[0].lstrip('/').split('+')[-1]} {fault}", FIX


def _fault(font: EmbeddedFont, code: int) -> str | None:
    glyph = font.glyph(code)
    if glyph is None:
        return None
    character = font.character(code)
    blank = character is not None and all(unicodedata.category(letter) in BLANK for letter in character)
    draws = font.draws(glyph)
    if glyph in (0, ".notdef") and (draws or not blank):
        return f"has no glyph for {_named(character)}"
    if not draws and character is not None and not blank:
        return f"draws nothing for {_named(character)}"
    return None


def _named(character: str | None) -> str:
    """A character as one finds it in a table."""
    if not character:
        return "a character that the file does not name"
    return f"{character} ({', '.join(f'U+{ord(letter):04X}' for letter in character)})"
