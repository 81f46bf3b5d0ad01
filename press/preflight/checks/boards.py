"""Boards: the phrases that were dealt, each in its cell."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document
from press.preflight.page_content import letters

CODE = "boards"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A winner is checked by dealing the board again: one that shows other phrases on paper is a quarrel."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    fix = _("build the product anew")
    for page, content in document.survey.mismatches.items():
        if page < document.expected.pages and content.cells != (dealt := document.expected.cells(page)):
            there, due = ("/".join(str(cell + 1) for cell in cells) or _("none") for cells in (content.cells, dealt))
            yield page, _("the phrases {there}, dealt were {due}", there=there, due=due), fix
    for page in _displaced(document):
        yield page, _("phrases stand elsewhere than on other pages"), fix
    for page in document.whole():
        text = letters(document.text(page))
        missing = [cell for cell in _due(document, page) if letters(document.expected.phrases[cell]) not in text]
        if missing:
            yield (
                page,
                _(
                    "without the phrase {numbers}, which was dealt",
                    numbers=", ".join(str(cell + 1) for cell in missing),
                ),
                fix,
            )


def _displaced(document: Document) -> Iterator[int]:
    """Pages whose phrases do not stand where those of most pages do. (A last page that is not full has its own.)"""
    forms = len(document.expected.sheets.forms) if document.expected.sheets else 0
    for pages in sorted(document.survey.places.values(), key=len, reverse=True)[forms:]:
        yield from (page for page in pages if page < document.expected.pages - document.expected.blank)


def _due(document: Document, page: int) -> tuple[int, ...]:
    return document.expected.cells(page) if page < document.expected.pages else ()
