"""Overprint: small black things print over their ground."""

from collections.abc import Iterator

from press.preflight.document import Document

CODE = "overprint"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = (
    "Black text leaves holes in the other plates, whose bright edges show when one is a tenth of a millimetre off."
)


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    told: set[str] = set()
    for mark, page in document.marks():
        if (
            mark.kind in ("text", "stroke", "fill")
            and not mark.large
            and mark.overprint is None
            and mark.colour.is_solid_black
            and mark.kind not in told
        ):
            told.add(mark.kind)
            yield page, f"{mark.kind} in black that knocks out its ground", "build the product anew"
