"""Page count: as expected."""

from collections.abc import Iterator

from press.preflight.document import Document

CODE = "pages"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A page too few or too many shifts everything that is printed on two sides, folded or counted."


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    there, wanted = document.count, document.expected.pages
    if there != wanted:
        yield None, f"{there} pages, {wanted} were ordered", "build the product anew"
