"""Type size: nothing too small to read."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "type-size"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "Below 6 pt type fills in or breaks on offset paper, and most people cannot read it."

LEAST_PRINT_PT, LEAST_OFFICE_PT = 6.0, 7.0  # an office printer is coarser than a plate


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    least = LEAST_PRINT_PT if document.expected.edition == "print" else LEAST_OFFICE_PT
    small = [(mark.size, page) for mark, page in document.marks() if mark.kind == "text" and mark.size < least - 0.01]
    if small:
        size, page = min(small)
        yield page, _("text of {size:g} pt", size=size), _("set it in at least {least:g} pt", least=least)
