"""The press: the real build of an order of one item."""

import gc
import shutil
from pathlib import Path

from bench.clock import Clock, TimedProgress
from bench.lanes import Lane
from bench.work import ORDER, Work

BESIDES = "packing"  # what it says nothing about: proof page, job ticket, ZIP, checksums


def _run(work: Work, target: Path, clock: Clock) -> None:
    from press.build.build import build
    from press.cli.press_task import LOOKS_AFTER
    from press.order.plan import make_plan
    from press.order.variant import Overrides
    from press.system.worker_pool import WorkerPool

    gc.set_threshold(LOOKS_AFTER)  # as the command does
    progress = TimedProgress(clock)
    with WorkerPool(progress=progress) as workers:
        with clock("reading"):
            workers.begin_copies()
            plan = make_plan(work.project, ORDER, Overrides(boards=work.count), ("print",))
        with clock(BESIDES):
            built = build(plan, progress, workers=workers)
    (made,) = built.made
    shutil.move(built.folder / made, target)
    shutil.rmtree(built.folder)


LANE = Lane(
    "press",
    "the press",
    0,
    "this press: `invoke build` of one product, print edition",
    "nothing: it also deals, fits, marks and preflights",
    _run,
)
