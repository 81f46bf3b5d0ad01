"""content.json: what an order says, kept so that the next build can tell what has changed."""

import hashlib
import json
from pathlib import Path
from typing import Any

from press.delivery.filenames import SNAPSHOT
from press.delivery.job_ticket import product_facts
from press.pdf.raster import page_count
from press.preflight.expected import geometry_of
from press.proof.proof_model import ProofModel, ProofProduct
from press.schema.validation import Model

FORMAT = 1  # another one is not compared with
PARTS = ("phrases", "texts", "brand", "products")

Snapshot = dict[str, Any]


def snapshot(order: ProofModel) -> Snapshot:
    """Phrases by id, other texts by key, the brand, and each product's file with its facts, all as plain texts.

    `marks` is the share of a picture's width and height at each edge that lies outside the bleed.
    """
    plan, content = order.plan, order.plan.content
    return {
        "format": FORMAT,
        "phrases": {phrase.id: {"number": str(n), **_flat(phrase)} for n, phrase in enumerate(content.phrases, 1)},
        "texts": {
            **_flat(content.texts.value),
            **{f"podcast.{key}": text for key, text in _flat(content.podcast.value).items()},
        },
        "brand": _flat(plan.brand.value),
        "products": {made.product.file: _product(order, made) for made in order.made},
    }


def as_bytes(made: Snapshot) -> bytes:
    return json.dumps(made, ensure_ascii=False, indent=1).encode() + b"\n"


def read_snapshot(folder: Path) -> Snapshot | None:
    """What an earlier build left; None if there is nothing that this press can read."""
    try:
        data = json.loads((folder / SNAPSHOT).read_bytes())
    except (OSError, ValueError):
        return None
    known = (
        isinstance(data, dict)
        and data.get("format") == FORMAT
        and all(isinstance(data.get(part), dict) for part in PARTS)
    )
    return data if known else None


def _product(order: ProofModel, made: ProofProduct) -> dict[str, Any]:
    product = made.product
    path = order.work / product.file
    geometry = geometry_of(product)
    return {
        "title": order.names[product.id],
        "name": product.pictures,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "facts": dict(product_facts(order.plan, product, page_count(path))),
        "codes": made.codes,
        "pictures": {str(picture.page): picture.file for picture in made.pictures},
        "marks": [
            round((geometry.slug - geometry.bleed) / (side + 2 * geometry.slug), 5)
            for side in (geometry.width, geometry.height)
        ],
    }


def _flat(value: Model) -> dict[str, str]:
    """Every text and number of a model by its key path."""
    return dict(_leaves(value.model_dump(mode="json", by_alias=True, exclude_none=True), ""))


def _leaves(value: Any, key: str):
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, f"{key}.{name}" if key else name)
    elif isinstance(value, list) and any(isinstance(part, (dict, list)) for part in value):
        for i, part in enumerate(value, 1):
            yield from _leaves(part, f"{key}.{part.get('id', i) if isinstance(part, dict) else i}")
    elif isinstance(value, list):
        yield key, ", ".join(map(str, value))
    else:
        yield key, str(value)
