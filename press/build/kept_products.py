"""Kept products: what was made and checked once is not made again, whichever order or variant it was made for, though a
phrase was changed in between and changed back, or another product of its build was refused.

A product is found by its fingerprint, and taken if every byte of it is as it was kept. So may all that lies here be
deleted at any time, or be of another press.
"""

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from press.delivery.finished_file import FinishedFile
from press.delivery.manifest import Fingerprints
from press.delivery.preview import picture_files
from press.kept.sealed import hash_of, own_folder, read_sealed, write_sealed
from press.language.message import as_json, from_json
from press.order.product import Product
from press.paths import Project
from press.preflight.finding import Finding
from press.preflight.runner import Report
from press.proof.proof_model import Codes
from press.schema.validation import Model
from press.system.checksum import sha256_of
from press.system.safe_files import is_plain_file, take_away

FOLDER = "_kept"  # no order can be called so
MADE = "made.json"
MOST_BYTES = 500_000_000  # of all that is kept: a hundred standard orders; what was not used for longest goes first
KEY_DIGITS = 32  # of a hash


@dataclass(frozen=True)
class CheckedProduct:
    """A product's file, what preflight says of it, and the links of its codes."""

    file: FinishedFile
    report: Report
    codes: Codes

    @property
    def product(self) -> Product:
        return self.file.product


class KeptProduct(Model):
    """What is known of a product's files; `sums` are SHA-256 by name, from the order's folder, in the order they lie
    here as `0`, `1` …"""

    product: str
    pages: int
    blank_pages: int
    codes: dict[str, int]
    findings: tuple[dict[str, Any], ...]  # with all that their messages are made of: pages are in another language
    checks: tuple[str, ...]
    samples: tuple[str, ...]
    sums: dict[str, str]

    @property
    def found(self) -> tuple[Finding, ...]:
        return tuple(Finding(**{name: from_json(value) for name, value in one.items()}) for one in self.findings)


@dataclass(frozen=True)
class KeptProducts:
    """All that a project keeps."""

    project: Project

    def take(self, product: Product, fingerprint: str, work: Path) -> CheckedProduct | None:
        """Copies a product's files into the working folder; None if it is not kept, or not as it was made."""
        folder = self._folder(product, fingerprint)
        kept = _read(folder)
        if kept is None or kept.product != product.file:
            return None
        try:
            for number, (name, sum_) in enumerate(kept.sums.items()):
                (work / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / str(number), work / name)
                if sha256_of(work / name) != sum_:
                    return None
            os.utime(folder / MADE)
        except OSError:
            return None
        file = FinishedFile(product, work / product.file, kept.pages, kept.sums[product.file], kept.blank_pages)
        return CheckedProduct(file, Report(kept.found, kept.checks, kept.samples), kept.codes)

    def keep(self, made: Iterable[CheckedProduct], prints: Fingerprints, work: Path) -> None:
        """Keeps products that were made and passed. A disk that has no room for them is no reason to stop."""
        with suppress(OSError):
            own_folder(self._home)
            for checked in made:
                if not any(finding.severity == "error" for finding in checked.report.findings):
                    self._keep(checked, prints.products[checked.product.file], work)
            self._trim()

    def _keep(self, checked: CheckedProduct, fingerprint: str, work: Path) -> None:
        folder, product = self._folder(checked.product, fingerprint), checked.product
        sums = {
            name: sha256_of(work / name) for name in (product.file, *picture_files(work, product.pictures).values())
        }
        kept = KeptProduct(
            product=product.file,
            pages=checked.file.pages,
            blank_pages=checked.file.blank,
            codes=checked.codes,
            findings=tuple(map(_written, checked.report.findings)),
            checks=checked.report.checks,
            samples=checked.report.samples,
            sums=sums,
        )
        take_away(folder)
        folder.mkdir(parents=True)
        for number, name in enumerate(sums):
            shutil.copyfile(work / name, folder / str(number))
        write_sealed(folder / MADE, kept.model_dump(mode="json"))  # the last: what was broken off is not whole

    def _trim(self) -> None:
        """Lets go of what was not used for longest, until the rest is small enough."""
        room = MOST_BYTES
        for folder in sorted(self._home.iterdir(), key=_last_used, reverse=True):
            room -= sum(path.stat().st_size for path in folder.iterdir())
            if room < 0:
                take_away(folder)

    @property
    def _home(self) -> Path:
        return self.project.private / FOLDER

    def _folder(self, product: Product, fingerprint: str) -> Path:
        return self._home / hash_of([fingerprint, product.file, product.pictures])[:KEY_DIGITS]


def _read(folder: Path) -> KeptProduct | None:
    try:
        return KeptProduct.model_validate_json(json.dumps(read_sealed(folder / MADE)))
    except ValidationError:
        return None


def _written(finding: Finding) -> dict[str, Any]:
    return {name: as_json(value) for name, value in vars(finding).items()}


def _last_used(folder: Path) -> float:
    made = folder / MADE
    return made.stat().st_mtime if is_plain_file(made) else 0
