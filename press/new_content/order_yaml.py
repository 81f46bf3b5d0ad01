"""An order's file, with a word on everything in it for whoever edits it next."""

import json
from collections.abc import Iterator, Sequence

from press.content.link_choice import PODCAST
from press.new_content.order_proposal import Proposed
from press.new_content.order_questions import OrderAnswers

_HEAD = """\
# yaml-language-server: $schema=../schemas/order.schema.json
#
# Made by `invoke new order`. Build it with `invoke build --order {id}`; all keys are told in docs/orders.md.

about: {about}
brand: {brand}
decks: [{decks}]

# Another seed deals other boards. Keep it: sheet IDs hang on it.
seed: {seed}

# What codes lead to: podcast, website (the brand's), newsletter, episode, or an address.
link: {link}
"""
_NO_PODCAST = """\
# Nothing is said of the podcast of content/podcast.yaml: it is not yours.
podcast: none
"""


def order_yaml(order_id: str, answers: OrderAnswers, items: Sequence[Proposed], seed: int, own: bool) -> str:
    """The file's text; `own` says whether the order is to speak of the podcast."""
    about = f"{', '.join(answers.purposes).capitalize()} for {answers.people}"
    head = _HEAD.format(
        id=order_id,
        about=_text(about),
        brand=answers.brand,
        decks=", ".join(answers.decks),
        seed=seed,
        link=answers.link if answers.link.isalpha() else _text(answers.link),
    )
    return (
        head + ("" if own else _NO_PODCAST) + "\nitems:\n" + "\n".join("\n".join(_item(item)) for item in items) + "\n"
    )


def speaks_of_podcast(answers: OrderAnswers) -> bool:
    """Whoever leads codes elsewhere has no use for it."""
    return answers.link in (PODCAST, "episode", "newsletter")


def _item(item: Proposed) -> Iterator[str]:
    yield f"  # {item.why[0].upper()}{item.why[1:]}" + (f"; {item.only!s}:" if item.only else "")
    for n, (key, value) in enumerate(item.keys.items()):
        sign = "- " if n == 0 else "  "
        written = _text(value) if isinstance(value, str) and not value.replace("-", "").isalnum() else value
        yield f"  {'# ' if item.only else ''}{sign}{key}: {written}"
    yield ""


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
