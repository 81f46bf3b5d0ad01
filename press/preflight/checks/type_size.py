"""Type size: nothing too small to read."""

from collections.abc import Iterator

from press.preflight.document import Document

CODE = "type-size"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Below 6 pt type fills in or breaks on offset paper, and most people cannot read it."

LEAST_PT = 6.0


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    small = [
        (mark.size, page) for mark, page in document.marks() if mark.kind == "text" and mark.size < LEAST_PT - 0.01
    ]
    if small:
        size, page = min(small)
        yield page, f"text of {size:g} pt", f"set it in at least {LEAST_PT:g} pt"
