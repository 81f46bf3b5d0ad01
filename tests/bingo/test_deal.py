"""Dealing: what must hold for every board there is, not only for the ones somebody looked at."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import python

from press.bingo.deal import ALPHABET, Board, Deal, _permuted, parse_sheet_id
from press.bingo.grid import Grid
from press.errors import PressError

NINE, TWELVE = tuple("abcdefghi"), tuple("abcdefghijkl")
GRIDS = [Grid(3, 3), Grid(3, 3, free=True), Grid(3, 4), Grid(4, 3), Grid(4, 4), Grid(5, 5, free=True)]


def family(grid: Grid, board: Board) -> frozenset[frozenset[int]]:
    """The phrases that win together."""
    return frozenset(frozenset(board[cell] for cell in line) for line in grid.lines)


@st.composite
def deals(draw) -> Deal:
    grid = draw(st.sampled_from(GRIDS))
    size = len(grid.slots) + draw(st.integers(0, 30))
    return Deal(tuple(f"p{i}" for i in range(size)), grid, draw(st.integers(0, 2**63 - 1)))


@pytest.mark.parametrize("key", [b"", b"another key"])
def test_permutation_is_one(key: bytes):
    for size in range(1, 301):
        assert sorted(_permuted(i, size, key) for i in range(size)) == list(range(size))


def test_permutation_depends_on_its_key_and_moves_things():
    orders = {tuple(_permuted(i, 300, key) for i in range(300)) for key in (b"1", b"2", b"3")}
    assert len(orders) == 3 and tuple(range(300)) not in orders


def test_every_arrangement_of_nine_once():
    """All boards of nine phrases have all families of lines that 9! arrangements have, each once."""
    grid = Grid(3, 3)
    lines = [tuple(line) for line in grid.lines]
    every = {
        frozenset(cells[x] | cells[y] | cells[z] for x, y, z in lines)
        for cells in permutations([1 << i for i in range(9)])
    }
    deal = Deal(NINE, grid, 1)
    assert len(every) == deal.boards == 45_360
    dealt = set()
    for number in range(1, deal.boards + 1):
        cells = [1 << phrase for phrase in deal.board(number)]
        dealt.add(frozenset(cells[x] | cells[y] | cells[z] for x, y, z in lines))
    assert dealt == every


def test_every_board_with_a_free_middle_once():
    deal = Deal(NINE, Grid(3, 3, free=True), 5)
    dealt = {family(deal.grid, deal.board(number)) for number in range(1, deal.boards + 1)}
    assert len(dealt) == deal.boards == 9 * 5_040


def test_no_board_twice_among_100_000():
    deal = Deal(TWELVE, Grid(3, 3), 2026)
    assert len({family(deal.grid, deal.board(number)) for number in range(1, 100_001)}) == 100_000


def test_all_sets_come_before_any_comes_again():
    deal = Deal(TWELVE, Grid(3, 3), 2026)
    assert deal.sets == 220
    for start in (1, 221, 9_979_200 - 219):
        assert len({frozenset(deal.board(number)) for number in range(start, start + 220)}) == 220


@given(deals(), st.data())
def test_a_board_holds_each_phrase_at_most_once(deal: Deal, data):
    board = deal.board(data.draw(st.integers(1, deal.boards)))
    placed = [phrase for phrase in board if phrase is not None]
    assert len(placed) == len(set(placed)) == len(deal.grid.slots)
    assert set(placed) <= set(range(len(deal.phrase_ids)))
    assert [cell for cell, phrase in enumerate(board) if phrase is None] == [
        c for c in (deal.grid.free_cell,) if c is not None
    ]


@given(deals(), st.data())
def test_two_numbers_never_have_the_same_winning_lines(deal: Deal, data):
    numbers = data.draw(st.lists(st.integers(1, deal.boards), min_size=2, max_size=20, unique=True))
    assert len({family(deal.grid, deal.board(number)) for number in numbers}) == len(numbers)


def test_turns_do_not_show():
    """Only canonical boards are unranked: without a turn the first phrase would stand in one of three cells."""
    deal = Deal(NINE, Grid(3, 3), 3)
    assert {deal.board(number).index(0) for number in range(1, 500)} == set(range(9))


@pytest.mark.parametrize("number", [0, -1, 45_361])
def test_beyond_the_last_board(number: int):
    with pytest.raises(PressError, match="45,360"):
        Deal(NINE, Grid(3, 3), 1).board(number)


def test_the_same_board_in_another_process():
    code = (
        "from press.bingo.deal import Deal; from press.bingo.grid import Grid; "
        "deal = Deal(tuple('abcdefghijkl'), Grid(3, 3), 2026); "
        "print(deal.code, [deal.board(n) for n in (1, 2, 220, 221, 90_000, deal.boards)])"
    )
    assert python(code, PYTHONHASHSEED="1") == python(code, PYTHONHASHSEED="2")


def test_sheets_in_peoples_hands_stay_true():
    """Dealt once and written down. If this fails, sheets in print can no longer be verified: raise DEAL_VERSION."""
    deal = Deal(TWELVE, Grid(3, 3), 2026)
    assert deal.sheet_id(42) == "K0GW-0042"
    assert deal.board(1) == (4, 5, 9, 10, 6, 8, 7, 2, 1)
    assert deal.board(90_000) == (9, 7, 1, 4, 10, 11, 6, 2, 3)


def test_the_code_hangs_on_what_the_deal_hangs_on():
    one = Deal(TWELVE, Grid(3, 3), 1)
    others = [
        Deal(TWELVE[::-1], Grid(3, 3), 1),
        Deal(TWELVE[:-1], Grid(3, 3), 1),
        Deal(TWELVE, Grid(3, 4), 1),
        Deal(TWELVE, Grid(4, 3), 1),
        Deal(TWELVE, Grid(3, 3, free=True), 1),
        Deal(TWELVE, Grid(3, 3), 2),
    ]
    assert len({deal.code for deal in (one, *others)}) == 7
    assert Deal(TWELVE, Grid(3, 3), 1).code == one.code and set(one.code) <= set(ALPHABET)


@pytest.mark.parametrize(
    "typed", ["7K30-0042", "7k30-0042", " 7K30-0042 ", "7K3O-0042", "7k3o-42", "7K30-00042", "7K30-OO42"]
)
def test_sheet_ids_as_people_type_them(typed: str):
    assert parse_sheet_id(typed) == ("7K30", 42)


def test_letters_that_are_misread():
    assert parse_sheet_id("oil1-0001") == ("0111", 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "7K30",
        "7K30-",
        "7K30-0",
        "7K30--1",
        "7K3-0042",
        "7K300-0042",
        "7K3U-0042",
        "7K30-4x",
        "7K30-²",
        "7K30-٣",
        "7K30-" + "1" * 5000,
    ],
    ids=lambda typed: typed[:12],
)
def test_what_is_no_sheet_id(typed: str):
    with pytest.raises(PressError, match="is no sheet ID"):
        parse_sheet_id(typed)


@given(deals(), st.integers(1, 10**7))
def test_a_sheet_id_leads_back(deal: Deal, number: int):
    assert parse_sheet_id(deal.sheet_id(number)) == (deal.code, number)
