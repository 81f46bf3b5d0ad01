"""What can be kept of the last build: products whose inputs are the same, as long as their files are still whole."""

import hashlib
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from press.delivery.filenames import PREVIEWS, REPORT, SNAPSHOT
from press.delivery.manifest import read_manifest
from press.order.plan import Plan
from press.order.product import Product
from press.preflight.finding import Finding
from press.preflight.runner import Report
from press.proof.code_counts import Codes
from press.proof.snapshot import read_snapshot


@dataclass(frozen=True)
class LastBuild:
    """The last published build of an order; empty if there is none, or none that can be read."""

    folder: Path
    manifest: dict[str, Any] = field(default_factory=dict)
    report: dict[str, Any] = field(default_factory=dict)

    def whole(self, fingerprint: str) -> bool:
        """Whether the order is there, as it would be made again, with every file as it was made."""
        return self.manifest.get("fingerprint") == fingerprint and all(map(self._intact, self.manifest["outputs"]))

    def has(self, product: Product, fingerprint: str) -> bool:
        """Whether a product can be taken over."""
        entries = (entry for entry in self.manifest.get("products", ()) if entry["file"] == product.file)
        entry = next(entries, {})
        return entry.get("fingerprint") == fingerprint and all(
            map(self._intact, (SNAPSHOT, REPORT, *self.files(product)))
        )

    def files(self, product: Product) -> list[str]:
        """The product's files, from the order's folder."""
        stem = f"{PREVIEWS}/{product.id}-{product.edition}-"
        previews = [
            name for name in self.manifest["outputs"] if name.startswith(stem) and "-" not in name.removeprefix(stem)
        ]
        return [product.file, *previews]

    def codes(self, product: Product) -> Codes:
        """The links of its codes."""
        return read_snapshot(self.folder)["products"][product.file]["codes"]

    def take(self, product: Product, work: Path) -> Report:
        """Copies the product's files into the working folder; gives its preflight."""
        for name in self.files(product):
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.folder / name, work / name)
        own = self.report["files"][product.file]
        findings = [
            Finding(**entry) for entry in self.report["findings"] if entry["where"].split(" page ")[0] == product.file
        ]
        return Report(tuple(findings), tuple(own["checks"]), tuple(own["samples"]))

    def _intact(self, name: str) -> bool:
        try:
            with (self.folder / name).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.manifest["outputs"].get(name)
        except OSError:
            return False


def last_build(plan: Plan) -> LastBuild:
    folder = plan.project.build / plan.id
    try:
        manifest, report = read_manifest(folder), json.loads((folder / REPORT).read_bytes())
    except (OSError, ValueError, RecursionError):
        return LastBuild(folder)
    return LastBuild(folder, manifest, report) if manifest else LastBuild(folder)
