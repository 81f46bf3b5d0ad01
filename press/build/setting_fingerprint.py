"""The fingerprint of setting: a hash over all that decides how Typst sets a product, never over dates."""

import hashlib
import json
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import press
from press.brand.ground import ground_roles
from press.finishing.registry import edition_of
from press.order.plan import Plan
from press.order.product import Product
from press.system.checksum import sha256_of
from press.typesetting.job import brand_tokens, make_job

TOOLS = (
    "typst", "pikepdf", "pillow", "pypdfium2", "qrcode", "fonttools", "deflate", "zxing-cpp", "page-validation",
    "tinycss2", "cssselect2", "coloraide",
)  # fmt: skip


def setting_fingerprint(plan: Plan, product: Product) -> str:
    """The hash of all that decides how Typst sets a product: its stage with the job, boards as a form."""
    edition, templates = edition_of(product), plan.templates.of_layout(product.layout.name)
    brand, sheets, profile = plan.brand.value, product.sheets, edition.profile(product)
    geometry = edition.geometry(product)
    logos = {ground: hashlib.sha256(logo.data).hexdigest() for ground, logo in plan.logos.items()}
    ground = ground_roles(product.ground, brand, profile)
    tokens = brand_tokens(brand, edition.palette(brand, profile, product.colours), logos, ground, plan.display_extents)
    return hashed(
        {
            "press": press_itself(),
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


def hashed(facts: dict[str, Any]) -> str:
    """The SHA-256 of facts, whatever of them JSON does not know as it shows itself."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()


@lru_cache(maxsize=1)
def press_itself() -> list[str]:
    """The press itself and its tools."""
    folder = Path(press.__file__).parent
    sources = sorted((*folder.rglob("*.py"), *folder.rglob("*.typ")))
    return [*map(sha256_of, sources), *(f"{tool} {version(tool)}" for tool in TOOLS)]
