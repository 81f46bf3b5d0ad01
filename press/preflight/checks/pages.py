"""Page count: as expected, in whole leaves, blank where nothing was set."""

from collections.abc import Iterator

from press.preflight.document import Document

CODE = "pages"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A page too few or too many shifts everything that is printed on two sides, folded or counted."

FIX = "build the product anew"


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    there, expected = document.count, document.expected
    if there != expected.pages:
        yield None, f"{there} pages, {expected.pages} were ordered", FIX
        return
    if there % expected.multiple:
        yield None, f"{there} pages, they come by {expected.multiple}", FIX
    for page in range(there - expected.blank, there):
        if document.text(page).strip():
            yield page, "text on a page that is to be blank", FIX
