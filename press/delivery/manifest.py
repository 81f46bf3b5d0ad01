"""The manifest: what was made, from what, with what, and a checksum of every file."""

import hashlib
import json
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from press import VERSION
from press.order.product import Product
from press.bingo.odds import odds
from press.order.plan import Plan
from press.delivery.preview import page_count

TOOLS = ("typst", "pikepdf", "pillow", "qrcode", "fonttools", "deflate")


def make_manifest(plan: Plan, work: Path, inputs: dict[str, str], prints: dict[str, str], whole: str) -> dict[str, Any]:
    """The manifest of all that lies in the working folder, made from `inputs` (SHA-256 by name), with the fingerprints of
    its products and of the whole.

    What changed since the build before is added later and is no part of it: see press.proof.
    """
    return {
        "order": plan.id,
        "fingerprint": whole,
        "brand": plan.order.value.brand,
        "seed": plan.order.value.seed,
        "versions": {"press": VERSION, **{tool: version(tool) for tool in TOOLS}},
        "products": [_product(product, work) | {"fingerprint": prints[product.file]} for product in plan.products],
        "inputs": dict(sorted(inputs.items())),
        "outputs": {path.relative_to(work).as_posix(): _sha256(path) for path in sorted(work.rglob("*")) if path.is_file()},
    }


def write_manifest(manifest: dict[str, Any], work: Path) -> None:
    (work / "manifest.json").write_bytes(json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n")


def _product(product: Product, work: Path) -> dict[str, Any]:
    first, last = product.span or (None, None)
    return {
        "id": product.id,
        "layout": product.layout.name,
        "edition": product.edition,
        "file": product.file,
        "pages": page_count(work / product.file),
        "boards": product.boards,
        "first_sheet": first,
        "last_sheet": last,
        "trim_mm": product.trim,
        "copies": product.item.copies,
        "odds": asdict(odds(product.deal, product.item.boards)) if product.deal else None,
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
