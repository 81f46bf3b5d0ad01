"""Transparency: flattened before it leaves the house."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document
from press.preflight.mark_words import mark_word

CODE = "transparency"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "PDF/X-4 allows it, but each shop's flattener renders it differently; none of our sheets needs it."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    reported: set[str] = set()
    for mark, page in document.marks():
        if mark.see_through and mark.detail not in reported:
            reported.add(mark.detail)
            yield (
                page,
                _("{detail} on {kind}", detail=mark_word(mark.detail), kind=mark_word(mark.kind)),
                _("set it opaque; flatten images onto white"),
            )
    for number, dictionary in document.kinds():
        if "/Group" in dictionary:
            yield number, _("the page is a transparency group"), _("build the page anew")
            break
