"""Fingerprints: a hash over everything a product is made from, never over dates."""

import hashlib
import json
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import press
from press.brand.ground import ground_roles
from press.delivery.manifest import Fingerprints
from press.finishing.registry import edition_of
from press.finishing.slug_line import slug_text
from press.order.plan import Plan
from press.order.product import Product
from press.system.checksum import sha256_of
from press.typesetting.job import brand_tokens, make_job

TOOLS = (
    "typst", "pikepdf", "pillow", "pypdfium2", "qrcode", "fonttools", "deflate", "zxing-cpp", "page-validation",
    "tinycss2", "cssselect2", "coloraide",
)  # fmt: skip


def take_fingerprints(plan: Plan) -> Fingerprints:
    """The hashes of a plan's products and of the whole."""
    products = {product.file: fingerprint(plan, product) for product in plan.products}
    return Fingerprints(products, _order_fingerprint(plan, products))


def fingerprint(plan: Plan, product: Product) -> str:
    """The hash of all that a product's file, pictures and preflight depend on."""
    sheets, condition = product.sheets, edition_of(product).profile(product).condition
    return _hash(
        {
            "set": setting_fingerprint(plan, product),
            "sheets": sheets and (sheets.deal.facts, sheets.first, sheets.count, sheets.up, sheets.target.episodes),
            "slug": slug_text(plan.id, product, condition, bool(plan.draft_reasons)),
        }
    )


def setting_fingerprint(plan: Plan, product: Product) -> str:
    """The hash of all that decides how Typst sets a product: its stage with the job, boards as a form."""
    edition, templates = edition_of(product), plan.templates.of_layout(product.layout.name)
    brand, sheets, profile = plan.brand.value, product.sheets, edition.profile(product)
    geometry = edition.geometry(product)
    logos = {ground: hashlib.sha256(logo.data).hexdigest() for ground, logo in plan.logos.items()}
    ground = ground_roles(product.ground, brand, profile)
    tokens = brand_tokens(brand, edition.palette(brand, profile, product.colours), logos, ground, plan.display_extents)
    return _hash(
        {
            "press": _press(),
            "templates": templates.sums,
            "job": make_job(
                product,
                plan.content,
                tokens,
                geometry.bleed,
                form=sheets is not None,
                uses=templates.uses,
                draw=str,
            ),
            "fonts": [hashlib.sha256(data).hexdigest() for face in plan.faces for data in face.data.values()],
            "profile": hashlib.sha256(profile.data).hexdigest(),
            "colours": product.colours,
            "frame": [repr(geometry), product.frame.marks, product.pages_multiple],
            "options": product.options,
        }
    )


def _order_fingerprint(plan: Plan, products: dict[str, str]) -> str:
    """The hash of all that ticket, package, proof page, companions and manifest depend on besides."""
    return _hash(
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


def _hash(facts: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()


@lru_cache(maxsize=1)
def _press() -> list[str]:
    """The press itself and its tools."""
    folder = Path(press.__file__).parent
    sources = sorted((*folder.rglob("*.py"), *folder.rglob("*.typ")))
    return [*map(sha256_of, sources), *(f"{tool} {version(tool)}" for tool in TOOLS)]


@lru_cache(maxsize=1)
def _page() -> list[str]:
    """What the proof page and companions are rendered from, in each room's templates/ and static/; their Python is part
    of the press."""
    parts = sorted(part for name in ("templates", "static") for part in Path(press.__file__).parent.rglob(name))
    return [
        *(sha256_of(path) for part in parts for path in sorted(part.iterdir())),
        f"jinja2 {version('jinja2')}",
    ]
