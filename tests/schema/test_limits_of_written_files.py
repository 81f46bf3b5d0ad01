"""What is written, just inside and just outside: lengths, counts and numbers of decks, podcasts, brands and orders."""

import pytest
from pydantic import ValidationError
from tools import plan

from press.brand.brand import Brand, Colour, Logos
from press.content.content import Deck, Phrase
from press.content.podcast import Episode, Podcast
from press.errors import PressError
from press.order.order import Delivery, Order
from press.order.order_item import Item
from press.schema.validation import Model

BLACK = {"cmyk": (0, 0, 0, 100)}
PHRASE = {"id": "eins", "board": "Ein Satz.", "short": "Kurz.", "long": "Lang."}
EPISODE = {"id": "folge", "link": "https://probefunk.example/1"}
# What is sound, by model.
SOUND: dict[type[Model], dict] = {
    Phrase: PHRASE,
    Deck: {"name": "Probe", "credit": "Zum Testen.", "phrases": (PHRASE,)},
    Episode: EPISODE,
    Podcast: {
        "name": "Probe",
        "about": "Zum Testen.",
        "link": "https://probefunk.example",
        "newsletter": {"about": "Zum Testen.", "link": "https://probefunk.example/brief"},
    },
    Colour: BLACK,
    Logos: {"on-paper": "logo.svg"},
    Brand: {
        "name": "Probe",
        "website": "https://probe.example",
        "fonts": {"display": "Bitter", "text": "Fira Sans"},
        "colours": dict.fromkeys(("ink", "paper", "accent", "accent-soft", "on-accent"), BLACK),
    },
    Item: {"layout": "bingo-3x3"},
    Delivery: {"name": "Probe"},
    Order: {"about": "Probe", "brand": "probe", "decks": ("probe",), "items": ({"layout": "bingo-3x3"},)},
}


def words(count: int) -> str:
    return " ".join(["Wort"] * count)


def entries(entry: dict, count: int) -> tuple[dict, ...]:
    return tuple(entry | {"id": f"nr-{n}"} for n in range(count))


# Model, key, what just fits, what does not any more.
LIMITS = [
    (Phrase, "board", "x" * 90, "x" * 91),
    (Phrase, "short", words(60), words(61)),
    (Phrase, "long", words(120), words(121)),
    (Phrase, "id", "x" * 40, "x" * 41),
    (Phrase, "board", "x", ""),
    (Deck, "credit", "x" * 160, "x" * 161),
    (Deck, "name", "x" * 120, "x" * 121),
    (Deck, "phrases", entries(PHRASE, 1), ()),
    (Deck, "phrases", entries(PHRASE, 99), entries(PHRASE, 100)),
    (Episode, "number", 1, 0),
    (Episode, "number", 9999, 10_000),
    (Podcast, "episodes", entries(EPISODE, 999), entries(EPISODE, 1000)),
    (Podcast, "hosts", ("a.de",), ()),
    (Podcast, "hosts", tuple(f"a{n}.de" for n in range(99)), tuple(f"a{n}.de" for n in range(100))),
    (Colour, "cmyk", (0, 0, 0, 0), (-0.1, 0, 0, 0)),
    (Colour, "cmyk", (100, 100, 100, 100), (0, 0, 0, 100.1)),
    (Colour, "cmyk", (0, 0, 0, 0), (0, 0, 0)),
    (Colour, "cmyk", (0, 0, 0, 0), (0, 0, 0, 0, 0)),
    (Colour, "tint", 0, -0.1),
    (Colour, "tint", 100, 100.1),
    (Colour, "hex", "#00aaFF", "#00aaFg"),
    (Colour, "hex", "#00aaFF", "#00aaFF0"),
    (Colour, "spot", "Cyan 2", "Cyan"),
    (Logos, "min-width", 5, 4.9),
    (Logos, "min-width", 80, 80.1),
    (Logos, "clear-space", 0, -0.1),
    (Logos, "clear-space", 30, 30.1),
    (Brand, "contact", ("x",) * 6, ("x",) * 7),
    (Brand, "imprint", "x" * 120, "x" * 121),
    (Item, "boards", 1, 0),
    (Item, "boards", 1_000_000, 1_000_001),
    (Item, "boards_per_file", 1, 0),
    (Item, "copies", 1, 0),
    (Item, "copies", 1_000_000, 1_000_001),
    (Delivery, "address", ("x",) * 5, ("x",) * 6),
    (Order, "decks", ("probe",), ()),
    (Order, "decks", ("probe",) * 20, ("probe",) * 21),
    (Order, "seed", 0, -1),
    (Order, "seed", 2**63 - 1, 2**63),
    (Order, "items", ({"layout": "a"},), ()),
    (Order, "items", ({"layout": "a"},) * 99, ({"layout": "a"},) * 100),
]


@pytest.mark.parametrize(
    "model, key, fits, over", LIMITS, ids=lambda part: part if isinstance(part, str) and len(part) < 20 else ""
)
def test_what_just_fits_and_what_does_not(model: type[Model], key: str, fits: object, over: object):
    model.model_validate(SOUND[model] | {key: fits})
    with pytest.raises(ValidationError) as error:
        model.model_validate(SOUND[model] | {key: over})
    assert error.value.error_count() == 1


@pytest.mark.parametrize(
    "given, told", [(1_000_000, "453,600"), (1_000_001, "ask for 1 to 1000000"), (0, "ask for 1 to 1000000")]
)
def test_boards_asked_for_on_the_command_line(sample, given: int, told: str):
    """A million may be asked for, where the deck gives as many."""
    with pytest.raises(PressError, match=told):
        plan(sample, boards=given)


def test_the_largest_seed_on_the_command_line(sample):
    assert plan(sample, seed=9_223_372_036_854_775_807).order.value.seed == 9_223_372_036_854_775_807
