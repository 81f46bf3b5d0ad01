"""A stopwatch for the steps of a lane: time on the wall, and of all processors together."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from press.system.progress import Progress

T = TypeVar("T")

_TASKS = Path("/proc/self/task")  # Linux tells there which processes a thread has started
_FIRST_TIME = (
    11  # /proc/<pid>/stat, proc(5): utime, stime, cutime, cstime are the fields 14 to 17, the twelfth after the name
)


class Clock:
    """Seconds of each step. A step within another one counts for itself, not for both."""

    def __init__(self) -> None:
        self.steps: dict[str, dict[str, float]] = {}
        self._open: list[str] = []
        self._last = (0.0, 0.0)

    @contextmanager
    def __call__(self, step: str) -> Iterator[None]:
        self._charge()
        self._open.append(step)
        try:
            yield
        finally:
            self._charge()
            self._open.pop()

    def _charge(self) -> None:
        """Puts what has passed since the last time onto the innermost open step."""
        now = time.perf_counter(), processor_seconds()
        if self._open:
            spent = self.steps.setdefault(self._open[-1], {"wall": 0.0, "cpu": 0.0})
            spent["wall"] += now[0] - self._last[0]
            spent["cpu"] += now[1] - self._last[1]
        self._last = now


class TimedProgress(Progress):
    """Takes the time of the steps the press says it is at."""

    def __init__(self, clock: Clock):
        super().__init__(terminal=False)
        self.clock = clock

    def step(self, doing: str) -> AbstractContextManager[None]:
        return self.clock(doing)

    def over(self, things: Iterable[T], *_: object) -> Iterator[T]:
        return iter(things)


def processor_seconds() -> float:
    """What this process, its finished children and (on Linux) its running ones have used, user and system."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system + _running_children()


def _running_children() -> float:
    ticks = 0
    for listed in _TASKS.glob("*/children"):
        for child in listed.read_text().split():
            try:
                stat = Path(f"/proc/{child}/stat").read_text()
            except OSError:  # it has just ended
                continue
            ticks += sum(map(int, stat.rpartition(")")[2].split()[_FIRST_TIME : _FIRST_TIME + 4]))
    if sys.platform != "win32" and ticks:
        return ticks / os.sysconf("SC_CLK_TCK")
    return 0.0
