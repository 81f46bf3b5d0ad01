"""What the press says on a terminal: progress, a summary, problems."""

import os
import sys
from typing import Iterable, Iterator, Sequence, TypeVar

from press.errors import PressError
from press.interrupts import Interrupted

T = TypeVar("T")


class Progress:
    """A bar on a terminal, plain lines elsewhere."""

    def __init__(self, terminal: bool | None = None):
        self.terminal = sys.stdout.isatty() if terminal is None else terminal

    def over(self, things: Sequence[T], doing: str) -> Iterator[T]:
        """Passes things on, one by one, and shows how far it is."""
        if self.terminal:
            from rich.progress import track  # only a terminal pays for it

            yield from track(things, description=f"{doing:<10}", transient=True)
        else:
            say(f"{doing}: {len(things)}")
            yield from things


def say(*lines: str) -> None:
    """Prints lines. A reader that has seen enough (`| head`) and closes stops no work."""
    try:
        for line in lines:
            print(line, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def table(rows: Iterable[Sequence[str]], indent: int = 2) -> list[str]:
    """Rows as aligned columns."""
    rows = [list(map(str, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows)]
    return [" " * indent + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]


def complain(end: PressError | Interrupted) -> None:
    """Every problem on a line of its own."""
    if isinstance(end, Interrupted):
        print("Interrupted; the last good build is untouched.", file=sys.stderr)
        return
    for problem in end.problems:
        print(problem, file=sys.stderr)
    count = len(end.problems)
    print(f"{count} {'problem' if count == 1 else 'problems'}; nothing was changed.", file=sys.stderr)
