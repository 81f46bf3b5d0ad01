"""Which boards come first: so that a round with the first n of them has one winner as often as can be, for every n.

One board after the other is drawn, and bettered by exchanging two phrases at a time as long as no fewer of the tried
rounds end with one winner. That spreads lines as long as there are any; where they run out, it lets further boards
gather on lines that are shared already. It depends on nothing but the grid and how many phrases there are.
"""

import hashlib
import struct
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain, count
from operator import itemgetter
from typing import NamedTuple

from press.bingo.grid import Grid
from press.bingo.rounds import Lines, Rounds, Worth

MOST_PHRASES = 48  # larger pools share few lines: little to gain, and much to count
# Phrases times those on a line times boards: the larger, the longer it takes and the less there is to gain: 240 boards
# of 25 phrases on 4 × 4, 120 of 40 on 5 × 5 (where more of them bring less than a point).
MOST_COUNTED = 24_000
# For each board, and more for the first ones: exchanges that are tried, and phrases on lines that are counted. As much
# as fits into 0.1 s; twice as many would leave one winner in some more rounds of a hundred where lines run out.
TRIALS, TRIALS_MORE = 20, 450_000
COUNTED, COUNTED_MORE = 60, 1_200_000
SETTLED = 12  # rounds are played anew after each twelfth of the boards; until then the new ones' lines count as taken
BLOCK = 4096  # draws made at once
# Where the draws begin, if not at 0: for the decks that are shipped, the best of some dozens by 8,000 rounds that are
# not those tried here. Another start is another deal.
STARTS = {
    (12, Grid(3, 3)): 55,
    (12, Grid(3, 3, free=True)): 11,
    (12, Grid(3, 4)): 4,
    (12, Grid(4, 3)): 1,
    (13, Grid(3, 3)): 8,
    (13, Grid(3, 3, free=True)): 13,
    (13, Grid(3, 4)): 2,
    (13, Grid(4, 3)): 7,
}

Pick = Callable[[list[int]], tuple[int, ...]]
Arrangement = tuple[int, ...]  # phrases, as numbers from 0, in the order of the grid's slots


def round_order(phrases: int, grid: Grid, boards: int) -> Iterator[Arrangement]:
    """So many boards at most, no two with the same winning lines; fewer or none where there is little to gain.

    Each is chosen when it is asked for.
    """
    if phrases > MOST_PHRASES:
        return iter(())
    most = min(boards, MOST_COUNTED // (phrases * max(map(len, grid.lines))))
    choice = _choice(phrases, grid)
    return (choice.board(place) for place in range(most))


@lru_cache(maxsize=16)
def _choice(phrases: int, grid: Grid) -> "_Choice":
    return _Choice(phrases, grid)


class _Choice:
    """The boards that were chosen so far, and what the next one is chosen by."""

    def __init__(self, phrases: int, grid: Grid) -> None:
        self._search = _Search(phrases, grid)
        self._rounds = Rounds(phrases)
        self._boards: list[Arrangement] = []
        self._taken: set[frozenset[int]] = set()
        self._waiting: list[Lines] = []
        self._settled = 0

    def board(self, place: int) -> Arrangement:
        """The one at a place, from 0."""
        while len(self._boards) <= place:
            self._try()
        return self._boards[place]

    def _try(self) -> None:
        """Draws and betters one more, and chooses it if its lines are new."""
        search, rounds = self._search, self._rounds
        if len(self._boards) >= self._settled + max(1, self._settled // SETTLED):
            self._settled = len(self._boards)
            rounds.play(self._waiting)
            self._waiting = []
        board = search.drawn()
        search.better(board, rounds.worth, len(self._boards))
        lines = search.lines(board)
        if frozenset(lines) not in self._taken:
            self._taken.add(frozenset(lines))
            self._boards.append(tuple(phrase.bit_length() - 1 for phrase in board[: search.slots]))
            rounds.worth.take(lines)
            self._waiting.append(lines)


class _Changed(NamedTuple):
    """What an exchange changes."""

    lines: list[int]  # their places among all lines
    picks: list[Pick]  # their phrases, off a board
    of: Pick  # their worths, off those of all lines

    @staticmethod
    def by(lines: list[int], picks: list[Pick]) -> "_Changed":
        return _Changed(lines, [picks[line] for line in lines], itemgetter(*lines))


class _Search:
    """A board is a list of all phrases, as bits: those on its slots first, then those it does without."""

    def __init__(self, phrases: int, grid: Grid) -> None:
        place = {slot: place for place, slot in enumerate(grid.slots)}
        self._phrases, self.slots = phrases, len(grid.slots)
        self._lines = [sorted(place[slot] for slot in line) for line in grid.lines]
        self._pick: list[Pick] = [itemgetter(*line) for line in self._lines]
        through = [{number for number, line in enumerate(self._lines) if place in line} for place in range(self.slots)]
        # An exchange leaves a line that holds both phrases as it is; it always changes two or more.
        self._changed = [
            [
                _Changed.by(sorted((one ^ through[other] or one) if other < self.slots else one), self._pick)
                for other in range(phrases)
            ]
            for one in through
        ]
        self._draw: Callable[[], int] = chain.from_iterable(_draws(STARTS.get((phrases, grid), 0))).__next__

    def drawn(self) -> list[int]:
        board = [1 << phrase for phrase in range(self._phrases)]
        for place in range(self.slots):
            other = place + (self._draw() * (self._phrases - place) >> 16)
            board[place], board[other] = board[other], board[place]
        return board

    def lines(self, board: list[int]) -> Lines:
        return tuple(sum(pick(board)) for pick in self._pick)

    def better(self, board: list[int], worth: Worth, before: int) -> None:
        """Exchanges phrases, each time one of the worst line, where that does not make the board worse.

        `before` boards are there already. The first ones are in every round, so they get most of the trials. A line
        that was not counted before takes longest; with large pools and grids nearly all are such, and they end it.
        """
        draw, lines, others, value = self._draw, self._lines, self._phrases - 1, worth.__getitem__
        held = [*map(value, self.lines(board))]
        most = len(worth) + (COUNTED + COUNTED_MORE // (before + 40) ** 2) // max(map(len, lines))
        for _ in range(TRIALS + TRIALS_MORE // (before + 40) ** 2):
            line = lines[held.index(min(held))]
            one = line[draw() * len(line) >> 16]
            other = draw() * others >> 16
            other += other >= one
            board[one], board[other] = board[other], board[one]
            changed, picks, of = self._changed[one][other]
            now = [*map(value, [sum(pick(board)) for pick in picks])]
            if sum(now) < sum(of(held)):
                board[one], board[other] = board[other], board[one]
                continue
            for number, new in zip(changed, now):
                held[number] = new
            if len(worth) > most:
                return


def _draws(start: int) -> Iterator[tuple[int, ...]]:
    """Numbers below 65,536, block by block."""
    for block in count():
        yield struct.unpack(f"<{BLOCK}H", hashlib.shake_128(b"%d/%d" % (start, block)).digest(2 * BLOCK))
