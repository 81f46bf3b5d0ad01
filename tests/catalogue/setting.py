"""Products set for a test: what the build does up to the finished file, without preflight and previews."""

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pypdfium2
import yaml
from PIL import Image

from press.build import setting as production
from press.build.context import BuildContext
from press.build.setting import set_facts, set_product
from press.build.steps import finish_product
from press.finishing.registry import edition_of
from press.order.plan import Plan, make_plan
from press.order.product import Product
from press.order.variant import Overrides
from press.paths import Project
from press.system.worker_pool import WorkerPool
from press.typesetting.typst_facts import SetFacts

ORDER = "probe"


def order(root: Path, items: list[dict[str, Any]], **keys: Any) -> Path:
    """Writes an order of its own for a test."""
    written = (
        {"about": "A probe", "brand": "kleinstadtniveau", "decks": ["kleinstadtniveau", "zugabe"], "seed": 2026}
        | keys
        | {"items": items}
    )
    path = root / f"content/orders/{ORDER}.yaml"
    path.write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def planned(root: Path, **overrides: Any) -> Plan:
    """The print edition of that order."""
    return make_plan(Project.at(root), ORDER, Overrides(**overrides), ("print",))


def facts_of(plan: Plan, product: Product) -> SetFacts:
    """What Typst says of a product."""
    (facts,) = all_facts(plan, [product])
    return facts


def all_facts(plan: Plan, products: Sequence[Product]) -> list[SetFacts]:
    """The same of several, one after the other."""
    context = BuildContext.begin(plan, _work(plan), WorkerPool(1))
    return [set_facts(context, product) for product in products]


def finished(plan: Plan, product: Product, form: bool = True) -> Path:
    """A product's print file: its boards stamped into a form, or each of them set live."""
    (file,) = _finished(plan, [product], form)
    return file


def all_finished(plan: Plan) -> list[Path]:
    """The print files of all products."""
    return _finished(plan, plan.products, True)


def _finished(plan: Plan, products: Sequence[Product], form: bool) -> list[Path]:
    with _stamping(form):
        context = BuildContext.begin(plan, _work(plan), WorkerPool(1))
        return [finish_product(context, set_product(context, product)).path for product in products]


def _work(plan: Plan) -> Path:
    """A working folder of its own, as each build has one."""
    return Path(tempfile.mkdtemp(dir=plan.project.root, prefix="work-"))


@contextmanager
def _stamping(form: bool) -> Iterator[None]:
    """The build's own steps, with another choice of what is stamped."""
    with patch.object(production, "edition_of", lambda product: replace(edition_of(product), forms=form)):
        yield


def pictures(pdf: Path, dpi: int = 72) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def looks(pdf: Path, dpi: int = 40) -> str:
    """A hash over what a file's pages look like."""
    seen = hashlib.sha256()
    for picture in pictures(pdf, dpi):
        seen.update(repr(picture.size).encode() + picture.tobytes())
    return seen.hexdigest()
