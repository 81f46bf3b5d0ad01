"""Sentences for a deck, asked for on the terminal one after the other, where no list has them."""

from press.errors import PressError, Problem
from press.new_brand.prompts import Ask

OPTION = "--phrases"


def sentences(given: str | None, ask: Ask | None) -> list[str]:
    """Those given, with semicolons between them, or asked for until an empty answer. Raises PressError."""
    if given is not None:
        return [sentence for part in given.split(";") if (sentence := part.strip())]
    if ask is None:
        raise PressError(
            Problem(
                "invoke new deck", "no list, and nobody to ask", f'say --from list.xlsx, or {OPTION} "One; another"'
            )
        )
    found: list[str] = []
    while sentence := ask(f"Sentence {len(found) + 1} (an empty line ends the list): ").strip():
        found.append(sentence)
    return found
