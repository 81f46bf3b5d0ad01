"""The fingerprint of setting: a hash over all that decides how Typst sets a product, never over dates."""

import hashlib
import json
from typing import Any

from press.brand.ground import ground_roles
from press.finishing.registry import edition_of
from press.kept.own_sums import press_and_tools
from press.order.plan import Plan
from press.order.product import Product
from press.system.checksum import sha256_of_bytes
from press.typesetting.job import brand_tokens, make_job


def setting_fingerprint(plan: Plan, product: Product) -> str:
    """The hash of all that decides how Typst sets a product: its stage with the job, boards as a form."""
    edition, templates = edition_of(product), plan.templates.of_layout(product.layout.name)
    brand, sheets, profile = plan.brand.value, product.sheets, edition.profile(product)
    geometry = edition.geometry(product)
    logos = {ground: sha256_of_bytes(logo.data) for ground, logo in plan.logos.items()}
    ground = ground_roles(product.ground, brand, profile)
    tokens = brand_tokens(brand, edition.palette(brand, profile, product.colours), logos, ground, plan.display_extents)
    return hashed(
        {
            "press": press_and_tools(),
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
            "fonts": [sha256_of_bytes(data) for face in plan.faces for data in face.data.values()],
            "profile": sha256_of_bytes(profile.data),
            "colours": product.colours,
            "frame": [repr(geometry), product.frame.marks, product.pages_multiple],
            "options": product.options,
        }
    )


def hashed(facts: dict[str, Any]) -> str:
    """The SHA-256 of facts, whatever of them JSON does not know as it shows itself."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()
