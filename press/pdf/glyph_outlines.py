"""Outlines: whether a glyph of an OpenType font draws anything."""

from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

_DEEPEST = 8  # parts of parts


def draws(font: TTFont, glyph: int | str, depth: int = 0) -> bool:
    """Whether a glyph, by number or by name, has an outline."""
    name = font.getGlyphName(glyph) if isinstance(glyph, int) else glyph
    if "glyf" in font:
        if name not in font["glyf"]:
            return False
        outline = font["glyf"][name]
        if outline.isComposite() and depth < _DEEPEST:
            return any(draws(font, part.glyphName, depth + 1) for part in outline.components)
        return bool(outline.numberOfContours > 0)
    table = "CFF " if "CFF " in font else "CFF2"
    charstrings = font[table].cff.topDictIndex[0].CharStrings
    pen = RecordingPen()
    if name in charstrings:
        charstrings[name].draw(pen)
    return bool(pen.value)
