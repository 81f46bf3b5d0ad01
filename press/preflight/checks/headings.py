"""Headings: from level 1 down, none skipped; bookmarks where there is more to leaf through."""

from collections.abc import Iterator
from itertools import pairwise

from press.pdf.structure import elements
from press.preflight.document import Document

CODE = "headings"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "Screen readers leaf by headings; a skipped level sounds like a missing page."

BOOKMARKS_OVER = 3  # pages


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    levels = [
        int(element.kind[1:])
        for element in elements(document.pdf)
        if element.kind[:1] == "H" and element.kind[1:].isdigit()
    ]
    fix = "set titles as headings, level 1 first, and go down by one"
    if not levels:
        yield None, "no headings", fix
        return
    if levels[0] != 1:
        yield None, f"the first heading has level {levels[0]}", fix
    for before, level in pairwise(levels):
        if level > before + 1:
            yield None, f"a heading of level {level} follows one of level {before}", fix
            break
    if document.count > BOOKMARKS_OVER and "/First" not in document.pdf.Root.get("/Outlines", {}):
        yield None, f"{document.count} pages without bookmarks", "let headings be outlined"
