"""Odds: what is told of a round is what happens in it - played out naively, and counted exactly."""

from dataclasses import asdict
from fractions import Fraction
from itertools import combinations
from math import comb, factorial
from statistics import median_low

import pytest
from command import command

from press.bingo import odds as odds_module
from press.bingo.deal import Deal
from press.bingo.grid import Grid
from press.bingo.odds import GAMES, Odds, _called, odds

TINY = [
    (Deal(tuple("abcdefghi"), Grid(3, 3), 1), 1),
    (Deal(tuple("abcdefghi"), Grid(3, 3), 1), 2),
    (Deal(tuple("abcdefghij"), Grid(3, 3), 7), 2),
    (Deal(tuple("abcdefghijkl"), Grid(3, 3), 2026), 3),
    (Deal(tuple("abcdefghijkl"), Grid(4, 3), 2026), 2),
    (Deal(tuple("abcdefghijkl"), Grid(3, 3, True), 5), 2),
]
IDS = [
    f"{deal.grid.rows}x{deal.grid.columns}{'-free' if deal.grid.free else ''}"
    f"-{len(deal.phrase_ids)}-phrases-{boards}-boards"
    for deal, boards in TINY
]


def played(deal: Deal, boards: int, called: list[int]) -> tuple[int, int]:
    """One round as people play it: cross off, look along rows, columns and diagonals; the call and how many shout."""
    rows, columns = deal.grid.rows, deal.grid.columns
    sheets = [[list(deal.board(n)[r * columns : (r + 1) * columns]) for r in range(rows)] for n in range(1, boards + 1)]
    fallen = {None}  # the free cell has fallen before the first call
    for call, phrase in enumerate(called, 1):
        fallen.add(phrase)
        shouting = 0
        for sheet in sheets:
            lines = [*sheet, *map(list, zip(*sheet))]
            if rows == columns:
                lines += [[sheet[i][i] for i in range(rows)], [sheet[i][rows - 1 - i] for i in range(rows)]]
            shouting += any(all(cell in fallen for cell in line) for line in lines)
        if shouting:
            return call, shouting
    raise AssertionError("nobody won")


def exact(deal: Deal, boards: int) -> tuple[list[Fraction], Fraction]:
    """Over all orders of calls: the chance of the first bingo at call 1, 2, …; and of two or more at that call.

    The set of phrases that have fallen after so many calls is any set of that size, each as likely as the others,
    and the last one fallen is any of them: so counting sets counts orders.
    """
    phrases = range(len(deal.phrase_ids))
    lines = [
        [frozenset(deal.board(n)[cell] for cell in line) - {None} for line in deal.grid.lines]
        for n in range(1, boards + 1)
    ]

    def winners(fallen: frozenset) -> int:
        return sum(any(line <= fallen for line in sheet) for sheet in lines)

    first, shared = [], Fraction(0)
    for call in range(1, len(phrases) + 1):
        weight = Fraction(1, comb(len(phrases), call) * call)  # of a set and the one of it that fell last
        hits = 0
        for fallen in map(frozenset, combinations(phrases, call)):
            if not (now := winners(fallen)):
                continue
            new = sum(winners(fallen - {last}) == 0 for last in fallen)
            hits += new
            shared += new * weight * (now > 1)
        first.append(hits * weight)
    assert sum(first) == 1
    return first, shared


@pytest.mark.parametrize("deal, boards", TINY, ids=IDS)
def test_rounds_are_played_as_people_play_them(deal: Deal, boards: int):
    """The very rounds of the figures, played out cell by cell: every figure is the same."""
    rounds = [played(deal, boards, _called(len(deal.phrase_ids), game)) for game in range(GAMES)]
    calls = sorted(call for call, _ in rounds)
    told = odds(deal, boards)
    assert told.calls == median_low(calls)
    assert (told.calls_low, told.calls_high) == (calls[round(0.05 * (GAMES - 1))], calls[round(0.95 * (GAMES - 1))])
    assert told.shared == sum(winners > 1 for _, winners in rounds) / GAMES
    assert (told.sets, told.boards, told.played) == (deal.sets, deal.boards, boards)


