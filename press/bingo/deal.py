"""Dealing: a board is a function of deck, grid, seed and number. Nothing is stored, nothing repeats.

Number → board is a bijection. The number is split into a cycle and a place: each cycle goes once
through all sets of phrases, and each set meets another arrangement in every cycle. Both choices are
keyed permutations, so neighbours look unrelated. Arrangements that differ only by a move which keeps
the winning lines count as one; which of them is dealt is left to the hash.

The first numbers are what a round is played with: they have changed boards with numbers far beyond any order, and have
those that together leave one winner as often as can be.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import islice
from math import comb, factorial

from press.bingo.grid import Grid
from press.bingo.permutation import permuted, permuted_back
from press.bingo.ranking import rank_arrangement, rank_set, unrank_arrangement, unrank_set
from press.bingo.round_order import round_order
from press.errors import PressError, Problem
from press.language.message import _
from press.system.picklable import Picklable

DEAL_VERSION = 2  # part of the deck code: another way of dealing is another deal. 2: the first boards leave one winner
ORDERED = 300  # boards that are chosen; a round with more is rare, and its odds are told by as many
NEAR = 100_000  # up to here, or to a share of a small deal, no number beyond the first ones changes its board,
NEAR_SHARE = 24  # and none has to wait for the choice
SPARE = 5  # at least so many chosen boards more, for those whose numbers are too near
WHOLE = 40  # chosen boards that should all be had, as the first ones are in every round;
LOTS = 32  # which phrase stands for which is drawn so often at most, until they are
CODE_LENGTH = 4
MAX_DIGITS = 30  # the largest deals have 10²⁷ boards
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to misread
MISREAD = str.maketrans("OIL", "011")

Board = tuple[int | None, ...]  # phrase indices cell by cell, row by row; None is the free cell


@dataclass(frozen=True)
class Deal(Picklable):
    """All boards of one deck (phrase ids in order) on one grid with one seed."""

    phrase_ids: tuple[str, ...]
    grid: Grid
    seed: int

    @property
    def sets(self) -> int:
        """How many different sets of phrases there are."""
        return comb(len(self.phrase_ids), len(self.grid.slots))

    @property
    def arrangements(self) -> int:
        """How many arrangements of one set have different winning lines."""
        return factorial(len(self.grid.slots)) // len(self.grid.moves)

    @property
    def boards(self) -> int:
        return self.sets * self.arrangements

    @cached_property
    def code(self) -> str:
        """Four characters over all that the deal depends on."""
        return self._code(DEAL_VERSION)

    @property
    def earlier_codes(self) -> dict[str, int]:
        """What the code was when boards were dealt in another way, with the version of that."""
        return {self._code(version): version for version in range(1, DEAL_VERSION)}

    @property
    def facts(self) -> list[object]:
        """All that the boards depend on. The code is only a short name of it, and other deals may have the same."""
        return self._facts(DEAL_VERSION)

    def _facts(self, version: int) -> list[object]:
        return [version, self.phrase_ids, self.grid.rows, self.grid.columns, self.grid.free, self.seed]

    def _code(self, version: int) -> str:
        number = int.from_bytes(hashlib.sha256(json.dumps(self._facts(version)).encode()).digest(), "big")
        return "".join(ALPHABET[number >> 5 * place & 31] for place in range(CODE_LENGTH))

    def sheet_id(self, number: int) -> str:
        return f"{self.code}-{number:04d}"

    def board(self, number: int) -> Board:
        """The board of a number, from 1. Raises PressError beyond the last one."""
        if not 1 <= number <= self.boards:
            raise PressError(
                Problem(
                    "boards",
                    _("there is no board {number:,}", number=number),
                    _("this deck and grid give {boards:,} boards, from 1", boards=self.boards),
                )
            )
        number = self._whose(number)
        cycle, place = divmod(number - 1, self.sets)
        chosen = unrank_set(
            permuted(place, self.sets, self._key("set", cycle)), len(self.phrase_ids), len(self.grid.slots)
        )
        rank = permuted(cycle, self.arrangements, self._key("arrangement", *chosen))
        slots = unrank_arrangement(rank, self.grid.slots, self.grid.moves)
        turn = self.grid.moves[int.from_bytes(self._key("turn", number)) % len(self.grid.moves)]
        board: list[int | None] = [None] * self.grid.cells
        for phrase, slot in zip(chosen, slots):
            board[turn[slot]] = phrase
        return tuple(board)

    @property
    def near(self) -> int:
        """The last number that surely has the board it would have had without the choice of the first ones."""
        return max(ORDERED, min(NEAR, self.boards // NEAR_SHARE))

    def _whose(self, number: int) -> int:
        """The number whose board it has."""
        if number <= ORDERED and (chosen := _chosen_numbers(self).first(number)):
            return chosen[-1]
        return self._exchanged.get(number, number) if number <= ORDERED or number > self.near else number

    @cached_property
    def _exchanged(self) -> dict[int, int]:
        return _exchanges(self)

    def number_of(self, phrases: tuple[int, ...]) -> int:
        """Which number would have a board - its phrases slot by slot - if none were exchanged."""
        slot_of = dict(zip(phrases, self.grid.slots))
        chosen = tuple(sorted(phrases))
        rank = rank_arrangement([slot_of[phrase] for phrase in chosen], self.grid.slots, self.grid.moves)
        cycle = permuted_back(rank, self.arrangements, self._key("arrangement", *chosen))
        place = permuted_back(rank_set(chosen, len(self.phrase_ids)), self.sets, self._key("set", cycle))
        return cycle * self.sets + place + 1

    def lot(self, draw: int) -> list[int]:
        """Which phrase stands for which number of the choice."""
        size = len(self.phrase_ids)
        return [permuted(place, size, self._key("phrase", draw)) for place in range(size)]

    @cached_property
    def _seed_hash(self) -> "hashlib.blake2b":
        return hashlib.blake2b(f"{self.seed}/{'/'.join(self.phrase_ids)}/{self.grid}".encode(), digest_size=16)

    def _key(self, *facts: object) -> bytes:
        key = self._seed_hash.copy()
        key.update(repr(facts).encode())
        return key.digest()


class _ChosenNumbers:
    """The numbers that would have the chosen boards, in the order of these; found as far as somebody asks for."""

    def __init__(self, deal: Deal) -> None:
        # Even a few boards that were not chosen would share lines with most others: twice as many to spare as are
        # missed.
        most = ORDERED + SPARE + 2 * ORDERED * deal.near // deal.boards
        order = partial(round_order, len(deal.phrase_ids), deal.grid)

        def numbers(lot: list[int], boards: Iterable[tuple[int, ...]]) -> Iterator[int]:
            return (deal.number_of(tuple(lot[phrase] for phrase in board)) for board in boards)

        def free(number: int) -> bool:
            return number <= ORDERED or number > deal.near

        lots = (deal.lot(draw) for draw in range(LOTS))
        whole = list(order(min(WHOLE, most)))
        lot = next((lot for lot in lots if all(map(free, numbers(lot, whole)))), deal.lot(0))
        self._more = islice(filter(free, numbers(lot, order(most))), ORDERED)
        self._found: list[int] = []

    def first(self, count: int) -> list[int]:
        """So many; none if there are fewer."""
        self._found += islice(self._more, max(0, count - len(self._found)))
        return self._found[:count] if len(self._found) >= count else []

    def all(self) -> list[int]:
        self._found += self._more
        return self._found


@lru_cache(maxsize=16)
def _chosen_numbers(deal: Deal) -> _ChosenNumbers:
    return _ChosenNumbers(deal)


@lru_cache(maxsize=16)
def _exchanges(deal: Deal) -> dict[int, int]:
    """Numbers that have another one's board, and whose. The first ones change with those that had the chosen boards."""
    chosen = _chosen_numbers(deal).all()
    first = range(1, ORDERED + 1)
    left = sorted(set(first).difference(chosen))
    far = sorted(set(chosen).difference(first))
    return dict(zip([*first, *far], chosen + left))


def parse_sheet_id(sheet_id: str) -> tuple[str, int]:
    """Deck code and number of a sheet ID as somebody typed it. Raises PressError."""
    code, _hyphen, digits = sheet_id.strip().upper().partition("-")
    code, digits = code.translate(MISREAD), digits.translate(MISREAD)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS and int(digits) > 0
    if len(code) != CODE_LENGTH or set(code) - set(ALPHABET) or not is_number:
        raise PressError(
            Problem(
                "SHEET-ID",
                _("`{sheet_id}` is no sheet ID", sheet_id=sheet_id),
                _("type it as it stands on the sheet, like 7K3Q-0042"),
            )
        )
    return code, int(digits)
