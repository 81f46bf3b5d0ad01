"""Progress: how far a step of the work is, on a terminal or in a log."""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

from press.language.catalogue import said
from press.language.message import _, joined
from press.system.say import say

T = TypeVar("T")
SPEED = _("{speed:,.0f} {unit} a second,")


class Progress:
    """A bar on a terminal, plain lines elsewhere."""

    def __init__(self, terminal: bool | None = None):
        self.terminal = _moves_the_cursor() if terminal is None else terminal

    def step(self, doing: str) -> AbstractContextManager[None]:
        """A step of the work, for who wants to know how long each takes."""
        return nullcontext()

    def over(self, things: Iterable[T], doing: str, sizes: Sequence[int] | None = None, unit: str = "") -> Iterator[T]:
        """Passes things on, one by one, and shows how far it is.

        It counts in a `unit`, of which each thing has its size, or the things themselves.
        """
        if sizes is None:
            things = list(things)
            sizes = [1] * len(things)
        counted = self._bar if self.terminal else self._lines
        yield from counted(zip(things, sizes), doing, sum(sizes), unit)

    def _bar(self, things: Iterable[tuple[T, int]], doing: str, total: int, unit: str) -> Iterator[T]:
        from rich.progress import (  # only a terminal pays for it
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        speed = (
            [
                TextColumn("{task.fields[speed]}"),
                TextColumn(said(_("left"))),
                TimeRemainingColumn(elapsed_when_finished=True),
            ]
            if unit
            else []
        )
        with Progress(
            TextColumn(f"{said(doing):<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn(said(unit)),
            *speed,
            transient=True,
        ) as bar:
            task = bar.add_task(doing, total=total, speed="")
            for thing, size in things:
                yield thing
                bar.advance(task, size)
                bar.update(task, speed=said(SPEED.format(speed=bar.tasks[0].speed or 0.0, unit=unit)))

    def _lines(self, things: Iterable[tuple[T, int]], doing: str, total: int, unit: str) -> Iterator[T]:
        amount = _("{total:,} {unit}", total=total, unit=unit) if unit else _("{total:,}", total=total)
        say(joined(": ", (doing, amount)))
        started = time.perf_counter()
        yield from (thing for thing, _ in things)
        if unit:
            speed = total / (time.perf_counter() - started)
            say(_("{doing}: {speed:,.0f} {unit} a second", doing=doing, speed=speed, unit=unit))


def _moves_the_cursor() -> bool:
    """Whether a bar may: not where the reader wants plain text (no-color.org), nor on a terminal that cannot."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
