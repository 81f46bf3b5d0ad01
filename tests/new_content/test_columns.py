"""Headings: in German or English, anywhere among the first rows; or none at all, where there is no doubt."""

import pytest
from tools import attempt

from press.new_content.columns import find_columns, listed
from press.new_content.spreadsheet import Row, Sheet


def sheet(*rows: tuple[str, ...], name: str | None = "T") -> Sheet:
    return Sheet("a.xlsx", name, tuple(Row(n, row) for n, row in enumerate(rows, 1) if any(row)))


def texts(made: Sheet) -> list[dict[str, str]]:
    return [one.texts for one in listed(made, find_columns(made))]


@pytest.mark.parametrize(
    "heads",
    [
        ("Spruch", "kurz", "lang", "Folge"),
        ("Satz:", "Kurze Antwort", "Lange Antwort", "EPISODE"),
        ("board", "short", "long", "episode"),
        ("SPRÜCHE", "Antwort (kurz)", "Begründung", "Podcast-Folge"),
    ],
)
def test_columns_are_found_by_their_headings(heads):
    made = sheet(("Unsere Liste", "", "", ""), heads, ("a", "b", "c", "d"))
    assert texts(made) == [{"board": "a", "short": "b", "long": "c", "episode": "d"}]


def test_order_and_other_columns_do_not_matter():
    made = sheet(("Nr.", "lang", "Wer sagt das?", "Spruch"), ("1", "c", "Rat", "a"))
    assert texts(made) == [{"board": "a", "long": "c"}] and find_columns(made).unknown == ("Wer sagt das?",)


def test_one_column_needs_no_heading():
    assert texts(sheet(("Zu teuer.",), ("Zu früh.",))) == [{"board": "Zu teuer."}, {"board": "Zu früh."}]
    assert texts(sheet(("1", "Zu teuer."), ("2", "Zu früh."))) == [{"board": "Zu teuer."}, {"board": "Zu früh."}]


def test_marks_of_a_plain_list_go():
    made = sheet(("1. Zu teuer.",), ("- Zu früh.",), ("– 100 Euro!",), ("3 Leute",), name=None)
    assert [one["board"] for one in texts(made)] == ["Zu teuer.", "Zu früh.", "100 Euro!", "3 Leute"]


@pytest.mark.parametrize(
    "rows, where, what",
    [
        ((("Was", "Wer"), ("a", "b")), "row 1", "no column is headed as one with sentences"),
        ((("Spruch", "Satz"), ("a", "b")), "row 1, column B", "`Satz` means the same as column A"),
        ((("kurz", "lang"), ("a", "b")), "row 1", "no column is headed Spruch"),
        ((("Spruch", "kurz"), ("a", "b"), ("", "c")), "row 3, column A", "no sentence stands here"),
    ],
)
def test_doubts_are_told_with_their_place(rows, where: str, what: str):
    _, (problem,) = attempt(lambda: texts(sheet(*rows)))
    assert problem.where == f"a.xlsx, sheet „T“, {where}" and what in problem.what
