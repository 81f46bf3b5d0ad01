"""Odds: how a round will go with the ordered boards - told before anyone has printed them.

A small pool of phrases makes boards that differ less than one thinks: where a board holds every
phrase, all boards are full at the same call, and only their lines differ.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from statistics import median_low

from press.bingo.deal import Deal
from press.language.message import _, ngettext

GAMES = 400  # simulated rounds: the median is then good to a call, a share to about 2 %
GAMES_SEED = 1  # always the same rounds, so that the same order gives the same figures
MOST_BOARDS = 300  # played with; more barely change when the first line is full
RANGE = (0.05, 0.95)


@dataclass(frozen=True)
class Odds:
    """What there is to deal, and how the ordered boards play."""

    sets: int
    boards: int
    played: int  # boards the rounds were played with
    calls: int  # until the first bingo: median
    calls_low: int  # and where nine of ten rounds lie
    calls_high: int
    shared: float  # how often two or more win at that call, 0 to 1
    full_together: bool  # whether every board holds every phrase

    def __str__(self) -> str:
        span = (
            f"{self.calls_low}"
            if self.calls_low == self.calls_high
            else _("{calls_low} to {calls_high}", calls_low=self.calls_low, calls_high=self.calls_high)
        )
        text = ngettext(
            "{n:,} set, {boards:,} boards to deal; first bingo after {calls} calls ({span} in nine of ten rounds); "
            "two or more at once in {shared:.0%}",
            "{n:,} sets, {boards:,} boards to deal; first bingo after {calls} calls ({span} in nine of ten rounds); "
            "two or more at once in {shared:.0%}",
            self.sets,
            boards=self.boards,
            calls=self.calls,
            span=span,
            shared=self.shared,
        )
        return text + (
            _("; every board holds every phrase, so all are full at the same call") if self.full_together else ""
        )


@lru_cache(maxsize=64)
def odds(deal: Deal, boards: int) -> Odds:
    """Plays rounds with the first `boards` boards."""
    played = min(boards, MOST_BOARDS)
    lines = _lines(deal, played)
    first_calls, shared = [], 0
    for game in range(GAMES):
        call, winners = _first_bingo(_called(len(deal.phrase_ids), game), lines)
        first_calls.append(call)
        shared += winners > 1
    first_calls.sort()
    low, high = (first_calls[round(share * (GAMES - 1))] for share in RANGE)
    return Odds(
        deal.sets,
        deal.boards,
        played,
        median_low(first_calls),
        low,
        high,
        shared / GAMES,
        len(deal.phrase_ids) == len(deal.grid.slots),
    )


def _lines(deal: Deal, boards: int) -> dict[int, set[int]]:
    """Each line that wins, as a bit mask of phrases, with the boards that hold it."""
    lines: dict[int, set[int]] = {}
    for number in range(1, boards + 1):
        board = deal.board(number)
        for line in deal.grid.lines:
            lines.setdefault(
                sum(1 << cell for cell in (board[place] for place in line) if cell is not None), set()
            ).add(number)
    return lines


def _called(phrases: int, game: int) -> list[int]:
    """The phrases in the order in which they fall."""
    return sorted(
        range(phrases),
        key=lambda phrase: hashlib.blake2b(b"%d/%d/%d" % (GAMES_SEED, game, phrase), digest_size=8).digest(),
    )


def _first_bingo(called: list[int], lines: dict[int, set[int]]) -> tuple[int, int]:
    """The call at which a line is full first, and how many boards then have one."""
    fallen = 0
    for call, phrase in enumerate(called, 1):
        fallen |= 1 << phrase
        if full := [boards for line, boards in lines.items() if line & fallen == line]:
            return call, len(set().union(*full))
    raise AssertionError("with every phrase called, every line is full")
