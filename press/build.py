"""The build: from a plan to the published order."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press import EDITION_DATE, markdown
from press.console import Progress
from press.editions import edition_of
from press.errors import Exit, PressError, Problem, refuse_if
from press.fingerprint import fingerprint, order_fingerprint
from press.fit import SetFacts, misfits, read_facts
from press.inputs import take_inputs
from press.job import brand_tokens, make_job
from press.kept import Kept, last_build
from press.logo.prepared import placed
from press.manifest import make_manifest, write_manifest
from press.package import make_package
from press.plan import Plan
from press.preflight.ordering import ordered
from press.preflight.report import as_bytes, order_report
from press.preflight.runner import Report, preflight
from press.preview import make_previews, page_count, pictures, shown_pages
from press.product import Product
from press.proof.codes import count_codes
from press.proof.compare import Comparison
from press.proof.findings import concerned_pages
from press.proof.made import Made, Shown
from press.proof.page import write_comparison, write_proof
from press.publish import publish, publish_failed, working_folder
from press.templates import closure
from press.ticket import TICKET, make_ticket
from press.typeset import Job, Typesetter

DESK = "desk"  # where jobs lie, below the working folder; gone before it is published


@dataclass(frozen=True)
class Built:
    """What a build made, where it lies, its preflight, and what differs from the last one: None if nothing was to do.
    `made` names the files that were set anew."""

    folder: Path
    manifest: dict[str, Any]
    report: dict[str, Any]
    made: tuple[str, ...]
    comparison: Comparison | None


@dataclass(frozen=True)
class Set:
    """A product as Typst will set it."""

    product: Product
    job: Job
    facts: SetFacts


def build(plan: Plan, progress: Progress, release: bool = False) -> Built:
    """Makes the whole order and publishes it in one move; what has not changed is taken over from the last build.

    Raises PressError; the last good build then stays as it was. With `release` a draft is refused.
    """
    if release:
        refuse_if(plan.draft_reasons, Exit.PREFLIGHT)
    inputs = take_inputs(plan)
    prints = {product.file: fingerprint(plan, product) for product in plan.products}
    whole = order_fingerprint(plan, prints)
    with working_folder(plan.project, plan.id) as work, inputs.explaining():
        kept = last_build(plan)
        if kept.whole(whole):
            return Built(kept.folder, kept.manifest, kept.report, (), None)
        typesetter = Typesetter(plan.project, tuple(face.folder for face in plan.faces), work / DESK)
        fresh = [product for product in plan.products if not kept.has(product, prints[product.file])]
        sets = [_fit(plan, product, typesetter) for product in progress.over(fresh, "fitting")]
        refuse_if(problem for set_ in sets for problem in misfits(plan, set_.product, set_.facts))

        reports = {product.file: kept.take(product, work) for product in plan.products if product not in fresh}
        for set_ in progress.over(sets, "setting"):
            _set(plan, set_, typesetter, work / set_.product.file)
        for set_ in progress.over(sets, "preflight"):
            reports[set_.product.file] = _preflight(plan, set_, work)
        for product in progress.over(fresh, "previews"):
            _preview(product, reports[product.file], work)

        report = order_report({product.file: reports[product.file] for product in plan.products}, plan.draft_reasons)
        _write(work / "preflight.json", as_bytes(report))
        shown = _shown(plan, sets, kept, report, work)
        if report["status"] != "fail":
            _accompany(plan, work, typesetter)
        typesetter.clear_desk()
        write_proof(shown)
        if report["status"] == "fail":
            write_comparison(shown)
            raise _refusal(report, publish_failed(plan.project, plan.id, work))
        inputs.refuse_changed()
        manifest = make_manifest(plan, work, inputs.sums, prints, whole)
        write_manifest(manifest, work)
        comparison = write_comparison(shown)  # after the manifest: it depends on the build before
        return Built(publish(plan.project, plan.id, work), manifest, report, tuple(product.file for product in fresh), comparison)


def _fit(plan: Plan, product: Product, typesetter: Typesetter) -> Set:
    edition, brand = edition_of(product), plan.brand.value
    logos = placed(plan.logos, edition.logo, brand, plan.profile, typesetter, product.colours)
    tokens = brand_tokens(brand, edition.palette(plan, product), logos)
    form = edition.forms and product.sheets is not None
    job = make_job(product, plan.content, tokens, edition.bleed, form, closure(plan.project, product.layout.name).uses)
    return Set(product, job, read_facts(typesetter.facts(job), product.sheets if form else None))


def _set(plan: Plan, set_: Set, typesetter: Typesetter, target: Path) -> None:
    edition = edition_of(set_.product)
    typeset = typesetter.pdf(set_.job, EDITION_DATE, edition.standards, edition.tagged)
    target.parent.mkdir(parents=True, exist_ok=True)
    edition.finish(plan, set_.product, typeset, set_.facts, typesetter, target)


def _preflight(plan: Plan, set_: Set, work: Path) -> Report:
    product = set_.product
    return preflight((work / product.file).read_bytes(), ordered(plan, product, set_.facts), product.edition)


def _preview(product: Product, report: Report, work: Path) -> None:
    """Pictures of its pages, of those with findings before others."""
    pages = shown_pages(page_count(work / product.file), product.layout.sides, concerned_pages(report.findings))
    make_previews((work / product.file).read_bytes(), work, product.pictures, pages)


def _shown(plan: Plan, sets: list[Set], kept: Kept, report: dict[str, Any], work: Path) -> Shown:
    """All products, set now or taken over, as the proof page shows them."""
    codes = {set_.product.file: count_codes(set_.product, set_.facts) for set_ in sets}
    made = (Made(p, codes[p.file] if p.file in codes else kept.codes(p), pictures(work, p.pictures)) for p in plan.products)
    return Shown(plan, tuple(made), report, work)


def _accompany(plan: Plan, work: Path, typesetter: Typesetter) -> None:
    """What goes with the products: to the print shop, and to the website."""
    if plan.has("print"):
        _write(work / TICKET, make_ticket(plan, work, typesetter))
        make_package(plan, work)
    if plan.has("office"):
        _write(work / markdown.FILE, markdown.arguments(plan.content).encode())


def _refusal(report: dict[str, Any], folder: Path) -> PressError:
    problems = [Problem(f["where"], f"{f['problem']} [{f['code']}]", f["fix"]) for f in report["findings"] if f["severity"] == "error"]
    return PressError([*problems, Problem(f"build/{folder.name}", "holds the refused files", "look at them; the last good build is untouched")],
                      Exit.PREFLIGHT)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
