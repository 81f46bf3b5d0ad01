"""Dealing: what must hold for every board there is, not only for the ones somebody looked at."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.bingo import deal as dealing
from press.bingo import round_order
from press.bingo.deal import ORDERED, Board, Deal, parse_sheet_id
from press.bingo.grid import Grid
from press.bingo.ranking import rank_arrangement, rank_set, unrank_arrangement, unrank_set
from press.errors import PressError

NINE, TWELVE = tuple("abcdefghi"), tuple("abcdefghijkl")
POOL = tuple(f"p{n}" for n in range(49))
GRIDS = [Grid(3, 3), Grid(3, 3, free=True), Grid(3, 4), Grid(4, 3), Grid(4, 4), Grid(5, 5, free=True)]


def family(grid: Grid, board: Board) -> frozenset[frozenset[int]]:
    """The phrases that win together."""
    return frozenset(frozenset(board[cell] for cell in line) for line in grid.lines)


@st.composite
def deals(draw) -> Deal:
    grid = draw(st.sampled_from(GRIDS))
    size = len(grid.slots) + draw(st.integers(0, 30))
    return Deal(tuple(f"p{i}" for i in range(size)), grid, draw(st.integers(0, 2**63 - 1)))


@pytest.mark.long
def test_every_arrangement_of_nine_once():
    """All boards of nine phrases have all families of lines that 9! arrangements have, each once.

    Of the eight turns of an arrangement, which have the same lines, one has its least corner first and then the lesser
    of its neighbours: 9! / 8 families in all, or fewer were found.
    """
    grid = Grid(3, 3)
    lines = [tuple(line) for line in grid.lines]
    every = {
        frozenset(cells[x] | cells[y] | cells[z] for x, y, z in lines)
        for cells in permutations([1 << i for i in range(9)])
        if cells[0] < cells[2] < cells[6] and cells[0] < cells[8]
    }
    deal = Deal(NINE, grid, 1)
    assert len(every) == deal.boards == 45_360
    dealt = set()
    for number in range(1, deal.boards + 1):
        cells = [1 << phrase for phrase in deal.board(number)]
        dealt.add(frozenset(cells[x] | cells[y] | cells[z] for x, y, z in lines))
    assert dealt == every


@pytest.mark.thorough
def test_every_board_with_a_free_middle_once():
    deal = Deal(NINE, Grid(3, 3, free=True), 5)
    dealt = {family(deal.grid, deal.board(number)) for number in range(1, deal.boards + 1)}
    assert len(dealt) == deal.boards == 9 * 5_040


@pytest.mark.long
@pytest.mark.parametrize(
    "deal",
    [
        Deal(TWELVE, Grid(3, 3), 2026),
        Deal(TWELVE, Grid(4, 3), 2026),
        Deal(POOL[:25], Grid(4, 4), 2026),
        Deal(POOL[:25], Grid(5, 5, free=True), 2026),
    ],
    ids=lambda deal: f"{len(deal.phrase_ids)} phrases, {deal.grid.rows} x {deal.grid.columns}",
)
def test_no_board_twice_among_many(often, deal: Deal):
    """The first ones, those that have changed their boards with the first, and as many that may have."""
    if len(deal.grid.slots) not in often((9,), range(30)):
        pytest.skip("all grids: run with --thorough")
    half = often(10_000, 50_000)
    exchanged = [number for number in deal._exchanged if number > ORDERED]
    numbers = [
        *range(1, half + 1),
        *exchanged,
        *(number for number in range(deal.near + 1, deal.near + half + 1_000) if number not in deal._exchanged),
    ][: 2 * half]
    assert len(set(numbers)) == 2 * half and len(exchanged) > 180
    assert len({family(deal.grid, deal.board(number)) for number in numbers}) == 2 * half


@pytest.mark.parametrize(
    "phrases, grid",
    [
        (9, Grid(3, 3)),
        (9, Grid(3, 3, free=True)),
        (10, Grid(3, 3)),
        (12, Grid(3, 4)),
        (17, Grid(4, 4)),
        (24, Grid(5, 5, free=True)),
    ],
)
def test_ranks_lead_back(phrases: int, grid: Grid):
    """A board's number is found from its phrases, however the board is turned."""
    deal = Deal(POOL[:phrases], grid, 8)
    for number in (1, 2, ORDERED, ORDERED + 1, deal.near, deal.near + 1, deal.boards // 2, deal.boards):
        board = deal.board(number)
        for move in grid.moves[:: len(grid.moves) // 7 + 1]:
            turned = dict(zip(move, board))
            assert deal.number_of(tuple(turned[slot] for slot in grid.slots)) == deal._exchanged.get(number, number)
    for rank in {0, deal.sets // 3, deal.sets // 2, deal.sets - 1}:
        assert rank_set(unrank_set(rank, phrases, len(grid.slots)), phrases) == rank
    for rank in (0, 1, deal.arrangements // 2, deal.arrangements - 1):
        assert rank_arrangement(unrank_arrangement(rank, grid.slots, grid.moves), grid.slots, grid.moves) == rank


@pytest.mark.parametrize(
    "deal",
    [
        Deal(NINE, Grid(3, 3), 1),
        Deal(TWELVE, Grid(3, 3), 2026),
        Deal(POOL[:25], Grid(5, 5), 3),
        Deal(POOL[:40], Grid(4, 4), 4),
    ],
)
def test_numbers_change_boards_and_none_is_lost(deal: Deal):
    """The first ones with some far beyond; in between nothing changes."""
    assert set(deal._exchanged) == set(deal._exchanged.values()) >= set(range(1, ORDERED + 1))
    assert deal.near >= ORDERED and not any(ORDERED < number <= deal.near for number in deal._exchanged)


def test_large_pools_keep_their_order():
    deal = Deal(POOL[:49], Grid(3, 3), 1)
    assert all(number == other for number, other in deal._exchanged.items())
    assert any(number != other for number, other in Deal(POOL[:48], Grid(3, 3), 1)._exchanged.items())


def test_numbers_in_between_do_not_wait_for_the_choice(monkeypatch):
    def chosen(*_):
        raise AssertionError("the first boards are chosen")

    monkeypatch.setattr(dealing, "round_order", chosen)
    deal = Deal(POOL[:12], Grid(3, 3), 99)
    assert all(deal.board(number) for number in (ORDERED + 1, 90_000, 100_000))
    for number in (ORDERED, 100_001):
        with pytest.raises(AssertionError):
            deal.board(number)


@pytest.mark.parametrize("number, most", [(24, dealing.WHOLE), (60, 80)])
def test_no_more_boards_are_chosen_than_are_asked_for(number: int, most: int):
    round_order._choice.cache_clear()
    deal = Deal(POOL[:13], Grid(3, 3), seed=number)
    assert deal.board(number)
    assert number <= len(round_order._choice(13, Grid(3, 3))._boards) <= most


def test_all_sets_come_before_any_comes_again():
    deal = Deal(TWELVE, Grid(3, 3), 2026)
    assert deal.sets == 220
    for start in (441, 661, 220 * 400 + 1):  # beyond those that are chosen
        assert len({frozenset(deal.board(number)) for number in range(start, start + 220)}) == 220


@pytest.mark.long
@settings(max_examples=30)  # nearly every one chooses the first boards of another deal
@given(deals(), st.data())
def test_a_board_holds_each_phrase_at_most_once(deal: Deal, data):
    board = deal.board(data.draw(st.integers(1, deal.boards)))
    placed = [phrase for phrase in board if phrase is not None]
    assert len(placed) == len(set(placed)) == len(deal.grid.slots)
    assert set(placed) <= set(range(len(deal.phrase_ids)))
    assert [cell for cell, phrase in enumerate(board) if phrase is None] == [
        c for c in (deal.grid.free_cell,) if c is not None
    ]


@pytest.mark.long
@settings(max_examples=30)
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


@given(deals(), st.integers(1, 10**7))
def test_a_sheet_id_leads_back(deal: Deal, number: int):
    assert parse_sheet_id(deal.sheet_id(number)) == (deal.code, number)
