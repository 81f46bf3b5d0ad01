"""Only what is printed must be written: layouts that print answers say so, and are refused by name without them."""

import pytest
from tools import DECK, ORDER, attempt, edit, plan, write_deck, write_item

BOARDS = [f"Das ist der Spruch Nummer {n}." for n in range(1, 11)]


def without(root, key: str, times: int = 10) -> None:
    for _ in range(times):
        edit(root / DECK, rf',\n +"{key}": "[^"]*"', "")


@pytest.mark.parametrize(
    "layout, kinds",
    [("argumente", ["short", "long"]), ("spickzettel", ["short"]), ("faltblatt", ["short"]), ("karten", ["short"])],
)
def test_a_deck_without_answers_is_told_where_they_are_printed(sample, layout: str, kinds: list[str]):
    write_deck(sample, BOARDS)
    write_item(sample, layout)
    assert attempt(plan, sample)[1] == []
    without(sample, "short")
    without(sample, "long")
    _, problems = attempt(plan, sample)
    assert [problem.where for problem in problems] == [f"{ORDER}:1"] * len(kinds)
    assert [problem.what for problem in problems] == [
        f"`{layout}` prints the `{kind}` answer to each phrase, and {DECK} has none" for kind in kinds
    ]


def test_some_phrases_without_answers_are_named(sample):
    write_deck(sample, BOARDS)
    write_item(sample, "karten")
    without(sample, "short", 7)
    _, (problem,) = attempt(plan, sample)
    assert problem.where.startswith(f"{DECK}:") and "`p1`, `p2`, `p3`, `p4`, `p5` and 2 more have none" in problem.what


@pytest.mark.parametrize("layout", ["bingo-3x3", "ansagerliste", "plakat", "tischaufsteller"])
def test_others_need_none(sample, layout: str):
    write_deck(sample, BOARDS)
    write_item(sample, layout, 2 if layout.startswith("bingo") else None)
    without(sample, "short")
    without(sample, "long")
    assert attempt(plan, sample)[1] == []
