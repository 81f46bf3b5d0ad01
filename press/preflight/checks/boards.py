"""Boards: the phrases that were dealt, each in its cell."""

from typing import Iterator

from press.preflight.page_content import letters
from press.preflight.document import Subject

CODE = "boards"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A winner is checked by dealing the board again: one that shows other phrases on paper is a quarrel."


def check(subject: Subject) -> Iterator[tuple[int | None, str, str]]:
    fix = "build the product anew"
    for page, said in subject.survey.odd.items():
        if page < subject.ordered.pages and said.cells != (dealt := subject.ordered.cells(page)):
            there, due = ("/".join(str(cell + 1) for cell in cells) or "none" for cells in (said.cells, dealt))
            yield page, f"the phrases {there}, dealt were {due}", fix
    for page in _displaced(subject):
        yield page, "phrases stand elsewhere than on other pages", fix
    for page in subject.whole():
        text = letters(subject.text(page))
        missing = [cell for cell in _due(subject, page) if letters(subject.ordered.phrases[cell]) not in text]
        if missing:
            yield page, f"without the phrase {', '.join(str(cell + 1) for cell in missing)}, which was dealt", fix


def _displaced(subject: Subject) -> Iterator[int]:
    """Pages whose phrases do not stand where those of most pages do. (A last page may be filled in part, and have its own.)"""
    forms = len(subject.ordered.sheets.forms) if subject.ordered.sheets else 0
    for pages in sorted(subject.survey.places.values(), key=len, reverse=True)[forms:]:
        yield from pages


def _due(subject: Subject, page: int) -> tuple[int, ...]:
    return subject.ordered.cells(page) if page < subject.ordered.pages else ()
