"""Grids: lines, and all moves that keep them. Compared with a search that knows nothing of rows and columns."""

import pytest

from press.bingo.grid import Grid

GRIDS = [
    Grid(3, 3),
    Grid(3, 3, free=True),
    Grid(4, 4),
    Grid(5, 5),
    Grid(5, 5, free=True),
    Grid(3, 4),
    Grid(4, 3),
    Grid(3, 5),
]


def symmetries(grid: Grid) -> int:
    """How many ways there are to permute the slots so that lines land on lines: tried cell by cell."""
    shared = {(a, b): sum(a in line and b in line for line in grid.lines) for a in grid.slots for b in grid.slots}
    lines, image = set(grid.lines), {}

    def place(i: int) -> int:
        if i == len(grid.slots):
            return {frozenset(image[cell] for cell in line) for line in lines} == lines
        found, cell = 0, grid.slots[i]
        for target in grid.slots:
            # Two cells on a common line must land on one.
            if (
                target not in image.values()
                and shared[cell, cell] == shared[target, target]
                and all(shared[cell, other] == shared[target, image[other]] for other in image)
            ):
                image[cell] = target
                found += place(i + 1)
                del image[cell]
        return found

    return place(0)


@pytest.mark.parametrize("grid", GRIDS, ids=repr)
def test_moves_are_all_that_keep_the_lines(grid: Grid):
    lines = set(grid.lines)
    for move in grid.moves:
        assert sorted(move) == list(range(grid.cells))
        assert {frozenset(move[cell] for cell in line) for line in lines} == lines
        assert grid.free_cell is None or move[grid.free_cell] == grid.free_cell
    assert len(set(grid.moves)) == len(grid.moves) == symmetries(grid)


@pytest.mark.long
@pytest.mark.parametrize("grid", GRIDS, ids=repr)
def test_moves_are_closed(grid: Grid):
    moves = set(grid.moves)
    assert tuple(range(grid.cells)) in moves
    assert all(tuple(after[cell] for cell in before) in moves for before in moves for after in moves)


@pytest.mark.parametrize(
    "grid, lines, shortest",
    [
        (Grid(3, 3), 8, 3),
        (Grid(3, 3, free=True), 8, 2),
        (Grid(4, 4), 10, 4),
        (Grid(5, 5, free=True), 12, 4),
        (Grid(3, 4), 7, 3),
    ],
)
def test_lines(grid: Grid, lines: int, shortest: int):
    assert len(set(grid.lines)) == lines and min(map(len, grid.lines)) == shortest
    assert set().union(*grid.lines) == set(grid.slots)


@pytest.mark.parametrize("rows, columns, free", [(2, 3, False), (3, 2, False), (4, 4, True), (3, 5, True)])
def test_grids_that_cannot_be(rows: int, columns: int, free: bool):
    with pytest.raises(ValueError, match="middle to be free" if free else "at least three rows and three columns"):
        Grid(rows, columns, free)
