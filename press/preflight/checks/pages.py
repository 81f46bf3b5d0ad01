"""Page count: as expected, in whole leaves, blank where nothing was set."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "pages"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A page too few or too many shifts everything that is printed on two sides, folded or counted."

FIX = _("build the product anew")


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    there, expected = document.count, document.expected
    if there != expected.pages:
        yield None, _("{there} pages, {pages} were ordered", there=there, pages=expected.pages), FIX
        return
    if there % expected.multiple:
        yield None, _("{there} pages, they come by {multiple}", there=there, multiple=expected.multiple), FIX
    for page in range(there - expected.blank, there):
        if document.text(page).strip():
            yield page, _("text on a page that is to be blank"), FIX
