"""Plates: no more inks than expected."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.graphics.colour_operators import ALL
from press.preflight.document import Document
from press.preflight.mark_words import mark_word

CODE = "plates"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "1/0 is paid as one plate; anything in cyan, magenta or yellow would be lost or cost three more."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    inks = document.expected.inks
    allowed = {"K", *document.expected.spots} if inks == "spot" else set("K") if inks[0] == "1" else set("CMYK")
    reported: set[str] = set()
    for mark, page in document.marks():
        if mark.kind == "image":
            used = set("CMYK") if mark.colour.space == "DeviceCMYK" else {"K"}
        elif mark.colour.is_ink and mark.colour.values:
            used = {plate for plate, amount in mark.colour.inks.items() if amount > 0} - {ALL}
        else:
            continue
        if strange := used - allowed - reported:
            reported |= strange
            yield (
                page,
                _(
                    "{kind} on the plate {names}; {inks} was ordered",
                    kind=mark_word(mark.kind),
                    names=", ".join(sorted(strange)),
                    inks=inks,
                ),
                _("order other colours, or leave the palette to the press"),
            )
