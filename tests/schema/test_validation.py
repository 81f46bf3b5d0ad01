"""Field types that all written files share, and how a mistake in one is told."""

from contextlib import suppress
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError
from tools import attempt

from press.brand.brand import Brand
from press.content.content import Deck, Phrase
from press.content.podcast import Episode, Newsletter, Podcast
from press.content.texts import TextChanges, Texts
from press.errors import Problem
from press.order.order import Delivery, Order
from press.order.order_item import Item
from press.schema.validation import Model, load
from press.schema.values import Id, Line, Link, Text, words

BOOK = 5_000  # words: far more than any text may have


def valid(kind, value) -> object:
    return TypeAdapter(kind).validate_python(value, strict=True)


@pytest.mark.parametrize(
    "written, kept",
    [
        ("  a \n b\t c ", "a b c"),
        ("a\u00a0b", "a\u00a0b"),
        ("Stra\u00adße", "Stra\u00adße"),
        ("u\u0308", "ü"),
        ("„–“ ẞ ✓", "„–“ ẞ ✓"),
    ],
)
def test_texts_are_tidied(written: str, kept: str):
    assert valid(Text, written) == kept


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "a\x00", "a\x7fb", "a\u200bb", "\ufeffa", "a\u202eb", "a\ue000", "a\ufffe", 1, True, None, ["a"]],
)
def test_what_is_no_text(text: object):
    with pytest.raises(ValidationError):
        valid(Text, text)


@pytest.mark.parametrize(
    "link", ["https://a.de", "https://a.de/b?c=d&e=%20#f", "https://xn--strae-oqa.de/", "https://a.de/" + "x" * 287]
)
def test_links(link: str):
    assert valid(Link, link) == link


@pytest.mark.parametrize(
    "link",
    [
        "",
        "a.de",
        "http://a.de",
        "ftp://a.de",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "https:a.de",
        "https://a.de/b c",
        "https://a.de/\n",
        "https://u@a.de",
        "https://u:p@a.de/",
        "https://[",
        "https://a.de/" + "x" * 288,
    ],
)
def test_what_is_no_link(link: str):
    with pytest.raises(ValidationError):
        valid(Link, link)


@pytest.mark.parametrize("name", ["a", "folge-21", "a" * 40, "1"])
def test_ids(name: str):
    assert valid(Id, name) == name


@pytest.mark.parametrize("name", ["", "A", "ä", "a b", "a_b", "-a", "a-", "a--b", "a/b", "..", "a\n", "a" * 41])
def test_what_is_no_id(name: str):
    with pytest.raises(ValidationError):
        valid(Id, name)


def test_words():
    assert valid(Annotated[str, words(3)], "a b c") == "a b c"
    with pytest.raises(ValidationError, match="4 words, 1 too many"):
        valid(Annotated[str, words(3)], "a b c d")


def test_a_limit_in_words_is_one_in_characters():
    """One word of a million letters is a word; Typst takes minutes to find no place for it."""
    assert valid(Annotated[str, words(3)], "x" * 60) == "x" * 60
    with pytest.raises(ValidationError, match="61 characters, 1 too many"):
        valid(Annotated[str, words(3)], "x" * 61)


@pytest.mark.long
def test_no_text_of_any_model_is_without_a_limit():
    """Whatever is a text in a file that people write: a book in its place is refused before it is set."""
    book, limitless = "x " * BOOK, []
    for model in (Deck, Podcast, Texts, TextChanges, Brand, Order, Item, Delivery, Phrase, Episode, Newsletter):
        for name, field in model.model_fields.items():
            kind = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
            for value in (book, (book,), "x" * 2 * BOOK):
                with suppress(ValidationError):
                    TypeAdapter(kind).validate_python(value)
                    limitless.append(f"{model.__name__}.{name}")
    assert limitless == []


class Leaf(Model):
    title: Line
    number: int | None = None


class Tree(Model):
    name: Line
    leaves: tuple[Leaf, ...] = ()
    best: Leaf | None = None


def problems_of(tmp_path, text: str) -> list[Problem]:
    file = tmp_path / "tree.yaml"
    file.write_text(text, encoding="utf-8")
    return attempt(load, file, "tree.yaml", Tree)[1]


def test_all_mistakes_of_a_file_at_once(tmp_path):
    problems = problems_of(tmp_path, "nmae: x\nleaves:\n  - title: ''\n  - titel: x\n    number: 1.5\n")
    assert {problem.where for problem in problems} == {f"tree.yaml:{line}" for line in (1, 3, 4, 5)}
    assert (
        len(problems) == 6
    )  # name is missing, nmae and titel are unknown, a title is empty, one is missing, a number is none


@pytest.mark.parametrize(
    "text, fix",
    [
        ("name: x\nleafs: []\n", "did you mean `leaves`?"),
        ("name: x\nleaves: [{title: x, numbre: 1}]\n", "did you mean `number`?"),
        ("name: x\nbest: {title: x, numbre: 1}\n", "did you mean `number`?"),
        ("name: x\nqqq: 1\n", "known here: name, leaves, best"),
    ],
)
def test_unknown_keys_are_met_with_known_ones(tmp_path, text: str, fix: str):
    assert [problem.fix for problem in problems_of(tmp_path, text)] == [fix]


def test_a_good_file(tmp_path):
    assert problems_of(tmp_path, "name: x\nleaves: [{title: y, number: 2}]\n") == []
