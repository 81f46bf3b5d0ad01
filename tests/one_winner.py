"""How often a round has one winner: by a play that shares nothing with the press's own, and of today's first boards
beside those of a deal that chooses none. `python tests/one_winner.py` prints them as a table."""

from collections import Counter
from dataclasses import replace
from random import Random
from unittest import mock

from press.bingo.deal import Board, Deal
from press.bingo.grid import Grid

GRIDS = {
    "3 × 3": Grid(3, 3),
    "3 × 3, free": Grid(3, 3, True),
    "3 × 4": Grid(4, 3),
    "4 × 3": Grid(3, 4),
    "4 × 4": Grid(4, 4),
    "5 × 5, free": Grid(5, 5, True),
    "5 × 5": Grid(5, 5),
}
POOLS = (9, 12, 13, 17, 20, 25, 40)
BOARDS = (6, 12, 24, 40, 60, 120, 300)
SEED = 2026


def deal_of(phrases: int, grid: Grid, seed: int = SEED) -> Deal:
    return Deal(tuple(f"p{n}" for n in range(phrases)), grid, seed)


def spaces() -> list[tuple[str, int]]:
    """Every shipped grid with every pool that fills it."""
    return [(name, phrases) for name, grid in GRIDS.items() for phrases in POOLS if phrases >= len(grid.slots)]


def first_boards(deal: Deal, count: int) -> list[Board]:
    return [deal.board(number) for number in range(1, count + 1)]


def unchosen_boards(deal: Deal, count: int) -> list[Board]:
    """As they would come if none were chosen."""
    with mock.patch.object(Deal, "_whose", lambda deal, number: number):
        return first_boards(replace(deal), count)


def shared(
    boards: list[Board], deal: Deal, rounds: int, seed: int = 0, sizes: tuple[int, ...] = BOARDS
) -> dict[int, float]:
    """For each number of boards, in how many rounds of a hundred two or more of the first ones have bingo at once.

    Every line counts down the phrases it still waits for, as a caller reads them out.
    """
    waiting: list[list[int]] = [[] for _ in deal.phrase_ids]
    lines = []
    for player, board in enumerate(boards):
        for cells in deal.grid.lines:
            for cell in cells:
                waiting[board[cell]].append(len(lines))
            lines.append((player, len(cells)))
    owner, lengths = [player for player, _ in lines], [length for _, length in lines]
    sizes = tuple(size for size in sizes if size <= len(boards))
    random, called, ties = Random(seed), list(range(len(deal.phrase_ids))), Counter()
    for _ in range(rounds):
        called.sort(key=lambda _: random.random())
        left, full_at = lengths.copy(), {}
        for call, phrase in enumerate(called):
            for line in waiting[phrase]:
                left[line] -= 1
                if not left[line]:
                    full_at.setdefault(owner[line], call)
            if any(player < sizes[0] for player in full_at):
                break  # the smallest round has its winner, and so has each larger one
        for size in sizes:
            calls = [call for player, call in full_at.items() if player < size]
            ties[size] += calls.count(min(calls)) > 1
    return {size: 100 * ties[size] / rounds for size in sizes}


def table(rounds: int = 4000) -> str:
    rows = ["| phrases | grid | " + " | ".join(map(str, BOARDS)) + " |", "| --- " * (2 + len(BOARDS)) + "|"]
    for name, phrases in spaces():
        deal = deal_of(phrases, GRIDS[name])
        before, after = (shared(boards(deal, max(BOARDS)), deal, rounds) for boards in (unchosen_boards, first_boards))
        rows.append(
            f"| {phrases} | {name} | " + " | ".join(f"{before[size]:.0f} → {after[size]:.0f}" for size in before) + " |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())
