"""Dealing: a board is a function of deck, grid, seed and number. Nothing is stored, nothing repeats.

Number → board is a bijection. The number is split into a round and a place: each round goes once
through all sets of phrases, and each set meets another arrangement in every round. Both choices are
keyed permutations, so neighbours look unrelated. Arrangements that differ only by a move which keeps
the winning lines count as one; which of them is dealt is left to the hash.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import comb, factorial, isqrt

from press.bingo.grid import Grid, Move
from press.errors import PressError, Problem
from press.system.picklable import Picklable

DEAL_VERSION = 1  # part of the deck code: another way of dealing is another deal
ROUNDS = 8  # of the Feistel network; more than the four that make it look random
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
        facts = [DEAL_VERSION, self.phrase_ids, self.grid.rows, self.grid.columns, self.grid.free, self.seed]
        number = int.from_bytes(hashlib.sha256(json.dumps(facts).encode()).digest(), "big")
        return "".join(ALPHABET[number >> 5 * place & 31] for place in range(CODE_LENGTH))

    def sheet_id(self, number: int) -> str:
        return f"{self.code}-{number:04d}"

    def board(self, number: int) -> Board:
        """The board of a number, from 1. Raises PressError beyond the last one."""
        if not 1 <= number <= self.boards:
            raise PressError(
                Problem(
                    "boards", f"there is no board {number:,}", f"this deck and grid give {self.boards:,} boards, from 1"
                )
            )
        round_, place = divmod(number - 1, self.sets)
        chosen = _unrank_set(
            _permuted(place, self.sets, self._key("set", round_)), len(self.phrase_ids), len(self.grid.slots)
        )
        rank = _permuted(round_, self.arrangements, self._key("arrangement", *chosen))
        slots = _unrank_arrangement(rank, self.grid.slots, self.grid.moves)
        turn = self.grid.moves[int.from_bytes(self._key("turn", number)) % len(self.grid.moves)]
        board: list[int | None] = [None] * self.grid.cells
        for phrase, slot in zip(chosen, slots):
            board[turn[slot]] = phrase
        return tuple(board)

    @cached_property
    def _seed_hash(self) -> "hashlib.blake2b":
        return hashlib.blake2b(f"{self.seed}/{'/'.join(self.phrase_ids)}/{self.grid}".encode(), digest_size=16)

    def _key(self, *facts: object) -> bytes:
        key = self._seed_hash.copy()
        key.update(repr(facts).encode())
        return key.digest()


def parse_sheet_id(sheet_id: str) -> tuple[str, int]:
    """Deck code and number of a sheet ID as somebody typed it. Raises PressError."""
    code, _, digits = sheet_id.strip().upper().partition("-")
    code, digits = code.translate(MISREAD), digits.translate(MISREAD)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS and int(digits) > 0
    if len(code) != CODE_LENGTH or set(code) - set(ALPHABET) or not is_number:
        raise PressError(
            Problem("SHEET-ID", f"`{sheet_id}` is no sheet ID", "type it as it stands on the sheet, like 7K3Q-0042")
        )
    return code, int(digits)


def _permuted(index: int, size: int, key: bytes) -> int:
    """A keyed permutation of 0 … size-1: a Feistel network on a grid just large enough, walked until inside."""
    left_size = isqrt(size - 1) + 1
    right_size = -(-size // left_size)
    while True:
        left, right = divmod(index, right_size)
        for step in range(0, ROUNDS, 2):
            left = (left + _mix(key, step, right)) % left_size
            right = (right + _mix(key, step + 1, left)) % right_size
        index = left * right_size + right
        if index < size:
            return index


def _mix(key: bytes, step: int, value: int) -> int:
    return int.from_bytes(hashlib.blake2b(b"%d %d" % (step, value), key=key, digest_size=16).digest(), "big")


def _unrank_set(rank: int, pool: int, size: int) -> tuple[int, ...]:
    """The combination of that rank, in lexicographic order."""
    chosen = []
    for item in range(pool):
        if size == 0:
            break
        with_item = comb(pool - item - 1, size - 1)
        if rank < with_item:
            chosen.append(item)
            size -= 1
        else:
            rank -= with_item
    return tuple(chosen)


def _unrank_arrangement(rank: int, slots: tuple[int, ...], moves: tuple[Move, ...]) -> list[int]:
    """The slot of each item, for one arrangement out of every family that `moves` makes alike.

    While moves are left, an item may only go to one slot of each orbit; the moves that hold this slot
    stay. Each branch holds (slots left)! / (moves left) arrangements, which makes ranks exact.
    """
    placed: list[int] = []
    while len(moves) > 1:
        for slot, stay, count in _branches(slots, moves):
            if rank < count:
                break
            rank -= count
        placed.append(slot)
        slots = tuple(s for s in slots if s != slot)
        moves = stay
    left = list(slots)
    while left:
        place, rank = divmod(rank, factorial(len(left) - 1))
        placed.append(left.pop(place))
    return placed


@lru_cache(maxsize=4096)
def _branches(slots: tuple[int, ...], moves: tuple[Move, ...]) -> tuple[tuple[int, tuple[Move, ...], int], ...]:
    seen: set[int] = set()
    branches = []
    for slot in slots:
        if slot not in seen:
            seen.update(move[slot] for move in moves)
            stay = tuple(move for move in moves if move[slot] == slot)
            branches.append((slot, stay, factorial(len(slots) - 1) // len(stay)))
    return tuple(branches)
