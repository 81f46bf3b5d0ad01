"""Fingerprints: a hash over everything a product is made from, never over dates."""

from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import press
from press.build.setting_fingerprint import hashed, setting_fingerprint
from press.delivery.manifest import Fingerprints
from press.finishing.registry import edition_of
from press.finishing.slug_line import slug_text
from press.order.plan import Plan
from press.order.product import Product
from press.system.checksum import sha256_of


def take_fingerprints(plan: Plan) -> Fingerprints:
    """The hashes of a plan's products and of the whole."""
    products = {product.file: fingerprint(plan, product) for product in plan.products}
    return Fingerprints(products, _order_fingerprint(plan, products))


def fingerprint(plan: Plan, product: Product) -> str:
    """The hash of all that a product's file, pictures and preflight depend on."""
    sheets, condition = product.sheets, edition_of(product).profile(product).condition
    return hashed(
        {
            "set": setting_fingerprint(plan, product),
            "sheets": sheets and (sheets.deal.facts, sheets.first, sheets.count, sheets.up, sheets.target.episodes),
            "slug": slug_text(plan.id, product, condition, bool(plan.draft_reasons)),
        }
    )


def _order_fingerprint(plan: Plan, products: dict[str, str]) -> str:
    """The hash of all that ticket, package, proof page, companions and manifest depend on besides."""
    return hashed(
        {
            "templates": plan.templates.of_layout(None).sums,
            "order": plan.order.value.model_dump(mode="json"),
            "products": products,
            "papers": plan.papers.value.model_dump(mode="json"),
            "reasons": [str(reason) for reason in plan.draft_reasons],
            "brand": plan.brand.value.model_dump(mode="json"),
            "content": [source.data for source in plan.content.sources],
            "texts": plan.content.texts.value.model_dump(mode="json"),
            "page": _page(),
        }
    )


@lru_cache(maxsize=1)
def _page() -> list[str]:
    """What the proof page and companions are rendered from, in each room's templates/ and static/; their Python is part
    of the press."""
    parts = sorted(part for name in ("templates", "static") for part in Path(press.__file__).parent.rglob(name))
    return [
        *(sha256_of(path) for part in parts for path in sorted(part.iterdir())),
        f"jinja2 {version('jinja2')}",
    ]
