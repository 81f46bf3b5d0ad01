"""What every step of a build works with."""

from dataclasses import dataclass, replace
from pathlib import Path

from press.order.plan import Plan
from press.order.product import Product
from press.system.worker_pool import WorkerPool
from press.typst_engine.compiler import SCRATCH, Typesetter
from press.typst_engine.stage import StagedFonts, stage_fonts


@dataclass(frozen=True)
class BuildContext:
    """The plan, the working folder where its files come to lie, and who does the work."""

    plan: Plan
    work: Path
    workers: WorkerPool
    fonts: StagedFonts

    @classmethod
    def begin(cls, plan: Plan, work: Path, workers: WorkerPool) -> "BuildContext":
        """With the fonts of the plan copied to where Typst is to find them."""
        files = ((plan.project.shown(file), data) for face in plan.faces for file, data in face.data.items())
        return cls(plan, work, workers, stage_fonts(files, work / SCRATCH / "fonts"))

    @property
    def alone(self) -> "BuildContext":
        """The same for a step that is itself one of many done at once: picklable, and it shares nothing out."""
        return replace(self, workers=WorkerPool(1))

    def typesetter(self, product: Product | None = None) -> Typesetter:
        """Typst on the stage of a product, or on that of what belongs to no product: the job ticket."""
        layout = product.layout.name if product else None
        return Typesetter(self.plan.templates.of_layout(layout), self.fonts, self.work / SCRATCH / self._stage(product))

    def _stage(self, product: Product | None) -> str:
        """The name of a stage: a number, for paths are to be short."""
        numbers = (str(number) for number, one in enumerate(self.plan.products) if product and one.file == product.file)
        return next(numbers, product.pictures if product else "ticket")
