"""What can be taken over from the last build: products whose inputs are the same, as long as their files are whole.

Both are told by the record, which nobody edits by looking at an order.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from press.delivery.filenames import REPORT
from press.delivery.finished_file import FinishedFile
from press.delivery.manifest import Fingerprints, Manifest, ManifestProduct, read_manifest
from press.delivery.preview import picture_name
from press.delivery.record import Record, read_record
from press.order.product import Product
from press.paths import Project
from press.preflight.report import OrderReport, read_report
from press.preflight.runner import Report
from press.proof.compare import Earlier
from press.proof.proof_model import Codes
from press.proof.snapshot import Snapshot, read_snapshot


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
    """The last published build of an order, as it was made; its files may have been spoilt since."""

    record: Record
    manifest: Manifest
    report: OrderReport
    snapshot: Snapshot

    @property
    def folder(self) -> Path:
        return self.record.published

    @property
    def earlier(self) -> Earlier:
        """What the proof page compares with."""
        return Earlier(self.snapshot, self.record)

    def is_what_would_be_made(self, prints: Fingerprints) -> bool:
        """Whether the order is there, as it would be made again, with every file as it was made."""
        return self.manifest.fingerprint == prints.order and self.record.whole

    def has(self, product: Product, prints: Fingerprints) -> bool:
        """Whether a product can be taken over."""
        entry = self._entry(product)
        return (
            entry is not None
            and entry.fingerprint == prints.products[product.file]
            and product.file in self.snapshot.products
            and product.file in self.report.files
            and all(map(self.record.intact, self._files(product)))
        )

    def take(self, product: Product, work: Path) -> CheckedProduct:
        """Copies the product's files into the working folder. Raises KeyError for a product that it has not."""
        for name in self._files(product):
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.folder / name, work / name)
        entry, name = self._entry(product), product.file
        if entry is None:
            raise KeyError(name)
        file = FinishedFile(product, work / name, entry.pages, self.manifest.outputs[name], entry.blank_pages)
        return CheckedProduct(file, self.report.of(name), self.snapshot.products[name].codes)

    def _entry(self, product: Product) -> ManifestProduct | None:
        return next((entry for entry in self.manifest.products if entry.file == product.file), None)

    def _files(self, product: Product) -> list[str]:
        """The product's files, from the order's folder: its PDF and its pictures."""
        before, after = picture_name(product, "*").split("*")
        names = [name for name in self.manifest.outputs if name.startswith(before) and name.endswith(after)]
        return [product.file, *(name for name in names if "-" not in name.removeprefix(before))]


def last_build(project: Project, name: str) -> LastBuild | None:
    """The build published under a name; None if there is none, or none that the press remembers."""
    record = read_record(project, name)
    if record is None:
        return None
    manifest, report = read_manifest(record.folder), read_report(record.folder / REPORT)
    snapshot = read_snapshot(record.folder)
    return LastBuild(record, manifest, report, snapshot) if manifest and report and snapshot else None
