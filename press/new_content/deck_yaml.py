"""A deck's file, with a word on everything in it for whoever edits it next."""

import json
from collections.abc import Iterator, Mapping, Sequence

from press.content.hyphens import SHY

# By this a file is known again as one that was written here.
MADE = "# Made by `invoke new deck`"

_HEAD = """\
# yaml-language-server: $schema=../schemas/deck.schema.json
#
{made}{source}.
# Edit it here, or edit the list and import it again: `invoke new deck {id} --from …` changes the
# wording and keeps ids, numbers and whatever the list has no column for; comments of yours are not kept.
#
# The order of the phrases gives them their numbers, and sheet IDs hang on it: once sheets are printed, add new
# ones at the end. In double quotes, \\u00AD marks where a long word may break.

"""
_NO_ANSWERS = """\
    # short: "the answer in 25 to 60 words: cards, cheat sheet, leaflet, brochure"
    # long: "the answer in 60 to 120 words: brochure"
"""


def deck_yaml(deck_id: str, name: str, credit: str, phrases: Sequence[Mapping[str, str]], source: str | None) -> str:
    """The file's text; `source` is the list it was made from."""
    head = _HEAD.format(made=MADE, source=f" from {source}" if source else "", id=deck_id)
    return head + "".join(_deck(name, credit, phrases))


def _deck(name: str, credit: str, phrases: Sequence[Mapping[str, str]]) -> Iterator[str]:
    yield f"name: {_text(name)}\n"
    yield "# Where the phrases come from, as it is printed on handouts.\n"
    yield f"credit: {_text(credit)}\n\nphrases:\n"
    for n, phrase in enumerate(phrases):
        yield f"  - id: {phrase['id']}\n"
        for key in ("board", "short", "long", "episode"):
            if key in phrase:
                yield f"    {key}: {_text(phrase[key])}\n"
        if n == 0 and not any("short" in one for one in phrases):
            yield _NO_ANSWERS
        yield "\n" if n < len(phrases) - 1 else ""


def _text(value: str) -> str:
    """A text in double quotes; what JSON escapes, YAML reads the same way. Soft hyphens are seen."""
    return json.dumps(value, ensure_ascii=False).replace(SHY, "\\u00AD")
