"""The build: from a plan to the published order."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press import EDITION_DATE
from press.console import Progress
from press.editions import edition_of
from press.errors import Exit, PressError, Problem, refuse_if
from press.fit import SetFacts, misfits, read_facts
from press.job import Product, brand_tokens, make_job, sheets
from press.logo.prepared import placed
from press.manifest import make_manifest, write_manifest
from press.package import make_package
from press.plan import Plan
from press.preflight.ordering import ordered
from press.preflight.report import as_bytes, order_report
from press.preflight.runner import Report, preflight
from press.preview import make_previews
from press.publish import publish, publish_failed, working_folder
from press.ticket import TICKET, make_ticket
from press.typeset import Job, Typesetter

DESK = "desk"  # where jobs lie, below the working folder; gone before it is published


@dataclass(frozen=True)
class Built:
    """What a build made, where it lies, and its preflight."""

    folder: Path
    manifest: dict[str, Any]
    report: dict[str, Any]


def build(plan: Plan, progress: Progress, release: bool = False) -> Built:
    """Makes the whole order and publishes it in one move.

    Raises PressError; the last good build then stays as it was. With `release` a draft is refused.
    """
    if release:
        refuse_if(plan.draft_reasons, Exit.PREFLIGHT)
    with working_folder(plan.project, plan.id) as work:
        typesetter = Typesetter(plan.project, tuple(face.folder for face in plan.faces), work / DESK)
        jobs = [_job(plan, product, typesetter) for product in progress.over(plan.products, "dealing")]
        facts = [read_facts(typesetter.facts(job)) for job in progress.over(jobs, "fitting")]
        refuse_if(_misfits(plan, facts))

        for product, job in progress.over(list(zip(plan.products, jobs)), "setting"):
            _write(work / product.file, _set(plan, product, job, typesetter))
        reports = {
            product.file: _preflight(plan, product, facts, work)
            for product, facts in progress.over(list(zip(plan.products, facts)), "preflight")}
        for product in progress.over(plan.products, "previews"):
            make_previews((work / product.file).read_bytes(), work / "previews", f"{product.id}-{product.edition}")

        report = order_report(reports, plan.draft_reasons)
        _write(work / "preflight.json", as_bytes(report))
        if report["status"] == "fail":
            raise _refusal(report, publish_failed(plan.project, plan.id, work))
        _write(work / TICKET, make_ticket(plan, work, typesetter))
        make_package(plan, work)
        typesetter.clear_desk()
        manifest = make_manifest(plan, work)
        write_manifest(manifest, work)
        return Built(publish(plan.project, plan.id, work), manifest, report)


def _job(plan: Plan, product: Product, typesetter: Typesetter) -> Job:
    edition = edition_of(product)
    brand = plan.brand.value
    logos = placed(plan.logos, edition.logo, brand, plan.profile, typesetter)
    tokens = brand_tokens(brand, edition.palette(plan, product), logos)
    return make_job(product, sheets(product, plan.content, plan.order.value), plan.content, tokens, edition.bleed)


def _misfits(plan: Plan, facts: list[SetFacts]) -> list[Problem]:
    return [problem for product, fact in zip(plan.products, facts) for problem in misfits(fact, plan.content, product.layout)]


def _set(plan: Plan, product: Product, job: Job, typesetter: Typesetter) -> bytes:
    edition = edition_of(product)
    typeset = typesetter.pdf(job, EDITION_DATE, edition.standards, edition.tagged)
    return edition.finish(plan, product, typeset, typesetter)


def _preflight(plan: Plan, product: Product, facts: SetFacts, work: Path) -> Report:
    return preflight((work / product.file).read_bytes(), ordered(plan, product, facts), product.edition)


def _refusal(report: dict[str, Any], folder: Path) -> PressError:
    problems = [Problem(f["where"], f"{f['problem']} [{f['code']}]", f["fix"]) for f in report["findings"] if f["severity"] == "error"]
    return PressError([*problems, Problem(f"build/{folder.name}", "holds the refused files", "look at them; the last good build is untouched")],
                      Exit.PREFLIGHT)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
