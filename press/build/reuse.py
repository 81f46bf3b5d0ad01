"""What can be taken over from the last build: products whose inputs are the same, as long as their files are whole."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from press.delivery.filenames import REPORT, SNAPSHOT
from press.delivery.finished_file import FinishedFile
from press.delivery.manifest import Fingerprints, Manifest, ManifestProduct, read_manifest
from press.delivery.preview import picture_name
from press.order.product import Product
from press.preflight.report import OrderReport, read_report
from press.preflight.runner import Report
from press.proof.proof_model import Codes
from press.proof.snapshot import Snapshot, read_snapshot
from press.system.checksum import sha256_of


@dataclass(frozen=True)
class CheckedProduct:
    """A product's file, what preflight says of it, and the links of its codes."""

    file: FinishedFile
    report: Report
    codes: Codes

    @property
    def product(self) -> Product:
        return self.file.product


@dataclass(frozen=True)
class LastBuild:
    """The last published build of an order, as it can be read."""

    folder: Path
    manifest: Manifest
    report: OrderReport
    snapshot: Snapshot

    def is_what_would_be_made(self, prints: Fingerprints) -> bool:
        """Whether the order is there, as it would be made again, with every file as it was made."""
        return self.manifest.fingerprint == prints.order and all(map(self._intact, self.manifest.outputs))

    def has(self, product: Product, prints: Fingerprints) -> bool:
        """Whether a product can be taken over."""
        entry = self._entry(product)
        return (
            entry is not None
            and entry.fingerprint == prints.products[product.file]
            and all(map(self._intact, (SNAPSHOT, REPORT, *self._files(product))))
        )

    def take(self, product: Product, work: Path) -> CheckedProduct:
        """Copies the product's files into the working folder. Raises KeyError for a product that it has not."""
        for name in self._files(product):
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.folder / name, work / name)
        entry, name = self._entry(product), product.file
        if entry is None:
            raise KeyError(name)
        file = FinishedFile(product, work / name, entry.pages, self.manifest.outputs[name])
        return CheckedProduct(file, self.report.of(name), self.snapshot.products[name].codes)

    def _entry(self, product: Product) -> ManifestProduct | None:
        return next((entry for entry in self.manifest.products if entry.file == product.file), None)

    def _files(self, product: Product) -> list[str]:
        """The product's files, from the order's folder: its PDF and its pictures."""
        before, after = picture_name(product, "*").split("*")
        names = [name for name in self.manifest.outputs if name.startswith(before) and name.endswith(after)]
        return [product.file, *(name for name in names if "-" not in name.removeprefix(before))]

    def _intact(self, name: str) -> bool:
        try:
            return sha256_of(self.folder / name) == self.manifest.outputs.get(name)
        except OSError:
            return False


def last_build(folder: Path) -> LastBuild | None:
    """The build in an order's folder; None if there is none, or none that can be read."""
    manifest, report, snapshot = read_manifest(folder), read_report(folder / REPORT), read_snapshot(folder)
    return LastBuild(folder, manifest, report, snapshot) if manifest and report and snapshot else None
