"""Products set for a test: what the build does up to the finished file, without preflight and previews."""

import hashlib
from pathlib import Path
from typing import Any

import pypdfium2
import yaml
from PIL import Image

from press import EDITION_DATE
from press.editions import edition_of
from press.fit import SetFacts, read_facts
from press.job import brand_tokens, make_job
from press.order import Overrides
from press.plan import Plan, make_plan
from press.product import Product
from press.project import Project
from press.templates import closure
from press.typeset import Typesetter

ORDER = "probe"


def order(root: Path, items: list[dict[str, Any]], **keys: Any) -> Path:
    """Writes an order of its own for a test."""
    written = {"about": "A probe", "brand": "kleinstadtniveau", "decks": ["kleinstadtniveau", "zugabe"], "seed": 2026} | keys | {"items": items}
    path = root / f"content/orders/{ORDER}.yaml"
    path.write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def planned(root: Path, **overrides: Any) -> Plan:
    return make_plan(Project.at(root), ORDER, Overrides(**overrides), ("print",))


def typesetter(plan: Plan) -> Typesetter:
    return Typesetter(plan.project, tuple(face.folder for face in plan.faces), plan.project.build / "desk")


def job_of(plan: Plan, product: Product, setter: Typesetter, form: bool) -> dict[str, Any]:
    edition, brand = edition_of(product), plan.brand.value
    logos = {ground: {"path": edition.logo(logo, brand, plan.profile, setter), "ratio": logo.ratio} for ground, logo in plan.logos.items()}
    tokens = brand_tokens(brand, edition.palette(plan, product), logos)
    return make_job(product, plan.content, tokens, edition.bleed, form, closure(plan.project, product.layout.name).uses)


def facts_of(plan: Plan, product: Product, setter: Typesetter, form: bool = False) -> SetFacts:
    """What Typst says of a product, set live or as a form."""
    facts = setter.facts(job_of(plan, product, setter, form))
    return read_facts(facts, product.sheets if form else None)


def finished(plan: Plan, product: Product, form: bool) -> Path:
    """A product's print file, its boards stamped into a form or each of them set live."""
    setter, edition = typesetter(plan), edition_of(product)
    job = job_of(plan, product, setter, form)
    facts = read_facts(setter.facts(job), product.sheets if form else None)
    target = plan.project.build / f"{product.id}-{'stamped' if form else 'live'}.pdf"
    edition.finish(plan, product, setter.pdf(job, EDITION_DATE, edition.standards, edition.tagged), facts, setter, target)
    return target


def pictures(pdf: bytes | Path, dpi: int = 72, pages: int | None = None) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[i].render(scale=dpi / 72).to_pil().convert("RGB") for i in range(len(document))[:pages]]
    finally:
        document.close()


def looks(pdf: bytes | Path, dpi: int = 72, pages: int | None = None) -> str:
    """A hash over what a file's pages look like."""
    seen = hashlib.sha256()
    for picture in pictures(pdf, dpi, pages):
        seen.update(repr(picture.size).encode() + picture.tobytes())
    return seen.hexdigest()
