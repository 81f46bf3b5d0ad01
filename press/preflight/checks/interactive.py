"""Nothing that acts: no links, forms, scripts, attachments or passwords."""

from collections.abc import Iterator

from press.language.message import Message, _, verbatim
from press.preflight.document import Document

CODE = "interactive"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Links inside the bleed, scripts and encryption are forbidden in PDF/X (ISO 15930-7, 6.14 to 6.17)."

IN_CATALOG = {
    "/AcroForm": _("a form"),
    "/OpenAction": _("an action"),
    "/AA": _("an action"),
    "/Outlines": _("bookmarks"),
    "/AF": _("an attachment"),
    "/OCProperties": _("layers, which may be hidden"),
}
IN_NAMES = {"/JavaScript": verbatim("JavaScript"), "/EmbeddedFiles": _("an attachment")}


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    fix = _("build the product anew; do not edit the PDF")
    if document.pdf.is_encrypted:
        yield None, _("the file is encrypted"), fix
    for key, name in IN_CATALOG.items():
        if key in document.pdf.Root:
            yield None, _("{name} in the file", name=name), fix
    for key, name in IN_NAMES.items():
        if key in document.pdf.Root.get("/Names", {}):
            yield None, _("{name} in the file", name=name), fix
    for number, page in document.kinds():
        if "/Annots" in page or "/AA" in page:
            yield number, _("annotations or actions on the page"), fix
