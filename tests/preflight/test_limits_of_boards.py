"""Just inside and just outside: sheet IDs that show, and what screen readers are told."""

from types import SimpleNamespace

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from preflight.small import file, findings, text
from press.bingo.deal import Deal
from press.bingo.grid import Grid
from press.order.imposition import Sheets
from press.order.link_target import Target
from press.preflight.checks import alternatives, headings, sheets, tables

DEAL = Deal(tuple(f"p{n}" for n in range(1, 11)), Grid(3, 3), 7)
LINK = "https://example.org/a"


def boards(count: int) -> Sheets:
    return Sheets(DEAL, SimpleNamespace(), count, 1, Target(LINK, "podcast"))


@pytest.mark.parametrize("level, refused", [(200, False), (225, True)])
def test_a_sheet_id_shows(level: int, refused: bool):
    """On white, 55 of 255 levels away from it, and 30."""
    data = file(text(DEAL.sheet_id(1), 10, 10, 24, f"{level / 255:.4f} {level / 255:.4f} {level / 255:.4f} rg"))
    found = findings(sheets, data, sheets=boards(1))
    assert ["does not show" in told for told in found] == [True] * refused


@pytest.mark.parametrize(
    "printed, told",
    [
        ((1, 2), []),
        ((1,), ["no sheet ID", f"1 sheets are missing, the first is {DEAL.sheet_id(2)}"]),
        (
            (1, 1),
            [f"{DEAL.sheet_id(1)} is printed on 2 boards", f"1 sheets are missing, the first is {DEAL.sheet_id(2)}"],
        ),
        ((1, 3), [f"{DEAL.sheet_id(3)} was not ordered", f"1 sheets are missing, the first is {DEAL.sheet_id(2)}"]),
        (
            (2, 1),
            [
                f"{DEAL.sheet_id(2)} stands on page 1, not on page 2",
                f"{DEAL.sheet_id(1)} stands on page 2, not on page 1",
            ],
        ),
    ],
)
def test_every_ordered_sheet_is_there_once(printed: tuple[int, ...], told: list[str]):
    data = file(*(text(DEAL.sheet_id(number), 10, 10, 12, page=page) for page, number in enumerate(printed)), pages=2)
    assert sorted(findings(sheets, data, sheets=boards(2), pages=2)) == sorted(told)


def tagged(*kinds, pages: int = 1, bookmarks: bool = False) -> bytes:
    """A file with elements: (kind, alternative text, words or scope, [elements below]); the bookmark is „Titel“."""

    def element(pdf: Pdf, kind: str, says: str = "", below: tuple = ()) -> Dictionary:
        own = Dictionary(S=Name(f"/{kind}"), K=Array([element(pdf, *one) for one in below]))
        if kind == "Figure":
            own.Alt = says
        elif kind.startswith("H"):
            own.ActualText = says
        elif says:
            own.A = Dictionary(O=Name.Table, Scope=Name(f"/{says}"))
        return pdf.make_indirect(own)

    def change(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(K=Array([element(pdf, *kind) for kind in kinds])))
        if bookmarks:
            pdf.Root.Outlines = Dictionary(First=Dictionary(Title="Titel"))

    return file(change, pages=pages)


@pytest.mark.parametrize(
    "levels, told", [("123", 0), ("1212", 0), ("13", 1), ("12312", 0), ("1232214", 1), ("2", 1), ("21", 1), ("", 1)]
)
def test_headings_go_down_by_one(levels: str, told: int):
    data = tagged(*((f"H{level}", f"Titel {place}") for place, level in enumerate(levels)))
    ordered = boards(titles) if (titles := levels.count("1")) > 1 else None
    assert len(findings(headings, data, sheets=ordered)) == told


@pytest.mark.parametrize("titles, sheets_, told", [(1, None, 0), (2, None, 1), (1, 2, 1), (2, 2, 0), (3, 2, 1)])
def test_every_sheet_has_one_title(titles: int, sheets_: int | None, told: int):
    data = tagged(*(("H1", f"Titel {place}") for place in range(titles)))
    assert len(findings(headings, data, sheets=sheets_ and boards(sheets_))) == told


@pytest.mark.parametrize(
    "words, told",
    [
        (("1a", "2b", "2c"), 0),
        (("1a", "2b", "2b"), 1),
        (("1a", "2b", "3b"), 1),
        (("1a", "2a"), 0),  # the title of a page and of what it holds
        (("1a", "2b", "1c", "2b"), 0),  # another sheet's
        (("1a", "2b", "1a", "2b"), 1),
    ],
)
def test_headings_of_one_sheet_differ(words: tuple[str, ...], told: int):
    data = tagged(*((f"H{word[0]}", word[1]) for word in words))
    ordered = boards(2) if sum(word[0] == "1" for word in words) == 2 else None
    assert len(findings(headings, data, sheets=ordered)) == told


@pytest.mark.parametrize("pages, bookmarks, refused", [(3, False, False), (4, False, True), (4, True, False)])
def test_four_pages_have_bookmarks(pages: int, bookmarks: bool, refused: bool):
    assert bool(findings(headings, tagged(("H1", "Titel"), pages=pages, bookmarks=bookmarks))) == refused


def test_a_bookmark_has_the_words_of_a_heading():
    assert len(findings(headings, tagged(("H1", "Anderes"), pages=4, bookmarks=True))) == 1


@pytest.mark.parametrize(
    "alternatives_, codes, told",
    [
        (("Code zu example.org/a",), 1, 0),
        (("Code zu example.org/a",), 2, 1),
        (("Code zu example.org/a",) * 2, 2, 0),
        (("Code zu example.org/b",), 1, 1),
        (("Code zu example.org/a", " "), 1, 1),
        (("Code zu example.org/a", "x"), 1, 0),
    ],
)
def test_every_code_has_words_of_its_own(alternatives_: tuple[str, ...], codes: int, told: int):
    data = tagged(*(("Figure", alt) for alt in alternatives_))
    assert len(findings(alternatives, data, described_links=(LINK,) * codes)) == told


HEAD = ("TR", "", (("TD",), ("TH", "Column"), ("TH", "Column")))
ROW = ("TR", "", (("TH", "Row"), ("TD",), ("TD",)))


@pytest.mark.parametrize(
    "rows, told",
    [
        ((HEAD, ROW), 0),
        ((HEAD,), 1),
        ((HEAD, ROW, ROW, ROW), 0),
        ((("TR", "", (("TD",), ("TH", "Column"), ("TH", "Row"))), ROW), 1),
        ((("TR", "", (("TD",), ("TH", "Both"), ("TH", "Column"))), ROW), 0),
        ((HEAD, ROW, ("TR", "", (("TH", "Column"), ("TD",), ("TD",)))), 1),
        ((HEAD, ROW, ("TR", "", (("TH", "Row"), ("TD",)))), 1),
    ],
)
def test_a_board_is_a_table_with_headers_both_ways(rows: tuple, told: int):
    assert len(findings(tables, tagged(("Table", "", rows)), sheets=boards(1))) == told


@pytest.mark.parametrize("there, expected, told", [(1, 1, 0), (2, 2, 0), (1, 2, 1), (2, 1, 1)])
def test_there_are_as_many_tables_as_boards(there: int, expected: int, told: int):
    assert len(findings(tables, tagged(*[("Table", "", (HEAD, ROW))] * there), sheets=boards(expected))) == told
