"""Breaks phrases into lines for lanes that cannot do it themselves."""

from fontTools.ttLib import TTFont

from bench.sheet import CELL, INSET, PHRASE_PT
from press.pdf.page_boxes import pt


def broken(text: str, font: str) -> list[str]:
    """The text in as many words a line as a cell holds, by the advance widths of the font file."""
    face = TTFont(font, lazy=True)
    characters, advances, scale = face.getBestCmap(), face["hmtx"], PHRASE_PT / face["head"].unitsPerEm
    room = pt(CELL[0] - 2 * INSET)
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and sum(advances[characters[ord(letter)]][0] for letter in longer) * scale <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
