"""Nothing that acts: no links, forms, scripts, attachments or passwords."""

from collections.abc import Iterator

from press.preflight.document import Document

CODE = "interactive"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Links inside the bleed, scripts and encryption are forbidden in PDF/X (ISO 15930-7, 6.14 to 6.17)."

IN_CATALOG = {
    "/AcroForm": "a form",
    "/OpenAction": "an action",
    "/AA": "an action",
    "/Outlines": "bookmarks",
    "/AF": "an attachment",
    "/OCProperties": "layers, which may be hidden",
}
IN_NAMES = {"/JavaScript": "JavaScript", "/EmbeddedFiles": "an attachment"}


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    fix = "build the product anew; do not edit the PDF"
    if document.pdf.is_encrypted:
        yield None, "the file is encrypted", fix
    for key, name in IN_CATALOG.items():
        if key in document.pdf.Root:
            yield None, f"{name} in the file", fix
    for key, name in IN_NAMES.items():
        if key in document.pdf.Root.get("/Names", {}):
            yield None, f"{name} in the file", fix
    for number, page in document.kinds():
        if "/Annots" in page or "/AA" in page:
            yield number, "annotations or actions on the page", fix
