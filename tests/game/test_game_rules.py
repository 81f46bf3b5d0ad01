"""The page's boards and rules beside the press's: the same boards, and bingo at the same call."""

from collections.abc import Sequence
from random import Random

import pytest
from browsers import needs_chromium
from game.opened_pages import BOARDS, Game, make_game, opened
from playwright.sync_api import Page
from proof_probe import Press

from press.bingo.deal import Board, Deal
from press.bingo.odds import _first_bingo, _lines

pytestmark = needs_chromium

FREE = 65535  # as the page's script has it
NEVER = 65535
BOARDS_OF = "(code) => { const kind = KINDS.find((one) => one.code === code); return [...kind.cells]; }"
# Each round of a kind: the call of each board's bingo.
PLAYED = """([code, rounds]) => {
  const kind = KINDS.find((one) => one.code === code);
  return rounds.map((said) => [...bingoCalls(kind, callOf(said))]);
}"""


def dealt(deal: Deal, count: int) -> list[Board]:
    return [deal.board(number) for number in range(1, count + 1)]


def rounds_of(deal: Deal, count: int) -> list[list[int]]:
    """Phrases in the orders they are said, drawn by a seed."""
    random, phrases = Random(deal.code), range(len(deal.phrase_ids))
    return [random.sample(phrases, len(phrases)) for _ in range(count)]


def bingo_calls(deal: Deal, boards: Sequence[Board], said: list[int]) -> list[int]:
    """By the press's own lines: the call at which each board's first line is full."""
    call = {phrase: place for place, phrase in enumerate(said, 1)} | {None: 0}
    return [min(max(call[board[cell]] for cell in line) for line in deal.grid.lines) for board in boards]


def assert_same_boards(page: Page, deal: Deal, count: int) -> None:
    cells = page.evaluate(BOARDS_OF, deal.code)
    assert cells == [FREE if cell is None else cell for board in dealt(deal, count) for cell in board]


def assert_same_bingo(page: Page, game: Game, rounds: int) -> None:
    for deal in game.deals.values():
        boards, played = dealt(deal, BOARDS), rounds_of(deal, rounds)
        found = page.evaluate(PLAYED, [deal.code, played])
        lines = _lines(deal, BOARDS)
        for said, calls in zip(played, found, strict=True):
            assert calls == bingo_calls(deal, boards, said)
            first = min(calls)
            assert (first, calls.count(first)) == _first_bingo(said, lines)


def test_the_page_has_the_boards_that_were_dealt_on_every_grid(browser, every_grid: Game):
    grids = {(deal.grid.rows, deal.grid.columns, deal.grid.free) for deal in every_grid.deals.values()}
    assert grids >= {
        (3, 3, False),
        (3, 3, True),
        (4, 3, False),
        (3, 4, False),
        (4, 4, False),
        (5, 5, True),
        (5, 5, False),
    }
    with opened(browser, every_grid) as page:
        for deal in every_grid.deals.values():
            assert_same_boards(page, deal, BOARDS)


def test_bingo_is_told_at_the_call_that_the_rules_say(browser, every_grid: Game):
    with opened(browser, every_grid) as page:
        assert_same_bingo(page, every_grid, 30)


@pytest.mark.thorough
def test_bingo_is_told_at_the_call_that_the_rules_say_in_1000_rounds_on_every_grid(browser, every_grid: Game):
    with opened(browser, every_grid) as page:
        assert_same_bingo(page, every_grid, 1000)


@pytest.mark.thorough
def test_thousands_of_boards_are_those_that_were_dealt_on_every_grid(browser, game_press: Press, tmp_path):
    items = [f"layout: bingo-{name}, boards: 5000" for name in ("3x3", "3x4", "quer", "4x4", "5x5")]
    game_press.order("viele", *items, deck="kleinstadtniveau, zugabe")
    game = make_game(tmp_path / "viele", game_press.plan("viele"))
    with opened(browser, game) as page:
        for deal in game.deals.values():
            assert_same_boards(page, deal, 5000)


def test_a_round_is_led_on_the_page_by_its_buttons(browser, every_grid: Game):
    """Tap by tap: how many boards have bingo is told, and bingo is announced when there is one more."""
    boards = {code: dealt(deal, BOARDS) for code, deal in every_grid.deals.items()}
    said = rounds_of(next(iter(every_grid.deals.values())), 1)[0]
    ends = [call for code, deal in every_grid.deals.items() for call in bingo_calls(deal, boards[code], said)]
    with opened(browser, every_grid) as page:
        before = 0
        for call, phrase in enumerate(said, 1):
            told = page.evaluate(
                "(phrase) => { find(`[data-phrase='${phrase}'] button`).click();"
                " return ['#said-count', '#bingo-count', '#heard-bingo'].map((one) => find(one).textContent); }",
                phrase,
            )
            now = sum(end <= call for end in ends)
            assert told[:2] == [str(call), str(now)]
            assert ("Bingo!" in told[2]) == (now > before)
            before = now
        assert before == len(ends) == BOARDS * len(boards)
