"""Figures: medians of several runs, a board's share of them, and ratios between lanes of the same run."""

from dataclasses import dataclass
from statistics import median

from bench.lanes import FINISHING, SETTING
from bench.runs import Run, Tried

PRESS = "press"
PREFLIGHT, READING = "preflight", "reading"
MADE = (SETTING, FINISHING)  # from boards to a file for print: what lanes are compared by
PREFLIGHTED = (READING, *MADE, PREFLIGHT)  # from YAML to a preflighted file
STARTING = "starting"  # what no step accounts for: the interpreter, imports


@dataclass(frozen=True)
class Figure:
    """Of one lane with one number of boards: milliseconds and KiB a board, MiB in all.

    Milliseconds are of all processors together, but for `wall`.
    """

    steps: dict[str, float]
    whole: float
    wall: float
    size: float
    peak: float
    runs: int

    def of(self, *steps: str) -> float:
        return sum(self.steps.get(step, 0.0) for step in steps)

    @property
    def made(self) -> float:
        return self.of(*MADE)


def figure(tried: Tried) -> Figure | None:
    """None for a lane that has no runs."""
    runs, count = tried.runs, tried.count
    if not runs:
        return None
    names = list(dict.fromkeys(step for run in runs for step in run.steps))
    steps = {
        STARTING: median(map(_starting, runs)),
        **{name: median(_spent(run, name) for run in runs) for name in names},
    }
    return Figure(
        {name: seconds * 1000 / count for name, seconds in steps.items()},
        median(run.cpu for run in runs) * 1000 / count,
        median(run.wall for run in runs) * 1000 / count,
        median(run.size for run in runs) / 1024 / count,
        median(run.peak for run in runs) / 2**20,
        len(runs),
    )


def figures(tried: list[Tried]) -> dict[tuple[str, int], Figure]:
    """By lane and number of boards."""
    return {(one.lane.name, one.count): made for one in tried if (made := figure(one))}


def _spent(run: Run, step: str) -> float:
    return run.steps[step]["cpu"] if step in run.steps else 0.0


def _starting(run: Run) -> float:
    return max(0.0, run.cpu - sum(step["cpu"] for step in run.steps.values()))
