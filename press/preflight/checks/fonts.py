"""Fonts: embedded, and only the characters used."""

from collections.abc import Iterator

from pikepdf import Dictionary, Object

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "fonts"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "A font that is not in the file is replaced by another at the print shop (ISO 15930-7, 6.3.5)."

FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    if not document.inventory.fonts and any(mark.kind == "text" for mark, _page in document.marks()):
        yield None, _("text without any font"), _("build the product anew")
    for (name, _number), font in sorted(document.inventory.fonts.items(), key=lambda entry: entry[0]):
        if not _embedded(font):
            yield (
                None,
                _("the font {name} is not embedded", name=name.lstrip("/")),
                _("build the product anew from the brand's fonts"),
            )
        elif "+" not in name:
            yield (
                None,
                _("the font {name} is embedded whole, not as a subset", name=name.lstrip("/")),
                _("build the product anew"),
            )


def _embedded(font: Object) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", Dictionary())
    return any(key in descriptor and len(descriptor[key].read_raw_bytes()) > 0 for key in FILES)
