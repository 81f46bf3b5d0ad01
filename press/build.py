"""The build: from a plan to the published order."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press import EDITION_DATE
from press.console import Progress
from press.editions.print import Finish, finish_print
from press.errors import Exit, Problem, refuse_if
from press.fit import misfits
from press.geometry import Geometry
from press.job import Product, make_job, sheets, title, write_job
from press.manifest import make_manifest, write_manifest
from press.palette import print_palette
from press.plan import Plan
from press.preview import make_previews
from press.publish import publish, working_folder
from press.slug import slug_job
from press.typeset import Typesetter

JOBS = "jobs"  # below the working folder, gone before it is published


@dataclass(frozen=True)
class Built:
    """What a build made, where it lies, and what is still open."""

    folder: Path
    manifest: dict[str, Any]
    draft_reasons: tuple[Problem, ...]


def build(plan: Plan, progress: Progress, release: bool = False) -> Built:
    """Makes the whole order and publishes it in one move.

    Raises PressError; the last good build then stays as it was. With `release` a draft is refused.
    """
    if release:
        refuse_if(plan.draft_reasons, Exit.PREFLIGHT)
    typesetter = Typesetter(plan.project, tuple(face.folder for face in plan.faces))
    with working_folder(plan.project, plan.id) as work:
        jobs = [(product, _write_job(plan, product, work)) for product in progress.over(plan.products, "dealing")]
        refuse_if(
            problem for product, job in jobs
            for problem in misfits(plan.content, product.layout, typesetter.product_facts(job)))
        for product, job in progress.over(jobs, "setting"):
            typeset = typesetter.pdf(job, EDITION_DATE)
            _write(work / product.file, _finished(plan, product, typeset, typesetter, work))
            job.unlink()
        for product in progress.over(plan.products, "previews"):
            make_previews((work / product.file).read_bytes(), work / "previews", f"{product.id}-{product.edition}")
        (work / JOBS).rmdir()
        manifest = make_manifest(plan, work)
        write_manifest(manifest, work)
        folder = publish(plan.project, plan.id, work)
    return Built(folder, manifest, plan.draft_reasons)


def _write_job(plan: Plan, product: Product, work: Path) -> Path:
    palette = print_palette(plan.brand.value, plan.profile, product.colours)
    job = make_job(product, sheets(product, plan.content, plan.order.value), plan.content, plan.brand.value, palette)
    return _write(work / JOBS / f"{product.id}-{product.edition}.json", write_job(job))


def _finished(plan: Plan, product: Product, typeset: bytes, typesetter: Typesetter, work: Path) -> bytes:
    geometry = Geometry(*product.trim)
    palette = print_palette(plan.brand.value, plan.profile, product.colours)
    job = _write(work / JOBS / "slug.json", write_job(slug_job(plan, product, geometry, palette)))
    slug = typesetter.pdf(job, EDITION_DATE)
    job.unlink()
    return finish_print(typeset, Finish(title(product, plan.content), geometry, plan.profile, EDITION_DATE, slug))


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
