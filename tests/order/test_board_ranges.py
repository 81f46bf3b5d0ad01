"""Half to the print shop, half to the office printer: an item's edition, and which boards it has."""

import pytest
from tools import ORDER, attempt, edit

from press.bingo.odds import odds
from press.order.plan import make_plan
from press.paths import Project

HALVES = """  - {layout: bingo-3x3, id: druckerei, boards: 1-30, edition: print}
  - {layout: bingo-3x3, id: buero, boards: 31-60, edition: office}
"""


@pytest.fixture
def halves(sample):
    edit(sample / ORDER, r"(?s)  - layout: bingo-3x3.*\Z", HALVES)
    return Project.at(sample)


def test_each_half_goes_where_it_is_to(halves):
    made = make_plan(halves, "standard")
    assert [(product.file, product.boards) for product in made.products] == [
        ("print/druckerei.pdf", 30),
        ("office/buero.pdf", 30),
    ]
    assert made.left_out == {}


def test_no_board_is_dealt_twice_and_none_is_missing(halves):
    first, second = (product.sheets for product in make_plan(halves, "standard").products)
    numbers = [sheet.number for sheets in (first, second) for sheet in sheets]
    assert numbers == list(range(1, 61)) and first.deal == second.deal
    assert [second.deal.sheet_id(second.first), second.deal.sheet_id(second.last)] == [
        f"{second.deal.code}-0031",
        f"{second.deal.code}-0060",
    ]


def test_the_odds_are_those_of_the_whole_round(halves):
    products = make_plan(halves, "standard").products
    assert [product.players for product in products] == [60, 60]
    assert str(odds(products[0].deal, 60)) != str(odds(products[0].deal, 30))


def test_files_of_a_range_go_on_counting(halves):
    edit(halves.order("standard"), "boards: 31-60", "boards: 31-60, boards_per_file: 20")
    office = [product for product in make_plan(halves, "standard").products if product.edition == "office"]
    assert [(product.id, product.sheets.first, product.sheets.last) for product in office] == [
        ("buero-1", 31, 50),
        ("buero-2", 51, 60),
    ]


def test_an_edition_nothing_is_ordered_for_is_told(halves):
    edit(halves.order("standard"), "edition: office", "edition: print")
    _, (problem,) = attempt(lambda: make_plan(halves, "standard", editions=("office",)))
    assert problem.where == "--edition" and "no item of the order is for office" in problem.what


def test_the_last_board_of_a_range_is_one_of_the_deal(halves):
    deal = make_plan(halves, "standard").products[0].deal
    boards = min(deal.boards, 1_000_000)
    edit(halves.order("standard"), "31-60", f"31-{boards}, boards_per_file: 100000")
    assert attempt(make_plan, halves, "standard")[1] == []
