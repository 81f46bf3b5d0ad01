"""Overprint: small black things print over their ground."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document
from press.preflight.mark_words import mark_word

CODE = "overprint"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = (
    "Black text leaves holes in the other plates, whose bright edges show when one is a tenth of a millimetre off."
)


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
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
            yield (
                page,
                _("{kind} in black that knocks out its ground", kind=mark_word(mark.kind)),
                _("build the product anew"),
            )
