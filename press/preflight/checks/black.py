"""Black text: on the black plate alone."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.preflight.document import Document

CODE = "black-text"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Small type on several plates shows coloured edges as soon as the plates are a tenth of a millimetre off."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    spots = {f"Separation {name}" for name in document.expected.spots}
    for mark, page in document.marks():
        colour = mark.colour
        if mark.kind == "text" and colour.is_ink and colour.space not in spots and not colour.is_black_or_paper:
            inks = " ".join(f"{plate} {amount:.0%}" for plate, amount in colour.inks.items() if amount)
            yield page, _("text in {inks}", inks=inks), _("set text in ink (black alone) or in paper")
