"""A board's grid: its cells, its winning lines, and the moves that leave those lines as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations, product

Move = tuple[int, ...]  # move[i] is the cell that cell i goes to


@dataclass(frozen=True)
class Grid:
    """Cells are numbered row by row from 0. Square grids win on diagonals too; a free cell lies in the middle."""

    rows: int
    columns: int
    free: bool = False

    def __post_init__(self) -> None:
        if self.rows < 3 or self.columns < 3:
            raise ValueError("a board has at least three rows and three columns")
        if self.free and not (self.square and self.rows % 2):
            raise ValueError("only a square board with an odd number of rows has a middle to be free")

    @property
    def square(self) -> bool:
        return self.rows == self.columns

    @property
    def cells(self) -> int:
        return self.rows * self.columns

    @property
    def free_cell(self) -> int | None:
        return self.cells // 2 if self.free else None

    @cached_property
    def slots(self) -> tuple[int, ...]:
        """The cells that hold a phrase."""
        return tuple(cell for cell in range(self.cells) if cell != self.free_cell)

    @cached_property
    def lines(self) -> tuple[frozenset[int], ...]:
        """The winning lines as sets of slots."""
        rows = [[r * self.columns + c for c in range(self.columns)] for r in range(self.rows)]
        lines = rows + [list(column) for column in zip(*rows)]
        if self.square:
            lines += [[row[i] for i, row in enumerate(rows)], [row[-1 - i] for i, row in enumerate(rows)]]
        return tuple(frozenset(line) - {self.free_cell} for line in lines)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every move of cells that maps winning lines onto winning lines.

        Without diagonals any swap of whole rows or columns does. With diagonals a row order must keep
        opposite rows opposite, and the columns follow it, as they are or reversed; a square may also be
        transposed. (3×3: the eight turns and mirrors; 4×4 and 5×5: 32.)
        """
        pairs: Iterable[tuple[Move, Move]] = (
            self._diagonal_orders()
            if self.square
            else product(permutations(range(self.rows)), permutations(range(self.columns)))
        )
        moves = []
        for row_order, column_order in pairs:
            move = [
                row_order[r] * self.columns + column_order[c] for r in range(self.rows) for c in range(self.columns)
            ]
            moves.append(tuple(move))
            if self.square:
                moves.append(tuple(cell % self.rows * self.rows + cell // self.rows for cell in move))
        return tuple(moves)

    def _diagonal_orders(self) -> Iterator[tuple[Move, Move]]:
        last = self.rows - 1
        for order in permutations(range(self.rows)):
            if all(order[last - i] == last - order[i] for i in range(self.rows)):
                yield order, order
                yield order, tuple(last - i for i in order)
