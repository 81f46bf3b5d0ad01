"""The embedded fonts of one file: whoever reads its pages asks here."""

from pikepdf import Object

from press.pdf.embedded_fonts import EmbeddedFont


class EmbeddedFonts:
    """The fonts of one file, each taken apart once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], EmbeddedFont] = {}

    def of(self, font: Object) -> EmbeddedFont:
        if not font.is_indirect:
            return EmbeddedFont(font)
        if font.objgen not in self._known:
            self._known[font.objgen] = EmbeddedFont(font)
        return self._known[font.objgen]
