"""The manifest of a published order, read back."""

import json
from pathlib import Path
from typing import Any

FILE = "manifest.json"
REPORT = "preflight.json"


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """manifest.json of an order's folder; None if there is none, or none that is whole: it may have been cut off or edited."""
    try:
        manifest = json.loads((folder / FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return manifest if isinstance(manifest, dict) and _is_whole(manifest) else None


def _is_whole(manifest: dict[str, Any]) -> bool:
    """Whether all is there that is asked for: sums of all files, of every product and the report for certain."""
    order, products, outputs = (manifest.get(key) for key in ("order", "products", "outputs"))
    return (isinstance(order, str) and isinstance(outputs, dict) and all(isinstance(value, str) for value in outputs.values())
            and isinstance(products, list) and bool(products)
            and all(isinstance(product, dict) and {"file", "edition"} <= set(product) for product in products)
            and {REPORT, *(str(product["file"]) for product in products)} <= set(outputs))
