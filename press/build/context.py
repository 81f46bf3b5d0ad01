"""What every step of a build works with."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from press.order.plan import Plan
from press.system.worker_pool import WorkerPool
from press.typst_engine.compiler import SCRATCH, Typesetter


@dataclass(frozen=True)
class BuildContext:
    """The plan, the working folder where its files come to lie, and who does the work."""

    plan: Plan
    work: Path
    workers: WorkerPool

    @property
    def alone(self) -> "BuildContext":
        """The same for a step that is itself one of many done at once: picklable, and it shares nothing out."""
        return replace(self, workers=WorkerPool(1))

    @cached_property
    def typesetter(self) -> Typesetter:
        return Typesetter(self.plan.project, tuple(face.folder for face in self.plan.faces), self.work / SCRATCH)
