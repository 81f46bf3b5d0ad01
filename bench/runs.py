"""Runs the lanes in turn, each run in a process of its own, and proofreads what the first one made."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.lanes import Lane
from bench.measure import measured
from bench.proofread import proofread
from bench.work import Work
from press.system.progress import Progress

CHECKOUT = Path(__file__).parents[1]  # where `bench` is found: it is no part of the installed package
MOST_LINES = 3  # lines of what a lane said before it broke


@dataclass(frozen=True)
class Run:
    """What a lane took once: seconds, bytes; of each step, seconds on the wall and of all processors."""

    wall: float
    cpu: float
    peak: int
    size: int
    steps: dict[str, dict[str, float]]


@dataclass
class Tried:
    """A lane with a number of boards: its runs, what was looked at, or why there is no figure."""

    lane: Lane
    count: int
    runs: list[Run] = field(default_factory=list)
    checked: str = ""
    failed: str | None = None


def run_lanes(lanes: Sequence[Lane], works: dict[int, Work], rounds: int, progress: Progress) -> list[Tried]:
    """Every lane with every number of boards it is asked for. One that fails has no runs and says why."""
    tried = [Tried(lane, count, failed=lane.missing() or _too_many(lane, count)) for count in works for lane in lanes]
    turns = [(round_, one) for round_ in range(rounds) for one in tried]
    for _, one in progress.over(turns, "measuring"):
        if not one.failed:
            _run(one, works[one.count])
    return tried


def _too_many(lane: Lane, count: int) -> str | None:
    return f"not run with more than {lane.most:,} boards" if lane.most and count > lane.most else None


def _run(one: Tried, work: Work) -> None:
    target, steps = Path(work.folder, "lane.pdf"), Path(work.folder, "steps.json")
    if not one.runs and one.lane.prepare:
        one.lane.prepare(work)
    took = measured(
        ["-m", "bench.lane", one.lane.name, work.folder, str(work.count), str(target), str(steps)], CHECKOUT
    )
    try:
        if took.exit:
            one.failed = f"ended with {took.exit}: " + " / ".join(took.output.strip().splitlines()[-MOST_LINES:])
            return
        if not one.runs:
            faults, one.checked = proofread(target, work)
            one.failed = "; ".join(faults[:MOST_LINES]) or None
        if not one.failed:
            one.runs.append(
                Run(
                    took.wall, took.cpu, took.peak, target.stat().st_size, json.loads(steps.read_text(encoding="utf-8"))
                )
            )
    finally:
        target.unlink(missing_ok=True)
