"""One winner: what the choice of the first boards is worth, by a play that is not the press's own."""

from collections.abc import Callable
from statistics import mean
from time import process_time

import pytest
from one_winner import (
    BOARDS,
    GRIDS,
    deal_of,
    first_boards,
    shared,
    spaces,
    unchosen_boards,
)

from press.bingo import deal as dealing
from press.bingo import round_order as choice
from press.bingo.deal import ORDERED
from press.bingo.grid import Grid
from press.bingo.odds import odds
from press.bingo.round_order import round_order

SECONDS = 0.1  # of one core, for all the boards a deal chooses
PACE = 0.04  # seconds, of the fixed piece of work on an idle core of 2.5 GHz
ERROR = 2  # points, of a few thousand rounds


def test_the_standard_order_has_one_winner_in_three_rounds_of_four():
    deal = deal_of(12, Grid(3, 3))
    told = shared(first_boards(deal, 24), deal, 6000, sizes=(24,))[24]
    assert told <= 25 and odds(deal, 24).shared <= 0.27
    assert shared(unchosen_boards(deal, 24), deal, 2000, sizes=(24,))[24] > 50


def test_where_lines_run_out_rounds_do_not_get_worse():
    """60 boards of twelve phrases have 480 lines, and there are 220: shared evenly, one round in ten has one winner."""
    deal = deal_of(12, Grid(3, 3))
    told = shared(first_boards(deal, 300), deal, 2000)
    assert told[60] < 45 and told[120] < 60 and told[300] < 70
    before = shared(unchosen_boards(deal, 120), deal, 2000, sizes=(60, 120))
    assert before[60] > 70 and before[120] > 90


def test_another_seed_deals_other_boards_that_play_alike():
    one, other = deal_of(12, Grid(3, 3), 1), deal_of(12, Grid(3, 3), 2)
    assert not set(first_boards(one, 300)) & set(first_boards(other, 300))
    assert (
        abs(
            shared(first_boards(one, 24), one, 3000, sizes=(24,))[24]
            - shared(first_boards(other, 24), other, 3000, sizes=(24,))[24]
        )
        < 5
    )


@pytest.mark.long
@pytest.mark.parametrize("name, phrases", spaces(), ids=str)
def test_no_space_is_worse_than_without_the_choice(often, name: str, phrases: int):
    if phrases not in often((9, 12, 25), tuple(range(100))) or name == often("4 × 3", None):
        pytest.skip("all pools, and the grid that has the lines of another on its side: run with --thorough")
    deal, rounds = deal_of(phrases, GRIDS[name]), often(1500, 8000)
    before, after = (shared(boards(deal, max(BOARDS)), deal, rounds) for boards in (unchosen_boards, first_boards))
    noise = often(2 * ERROR, 0)  # fewer rounds, more chance
    assert all(after[size] <= before[size] + ERROR + noise for size in BOARDS), (before, after)
    assert mean(after.values()) < mean(before.values())


@pytest.mark.parametrize("name, phrases", spaces(), ids=str)
def test_boards_differ_and_hold_what_they_should(name: str, phrases: int):
    grid = GRIDS[name]
    boards = list(round_order(phrases, grid, ORDERED))
    assert len(boards) == min(ORDERED, choice.MOST_COUNTED // (phrases * max(map(len, grid.lines)))) >= 120
    place = {slot: place for place, slot in enumerate(grid.slots)}
    assert len(
        {frozenset(frozenset(board[place[slot]] for slot in line) for line in grid.lines) for board in boards}
    ) == len(boards)
    assert all(len(set(board)) == len(grid.slots) and set(board) <= set(range(phrases)) for board in boards)


@pytest.mark.parametrize(
    "phrases, grid",
    [
        (9, Grid(3, 3, True)),
        (12, Grid(3, 3)),
        (25, Grid(5, 5, True)),
        (40, Grid(5, 5)),
        (48, Grid(3, 3)),
        (48, Grid(6, 6)),
    ],
)
def test_the_choice_takes_no_longer_than_it_may(often, phrases: int, grid: Grid):
    """All of it, from nothing, beside a fixed piece of work: a core that others use as well is slower for both."""
    if not (tries := often(0, 12)):
        pytest.skip("says something on a machine that does nothing else: run with --thorough")
    deal = deal_of(phrases, grid)

    def chosen() -> None:
        choice._choice.cache_clear()
        dealing._chosen_numbers.cache_clear()
        dealing._exchanges.cache_clear()
        dealing._exchanges(deal)

    def fixed() -> None:
        total = 0
        for number in range(1_000_000):
            total += number & 7

    took, pace = [], []
    for _ in range(tries):
        pace.append(seconds(fixed))
        took.append(seconds(chosen))
    assert min(took) < SECONDS * max(1, min(pace) / PACE), (
        f"{min(took):.3f} s, where the fixed piece takes {min(pace):.3f} s"
    )


def seconds(work: Callable[[], None]) -> float:
    start = process_time()
    work()
    return process_time() - start
