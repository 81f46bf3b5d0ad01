"""Hairlines: no stroke thinner than a plate can hold."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "hairline"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "A stroke under 0.25 pt breaks up in print, though every screen shows it."

LEAST_PT = 0.25


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    thin = [
        (mark.size, page) for mark, page in document.marks() if mark.kind == "stroke" and mark.size < LEAST_PT - 0.001
    ]
    if thin:
        size, page = min(thin)
        yield (
            page,
            _("a stroke of {size:g} pt", size=size),
            _("draw it at least {least_pt:g} pt wide", least_pt=LEAST_PT),
        )
