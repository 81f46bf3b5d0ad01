"""What the press says on a terminal: progress, a summary, problems."""

import os
import sys
import time
from contextlib import AbstractContextManager, nullcontext
from typing import Iterable, Iterator, Sequence, TypeVar

from press.errors import PressError
from press.system.signals import Interrupted

T = TypeVar("T")


class Progress:
    """A bar on a terminal, plain lines elsewhere."""

    def __init__(self, terminal: bool | None = None):
        self.terminal = sys.stdout.isatty() if terminal is None else terminal

    def step(self, doing: str) -> AbstractContextManager:
        """A step of the work, for who wants to know how long each takes."""
        return nullcontext()

    def over(self, things: Iterable[T], doing: str, sizes: Sequence[int] | None = None, unit: str = "") -> Iterator[T]:
        """Passes things on, one by one, and shows how far it is: so many of a `unit` to each thing, or the things themselves."""
        sizes = [1] * len(things) if sizes is None else sizes
        counted = self._bar if self.terminal else self._lines
        yield from counted(zip(things, sizes), doing, sum(sizes), unit)

    def _bar(self, things: Iterable[tuple[T, int]], doing: str, total: int, unit: str) -> Iterator[T]:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # only a terminal pays for it

        speed = [TextColumn("{task.fields[speed]}"), TextColumn("left"), TimeRemainingColumn(elapsed_when_finished=True)] if unit else []
        with Progress(TextColumn(f"{doing:<10}"), BarColumn(), MofNCompleteColumn(), TextColumn(unit), *speed, transient=True) as bar:
            task = bar.add_task(doing, total=total, speed="")
            for thing, size in things:
                yield thing
                bar.advance(task, size)
                bar.update(task, speed=f"{bar.tasks[0].speed or 0:,.0f} {unit} a second,")

    def _lines(self, things: Iterable[tuple[T, int]], doing: str, total: int, unit: str) -> Iterator[T]:
        say(f"{doing}: {total:,} {unit}".rstrip())
        started = time.perf_counter()
        yield from (thing for thing, _ in things)
        if unit:
            say(f"{doing}: {total / (time.perf_counter() - started):,.0f} {unit} a second")


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
