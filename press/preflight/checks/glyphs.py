"""Glyphs: every character shows something; none is the box or the gap of a font that lacks it."""

import unicodedata
from collections.abc import Iterator

from press.language.message import Message, _, verbatim
from press.pdf.embedded_fonts import EmbeddedFont
from press.preflight.document import Document

CODE = "glyphs"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A character that the font lacks is printed as an empty box, or not at all; the text in the file is whole."

FIX = _("choose a font that has it (not a trial version), or write it otherwise")
BLANK = {"Zs", "Zl", "Zp", "Cc", "Cf"}  # categories of characters that draw nothing: spaces, breaks, joiners


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    inventory = document.inventory
    for key, codes in sorted(inventory.codes.items(), key=lambda entry: entry[0]):
        font = document.fonts.of(inventory.fonts[key])
        for code, page in sorted(codes.items()):
            if fault := _fault(font, code):
                yield page, _("the font {font} {fault}", font=key[0].lstrip("/").split("+")[-1], fault=fault), FIX


def _fault(font: EmbeddedFont, code: int) -> Message | None:
    glyph = font.glyph(code)
    if glyph is None:
        return None
    character = font.character(code)
    blank = character is not None and all(unicodedata.category(letter) in BLANK for letter in character)
    draws = font.draws(glyph)
    if glyph in (0, ".notdef") and (draws or not blank):
        return _("has no glyph for {character}", character=_named(character))
    if not draws and character is not None and not blank:
        return _("draws nothing for {character}", character=_named(character))
    return None


def _named(character: str | None) -> Message:
    """A character as one finds it in a table."""
    if not character:
        return _("a character that the file does not name")
    return verbatim(f"{character} ({', '.join(f'U+{ord(letter):04X}' for letter in character)})")
