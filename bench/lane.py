"""Runs one lane once, in a process of its own: `python -m bench.lane NAME FOLDER BOARDS TARGET STEPS`."""

import json
import sys
from pathlib import Path

from bench.clock import Clock
from bench.lanes import lane_of
from bench.work import read_work


def main(name: str, folder: str, count: str, target: str, steps: str) -> None:
    work, clock = read_work(folder, int(count)), Clock()
    lane_of(name).run(work, Path(target), clock)
    Path(steps).write_text(json.dumps(clock.steps), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
