"""Ranks: sets of phrases and arrangements of them, counted through without listing them."""

from functools import lru_cache
from math import comb, factorial

from press.bingo.grid import Move


def unrank_set(rank: int, pool: int, size: int) -> tuple[int, ...]:
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


def rank_set(chosen: tuple[int, ...], pool: int) -> int:
    """The rank of a combination, in lexicographic order."""
    last = comb(pool, len(chosen)) - 1
    return last - sum(comb(pool - 1 - item, len(chosen) - place) for place, item in enumerate(chosen))


def unrank_arrangement(rank: int, slots: tuple[int, ...], moves: tuple[Move, ...]) -> list[int]:
    """The slot of each item, for one arrangement out of every family that `moves` makes alike.

    While moves are left, an item may only go to one slot of each orbit; the moves that hold this slot
    stay. Each branch holds (slots left)! / (moves left) arrangements, which makes ranks exact.
    """
    placed: list[int] = []
    while len(moves) > 1:
        for slot, stay, count in _branches(slots, moves):  # noqa: B007  (what it broke off at is used)
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


def rank_arrangement(placed: list[int], slots: tuple[int, ...], moves: tuple[Move, ...]) -> int:
    """The rank of the arrangement that stands for a family, from any one of the family."""
    rank = 0
    while len(moves) > 1:
        first, *others = placed
        reached = {move[first]: move for move in moves}
        for slot, stay, count in _branches(slots, moves):  # noqa: B007  (what it broke off at is used)
            if slot in reached:
                break
            rank += count
        placed = [reached[slot][other] for other in others]
        slots = tuple(s for s in slots if s != slot)
        moves = stay
    left = list(slots)
    for slot in placed:
        place = left.index(slot)
        rank += place * factorial(len(left) - 1)
        del left[place]
    return rank


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
