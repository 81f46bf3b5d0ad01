"""The manifest: what was made, from what, with what, and a checksum of every file."""

import json
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from press import VERSION
from press.bingo.odds import odds
from press.delivery.filenames import MANIFEST, REPORT
from press.order.plan import Plan
from press.order.product import Product
from press.pdf.raster import page_count
from press.system.checksum import sha256_of

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
        "outputs": {
            path.relative_to(work).as_posix(): sha256_of(path) for path in sorted(work.rglob("*")) if path.is_file()
        },
    }


def write_manifest(manifest: dict[str, Any], work: Path) -> None:
    (work / MANIFEST).write_bytes(json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n")


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


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """manifest.json of an order's folder; None if there is none, or none that is whole: it may have been cut off or edited."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return manifest if isinstance(manifest, dict) and _is_whole(manifest) else None


def _is_whole(manifest: dict[str, Any]) -> bool:
    """Whether all is there that is asked for: sums of all files, of every product and the report for certain."""
    order, products, outputs = (manifest.get(key) for key in ("order", "products", "outputs"))
    return (
        isinstance(order, str)
        and isinstance(outputs, dict)
        and all(isinstance(value, str) for value in outputs.values())
        and isinstance(products, list)
        and bool(products)
        and all(isinstance(product, dict) and {"file", "edition"} <= set(product) for product in products)
        and {REPORT, *(str(product["file"]) for product in products)} <= set(outputs)
    )
