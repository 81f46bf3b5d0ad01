"""Sentences for a deck, asked for on the terminal one after the other, where no list has them."""

from press.errors import PressError, Problem
from press.language.message import _
from press.new_brand.prompts import Ask

OPTION = "--phrases"


def sentences(given: str | None, ask: Ask | None) -> list[str]:
    """Those given, with semicolons between them, or asked for until an empty answer. Raises PressError."""
    if given is not None:
        return [sentence for part in given.split(";") if (sentence := part.strip())]
    if ask is None:
        raise PressError(
            Problem(
                "invoke new deck",
                _("no list, and nobody to ask"),
                _('say --from list.xlsx, or {option} "One; another"', option=OPTION),
            )
        )
    found: list[str] = []
    while sentence := ask(_("Sentence {count} (an empty line ends the list): ", count=len(found) + 1)).strip():
        found.append(sentence)
    return found
