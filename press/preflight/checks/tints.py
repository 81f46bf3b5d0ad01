"""Tints: none so pale that no dot of it prints."""

from collections.abc import Iterator

from press.colour.colour_values import LEAST_DOT
from press.language.message import Message, _
from press.preflight.document import Document
from press.preflight.mark_words import mark_word

CODE = "tints"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "Dots of less than 3 % do not hold on the plate: the tint breaks off, and on another press it does not."

LEAST = LEAST_DOT / 100
ROUNDING = 0.0005


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    told: set[tuple[str, float]] = set()
    for mark, page in document.marks():
        if mark.kind == "image" or not mark.colour.is_ink or not mark.colour.values:
            continue
        for plate, amount in mark.colour.inks.items():
            if 0 < amount < LEAST - ROUNDING and (plate, amount) not in told:
                told.add((plate, amount))
                yield (
                    page,
                    _("{kind} in {amount:.1%} of {plate}", kind=mark_word(mark.kind), amount=amount, plate=plate),
                    _("use at least {least:.0%}, or none", least=LEAST),
                )
