"""One product, from its job to a file that preflight has looked at, with pictures."""

from dataclasses import dataclass
from pathlib import Path

from press import EDITION_DATE
from press.delivery.preview import make_previews, shown_pages
from press.finishing.edition import edition_of
from press.order.plan import Plan
from press.order.product import Product
from press.pdf.raster import page_count
from press.preflight.expected import expected_of
from press.preflight.runner import Report, preflight
from press.proof.findings import concerned_pages
from press.system.worker_pool import WorkerPool
from press.typesetting.job import brand_tokens, make_job
from press.typesetting.logos import placed
from press.typesetting.typst_facts import SetFacts, read_facts
from press.typst_engine.compiler import DESK, Job, Typesetter
from press.typst_engine.template_imports import closure


@dataclass(frozen=True)
class SetProduct:
    """A product as Typst set it."""

    product: Product
    facts: SetFacts
    typeset: bytes


def typesetter(plan: Plan, work: Path) -> Typesetter:
    return Typesetter(plan.project, tuple(face.folder for face in plan.faces), work / DESK)


def set_type(plan: Plan, work: Path, product: Product) -> SetProduct:
    """What Typst makes of it, and says of it. Raises PressError."""
    edition, setter = edition_of(product), typesetter(plan, work)
    form = edition.forms and product.sheets is not None
    job = product_job(plan, product, setter, form)
    facts = read_facts(setter.facts(job), product.sheets if form else None)
    return SetProduct(product, facts, setter.pdf(job, EDITION_DATE, edition.standards, edition.tagged))


def product_job(plan: Plan, product: Product, setter: Typesetter, form: bool) -> Job:
    """As a `form`, or with every board live."""
    edition, brand = edition_of(product), plan.brand.value
    logos = placed(plan.logos, edition.logo, brand, plan.profile, setter, product.colours)
    tokens = brand_tokens(brand, edition.palette(plan, product), logos)
    return make_job(product, plan.content, tokens, edition.bleed, form, closure(plan.project, product.layout.name).uses)


def finish(plan: Plan, work: Path, workers: WorkerPool, set_: SetProduct) -> None:
    """Writes the product's file, finished for its edition."""
    path = work / set_.product.file
    path.parent.mkdir(parents=True, exist_ok=True)
    edition_of(set_.product).finish(plan, set_.product, set_.typeset, set_.facts, typesetter(plan, work), path, workers)


def look_over(plan: Plan, work: Path, workers: WorkerPool, set_: SetProduct) -> Report:
    """Preflight of the finished file."""
    product = set_.product
    return preflight(work / product.file, expected_of(plan, product, set_.facts), product.edition, workers)


def take_pictures(reports: dict[str, Report], plan: Plan, work: Path, workers: WorkerPool, set_: SetProduct) -> None:
    """Of its pages, of those with findings before others."""
    product = set_.product
    path, report = work / product.file, reports[product.file]
    make_previews(
        path,
        work,
        product.pictures,
        shown_pages(page_count(path), product.layout.sides, concerned_pages(report.findings)),
    )
