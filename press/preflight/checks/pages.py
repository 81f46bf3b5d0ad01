"""Page count: as ordered."""

from typing import Iterator

from press.preflight.document import Subject

CODE = "pages"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A page too few or too many shifts everything that is printed on two sides, folded or counted."


def check(subject: Subject) -> Iterator[tuple[int | None, str, str]]:
    there, wanted = subject.count, subject.ordered.pages
    if there != wanted:
        yield None, f"{there} pages, {wanted} were ordered", "build the product anew"
