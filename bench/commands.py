"""Commands as people type them, as whole processes in a copy of the project: the real standard order."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.measure import Measured, measured
from bench.prepare import DECK, copy_project
from press.paths import Project
from press.system.progress import Progress

FRESH, PRINT = "build, all new", "build, all new, print edition alone"
UNCHANGED, CHANGED = "build, nothing changed", "build, one phrase changed"
CHECK, LIST = "check", "list"
_BOARD = re.compile(r"^(    board: .*)$", re.MULTILINE)


def time_commands(project: Project, folder: Path, rounds: int, progress: Progress) -> dict[str, list[Measured]]:
    """Name → its runs, in turn. A command that fails is an error: there is nothing to time."""
    copy = copy_project(project, folder)
    steps: dict[str, Callable[[], list[str]]] = {
        PRINT: lambda: _anew(copy, "--edition", "print"),
        FRESH: lambda: _anew(copy),
        UNCHANGED: lambda: ["build"],
        CHANGED: lambda: _changed(copy),
        CHECK: lambda: ["check"],
        LIST: lambda: ["list"],
    }
    times: dict[str, list[Measured]] = {name: [] for name in steps}
    _invoke(copy, ["list"])  # Python compiles what it has not compiled yet
    for name in progress.over([name for _ in range(rounds) for name in steps], "commands"):
        times[name].append(_invoke(copy, steps[name]()))
    return times


def seconds(runs: list[Measured]) -> float:
    """The median on the wall."""
    return median(run.wall for run in runs)


def processor_time(runs: list[Measured]) -> float:
    """The median of all processors together, in s."""
    return median(run.cpu for run in runs)


def _invoke(project: Project, arguments: list[str]) -> Measured:
    done = measured(["-m", "invoke", *arguments], project.root)
    if done.exit:
        raise RuntimeError(f"invoke {' '.join(arguments)} ended with {done.exit}: {done.output}")
    return done


def _anew(project: Project, *options: str) -> list[str]:
    shutil.rmtree(project.build)
    project.build.mkdir()
    return ["build", *options]


def _changed(project: Project) -> list[str]:
    """Says the first phrase of the deck more firmly than the last time."""
    deck = project.deck(DECK)
    text, count = _BOARD.subn(r"\1!", deck.read_text(encoding="utf-8"), count=1)
    if not count:
        raise RuntimeError(f"{deck.name}: no phrase to change")
    deck.write_text(text, encoding="utf-8")
    return ["build"]
