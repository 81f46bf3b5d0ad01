"""The build: from a plan to the published order."""

import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from press.build.companions import companions_of, write_companions
from press.build.context import BuildContext
from press.build.fingerprint import take_fingerprints
from press.build.fitting import misfits
from press.build.inputs import input_sums, last_change
from press.build.kept_products import CheckedProduct, KeptProducts
from press.build.promised import what_is_printed
from press.build.published_build import last_build
from press.build.setting import SetProduct, set_product, set_products
from press.build.steps import Look, check_products, finish_products, preview_products
from press.delivery.deliverables import write_deliverables
from press.delivery.finished_file import FinishedFile
from press.delivery.manifest import Manifest, make_manifest
from press.delivery.preview import pictures
from press.delivery.publish import HeldError, publish_failed
from press.delivery.ticket.product_facts import product_facts
from press.delivery.waiting import promise_today, publish_or_wait
from press.delivery.working_folder import working_folder
from press.errors import Exit, PressError, Problem, refuse_if
from press.kept.kept_facts import KeptFacts
from press.language.message import _
from press.order.plan import Plan
from press.order.product import Product
from press.preflight.report import OrderReport
from press.proof.code_links import count_codes
from press.proof.compare import Comparison
from press.proof.page import write_comparison, write_proof
from press.proof.proof_model import ProofModel, ProofProduct
from press.system.progress import Progress
from press.system.worker_pool import WorkerPool
from press.typst_engine.compiler import SCRATCH


@dataclass(frozen=True)
class BuildResult:
    """What a build made, where it lies, its preflight, and what differs from the last one: None if nothing was to do.
    `made` names the files that were set anew, `promised` the short addresses that were never printed before."""

    folder: Path
    manifest: Manifest
    report: OrderReport
    made: tuple[str, ...]
    comparison: Comparison | None
    promised: tuple[str, ...] = ()


def build(
    plan: Plan,
    progress: Progress,
    release: bool = False,
    workers: WorkerPool | None = None,
    look: Look | None = None,
) -> BuildResult:
    """Makes the whole order and publishes it in one move; what was made before is not made again.

    Raises PressError; the last good build then stays as it was. With `release` a draft is refused. `workers` are
    somebody's who builds again and again, and keeps the processes; `look` is shown each new file before it is checked,
    the first one before the others are set.
    """
    if release:
        refuse_if(plan.draft_reasons, Exit.PREFLIGHT)
    inputs, prints = input_sums(plan), take_fingerprints(plan)
    with working_folder(plan.project, plan.name) as work, _borrowed(workers, progress) as pool:
        last = last_build(plan.project, plan.name)
        earlier = last.earlier if last else None
        if last and last.is_what_would_be_made(prints):
            promised = promise_today(plan.project, what_is_printed(plan, last.folder)) if release else ()
            return BuildResult(last.folder, last.manifest, last.report, (), None, promised)
        context, kept = BuildContext.begin(plan, work, pool), KeptProducts(plan.project)
        taken = [kept.take(product, prints.products[product.file], work) for product in plan.products]
        fresh = [product for product, there in zip(plan.products, taken) if there is None]
        made = _make(context, fresh, progress, look) if fresh else []
        kept.keep(made, prints, work)
        new = iter(made)
        products = [there or next(new) for there in taken]
        report, changed = _write_what_goes_with(context, products), last_change(plan)
        if report.status == "fail":
            write_comparison(earlier, work, changed)
            raise _refusal(plan, report, work)

        manifest = make_manifest(plan, [checked.file for checked in products], work, inputs, prints)
        manifest.write(work)
        # After the manifest: it depends on the build before.
        comparison = write_comparison(earlier, work, changed)
        printed = what_is_printed(plan, work) if release else None
        folder, promised = publish_or_wait(plan.project, plan.name, manifest, work, printed)
        return BuildResult(folder, manifest, report, tuple(product.file for product in fresh), comparison, promised)


def _make(
    context: BuildContext, products: Sequence[Product], progress: Progress, look: Look | None
) -> list[CheckedProduct]:
    """Sets, finishes, checks and pictures products. Raises PressError if a text or a code does not fit."""
    with progress.step("setting"):
        first, seen = _seen_first(context, products, look) if look else ([], [])
        typeset = [*first, *set_products(context, products[len(first) :])]
    _refuse_what_does_not_fit(context.plan, typeset)
    with progress.step("finishing"):
        files = [*seen, *finish_products(context, typeset[len(seen) :], look)]
    with progress.step("preflight"):
        reports = check_products(context, typeset)
    with progress.step("previews"):
        preview_products(context, files, reports)
    codes = (count_codes(set_.product, set_.facts) for set_ in typeset)
    return [CheckedProduct(*made) for made in zip(files, reports, codes, strict=True)]


def _seen_first(
    context: BuildContext, products: Sequence[Product], look: Look
) -> tuple[list[SetProduct], list[FinishedFile]]:
    """Sets one product, and finishes and shows it if all fits, before the others are begun: in this process, where
    Typst remembers what it set the last time, and sets only what is new."""
    typeset = [set_product(context, product) for product in products[:1]]
    fitting = [set_ for set_ in typeset if not any(misfits(context.plan, set_.product, set_.facts))]
    return typeset, finish_products(context, fitting, look)


def _write_what_goes_with(context: BuildContext, products: Sequence[CheckedProduct]) -> OrderReport:
    """Writes companions, report, ticket, package and proof page of products whose files are there; of a refused order
    no package.

    Gives the report. Raises PressError if the ticket cannot be set.
    """
    plan, work = context.plan, context.work
    reports = {checked.product.file: checked.report for checked in products} | write_companions(plan, work)
    report = write_deliverables(plan, [checked.file for checked in products], reports, work, context.typesetter())
    shutil.rmtree(work / SCRATCH, ignore_errors=True)
    write_proof(_proof(plan, products, report, work))
    return report


def _refuse_what_does_not_fit(plan: Plan, typeset: Sequence[SetProduct]) -> None:
    refuse_if(problem for set_ in typeset for problem in misfits(plan, set_.product, set_.facts))


def _proof(plan: Plan, products: Sequence[CheckedProduct], report: OrderReport, work: Path) -> ProofModel:
    """The order as the proof page shows it."""
    brand = plan.brand.value
    made = (
        ProofProduct(one.file, product_facts(one.file, brand), one.codes, pictures(work, one.product.pictures))
        for one in products
    )
    return ProofModel(
        id=plan.name,
        content=plan.content,
        addresses=plan.addresses,
        brand=brand,
        faces=plan.faces,
        profile=plan.screen,
        made=tuple(made),
        report=report,
        placeholders=plan.draft_reasons,
        companions=companions_of(plan),
        work=work,
        kept=KeptFacts.of(plan.project),
    )


def _borrowed(workers: WorkerPool | None, progress: Progress) -> AbstractContextManager[WorkerPool]:
    return workers.borrowed() if workers else WorkerPool(progress=progress)


def _refusal(plan: Plan, report: OrderReport, work: Path) -> PressError:
    """What preflight found, and where the refused files lie, if they could be kept."""
    problems = [Problem(found.where, found.problem + f" [{found.code}]", found.fix) for found in report.errors]
    try:
        folder = publish_failed(plan.project, plan.name, work)
        fix = _("look at them; the last good build is untouched")
        problems += [Problem(plan.project.name(folder), _("holds the refused files"), fix)]
    except HeldError as held:
        problems += held.problems
    return PressError(problems, Exit.PREFLIGHT)
