"""The build: from a plan to the published order."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from press.build.fingerprint import fingerprint, order_fingerprint
from press.build.inputs import take_inputs
from press.build.reuse import LastBuild, last_build
from press.build.steps import (
    SetProduct,
    finish,
    look_over,
    set_type,
    take_pictures,
    typesetter,
)
from press.content import markdown
from press.delivery.filenames import ARGUMENTS, REPORT, TICKET
from press.delivery.job_ticket import make_ticket
from press.delivery.manifest import make_manifest, write_manifest
from press.delivery.package import make_package
from press.delivery.preview import pictures
from press.delivery.publish import publish, publish_failed, working_folder
from press.errors import Exit, PressError, Problem, refuse_if
from press.order.plan import Plan
from press.order.product import Product
from press.preflight.report import as_bytes, order_report
from press.proof.code_counts import count_codes
from press.proof.compare import Comparison
from press.proof.page import write_comparison, write_proof
from press.proof.proof_model import ProofModel, ProofProduct
from press.system.progress import Progress
from press.system.worker_pool import WorkerPool
from press.typesetting.typst_facts import misfits
from press.typst_engine.compiler import DESK


@dataclass(frozen=True)
class BuildResult:
    """What a build made, where it lies, its preflight, and what differs from the last one: None if nothing was to do.
    `made` names the files that were set anew."""

    folder: Path
    manifest: dict[str, Any]
    report: dict[str, Any]
    made: tuple[str, ...]
    comparison: Comparison | None


def build(plan: Plan, progress: Progress, release: bool = False, workers: WorkerPool | None = None) -> BuildResult:
    """Makes the whole order and publishes it in one move; what has not changed is taken over from the last build.

    Raises PressError; the last good build then stays as it was. With `release` a draft is refused. `workers` are
    somebody's who builds again and again, and keeps the processes.
    """
    if release:
        refuse_if(plan.draft_reasons, Exit.PREFLIGHT)
    inputs = take_inputs(plan)
    prints = {product.file: fingerprint(plan, product) for product in plan.products}
    whole = order_fingerprint(plan, prints)
    with (
        working_folder(plan.project, plan.id) as work,
        inputs.explaining(),
        workers.borrowed() if workers else WorkerPool(progress=progress) as workers,
    ):
        kept = last_build(plan)
        if kept.whole(whole):
            return BuildResult(kept.folder, kept.manifest, kept.report, (), None)
        fresh = [product for product in plan.products if not kept.has(product, prints[product.file])]
        with progress.step("setting"):
            sets = list(workers.map_with_progress(partial(set_type, plan, work), fresh, "setting"))
        refuse_if(problem for set_ in sets for problem in misfits(plan, set_.product, set_.facts))
        with progress.step("finishing"):
            _each(finish, plan, work, sets, workers, "finishing")
        with progress.step("preflight"):
            reports = _each(look_over, plan, work, sets, workers, "preflight")
        with progress.step("previews"):
            _each(partial(take_pictures, reports), plan, work, sets, workers, "previews")
        made = {product.file: kept.take(product, work) for product in plan.products if product not in fresh} | reports

        report = order_report({product.file: made[product.file] for product in plan.products}, plan.draft_reasons)
        _write(work / REPORT, as_bytes(report))
        shown = _shown(plan, sets, kept, report, work)
        if report["status"] != "fail":
            _accompany(plan, work)
        shutil.rmtree(work / DESK, ignore_errors=True)
        write_proof(shown)
        if report["status"] == "fail":
            write_comparison(shown, workers)
            raise _refusal(report, publish_failed(plan.project, plan.id, work))
        inputs.refuse_changed()
        manifest = make_manifest(plan, work, inputs.sums, prints, whole)
        write_manifest(manifest, work)
        comparison = write_comparison(shown, workers)  # after the manifest: it depends on the build before
        return BuildResult(
            publish(plan.project, plan.id, work), manifest, report, tuple(product.file for product in fresh), comparison
        )


def _each(
    step: Callable[[Plan, Path, WorkerPool, SetProduct], Any],
    plan: Plan,
    work: Path,
    sets: list[SetProduct],
    workers: WorkerPool,
    doing: str,
) -> dict[str, Any]:
    """A step done for every product, by file. Small ones are shared out; of a large one, its volumes."""
    small, large = ([set_ for set_ in sets if _is_large(set_.product) is wanted] for wanted in (False, True))
    results = list(workers.map_with_progress(partial(step, plan, work, WorkerPool(1)), small, doing)) if small else []
    results += [step(plan, work, workers, set_) for set_ in large]
    return {set_.product.file: result for set_, result in zip([*small, *large], results)}


def _is_large(product: Product) -> bool:
    return product.sheets is not None and len(product.sheets.volumes) > 1


def _shown(plan: Plan, sets: list[SetProduct], kept: LastBuild, report: dict[str, Any], work: Path) -> ProofModel:
    """All products, set now or taken over, as the proof page shows them."""
    codes = {set_.product.file: count_codes(set_.product, set_.facts) for set_ in sets}
    made = (
        ProofProduct(p, codes[p.file] if p.file in codes else kept.codes(p), pictures(work, p.pictures))
        for p in plan.products
    )
    return ProofModel(plan, tuple(made), report, work)


def _accompany(plan: Plan, work: Path) -> None:
    """What goes with the products: to the print shop, and to the website."""
    if plan.has("print"):
        _write(work / TICKET, make_ticket(plan, work, typesetter(plan, work)))
        make_package(plan, work)
    if plan.has("office"):
        _write(work / ARGUMENTS, markdown.arguments(plan.content).encode())


def _refusal(report: dict[str, Any], folder: Path) -> PressError:
    problems = [
        Problem(f["where"], f"{f['problem']} [{f['code']}]", f["fix"])
        for f in report["findings"]
        if f["severity"] == "error"
    ]
    return PressError(
        [
            *problems,
            Problem(
                f"build/{folder.name}", "holds the refused files", "look at them; the last good build is untouched"
            ),
        ],
        Exit.PREFLIGHT,
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
