"""Fonts: embedded, and only the characters used."""

from collections.abc import Iterator

from pikepdf import Dictionary, Object

from press.preflight.document import Document

CODE = "fonts"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "A font that is not in the file is replaced by another at the print shop (ISO 15930-7, 6.3.5)."

FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    if not document.inventory.fonts and any(mark.kind == "text" for mark, _ in document.marks()):
        yield None, "text without any font", "build the product anew"
    for (name, _), font in sorted(document.inventory.fonts.items(), key=lambda entry: entry[0]):
        if not _embedded(font):
            yield None, f"the font {name.lstrip('/')} is not embedded", "build the product anew from the brand's fonts"
        elif "+" not in name:
            yield None, f"the font {name.lstrip('/')} is embedded whole, not as a subset", "build the product anew"


def _embedded(font: Object) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", Dictionary())
    return any(key in descriptor and len(descriptor[key].read_raw_bytes()) > 0 for key in FILES)
