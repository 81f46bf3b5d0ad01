"""Transparency: flattened before it leaves the house."""

from collections.abc import Iterator

from press.preflight.document import Document

CODE = "transparency"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "PDF/X-4 allows it, but each shop's flattener renders it differently; none of our sheets needs it."


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    reported: set[str] = set()
    for mark, page in document.marks():
        if mark.see_through and mark.detail not in reported:
            reported.add(mark.detail)
            yield page, f"{mark.detail} on {mark.kind}", "set it opaque; flatten images onto white"
    for number, dictionary in document.kinds():
        if "/Group" in dictionary:
            yield number, "the page is a transparency group", "build the page anew"
            break