@pytest.mark.parametrize("deal, boards", TINY, ids=IDS)
def test_figures_agree_with_all_orders_there_are(deal: Deal, boards: int):
    first, shared = exact(deal, boards)
    told, reached = odds(deal, boards), [sum(first[: n + 1]) for n in range(len(first))]

    def call_at(share: float) -> int:
        return next(n for n, sum_ in enumerate(reached, 1) if sum_ >= share)

    assert abs(told.calls - call_at(0.5)) <= 1
    assert call_at(0.03) <= told.calls_low <= call_at(0.07) + 1 and call_at(0.93) - 1 <= told.calls_high <= call_at(
        0.97
    )
    spread = float(shared * (1 - shared) / GAMES) ** 0.5
    assert abs(told.shared - float(shared)) <= 4 * spread  # four standard deviations of 400 rounds


def every_order(deal: Deal, boards: int) -> tuple[list[int], int]:
    """Every order in which the phrases can fall, call by call; once somebody shouts, the rest may fall as it likes."""
    lines = [[sum(1 << deal.board(n)[cell] for cell in line) for line in deal.grid.lines] for n in range(1, boards + 1)]
    count = len(deal.phrase_ids)
    first, shared = [0] * count, 0

    def call(fallen: int, calls: int) -> None:
        nonlocal shared
        shouting = sum(any(line & fallen == line for line in sheet) for sheet in lines)
        if shouting:
            first[calls - 1] += factorial(count - calls)
            shared += factorial(count - calls) * (shouting > 1)
            return
        for phrase in range(count):
            if not fallen >> phrase & 1:
                call(fallen | 1 << phrase, calls + 1)

    call(0, 0)
    assert sum(first) == factorial(count)
    return first, shared


@pytest.mark.parametrize("deal, boards", TINY[:2], ids=IDS[:2])
def test_the_count_agrees_with_every_order_of_calls(deal: Deal, boards: int):
    """All 9! = 362,880 of them."""
    first, shared = every_order(deal, boards)
    assert ([Fraction(n, factorial(9)) for n in first], Fraction(shared, factorial(9))) == exact(deal, boards)


def test_where_every_board_holds_every_phrase_it_is_said():
    twelve = tuple("abcdefghijkl")
    assert odds(Deal(twelve, Grid(4, 3), 1), 5).full_together and not odds(Deal(twelve, Grid(3, 3), 1), 5).full_together
    told = odds(Deal(twelve, Grid(4, 3), 1), 5)
    assert told.sets == 1 and "all are full at the same call" in str(told)


def test_many_boards_are_told_by_some(monkeypatch):
    monkeypatch.setattr(odds_module, "MOST_BOARDS", 4)
    deal = Deal(tuple("abcdefghijkl"), Grid(3, 3), 3)
    assert odds(deal, 90).played == 4 and asdict(odds(deal, 90)) == asdict(odds(deal, 4))


def test_calls_are_fair():
    """Each phrase comes first about as often, and each comes once."""
    firsts = [_called(12, game)[0] for game in range(1200)]
    assert all(60 < firsts.count(phrase) < 145 for phrase in range(12))
    assert all(sorted(_called(25, game)) == list(range(25)) for game in range(5))


def test_figures_stand_in_the_manifest_and_in_the_list(catalogue):
    """Worked out here from the phrases' ids alone, and compared."""
    ids = tuple(phrase["id"] for phrase in catalogue.phrases)
    items = {
        item.get("id", item["layout"]): item
        for item in catalogue.content("orders/katalog.yaml")["items"]
        if "boards" in item
    }
    listed = command(catalogue.root, "list")
    assert listed.returncode == 0
    own = listed.stdout.split("  katalog  ")[1]
    for product, item in items.items():
        deal = Deal(ids, catalogue.layouts[item["layout"]].grid(), 2026)
        told = odds(deal, item["boards"])
        assert (
            Odds(**catalogue.products[product]["odds"]) == told
            and catalogue.products[product]["first_sheet"] == f"{deal.code}-0001"
        )
        assert f"    {product}, {item['boards']} boards: {told}" in own.splitlines()
