"""manifest.json: what was made, from what, with what, and a checksum of every file."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from press import VERSION
from press.bingo.odds import Odds, odds
from press.delivery.filenames import COMPARE, MANIFEST, REPORT
from press.delivery.finished_file import FinishedFile
from press.delivery.record import read_record
from press.delivery.strays import files_below
from press.names import JOINT
from press.order.plan import Plan
from press.paths import Project
from press.schema.validation import Model
from press.system.checksum import sha256_of
from press.system.safe_files import read_file

TOOLS = ("typst", "pikepdf", "pillow", "qrcode", "fonttools", "deflate")
MAX_BYTES = 100_000_000  # of a manifest that is read: a hundred times the largest of ours


@dataclass(frozen=True)
class Fingerprints:
    """What products, by file, and the order as a whole depend on, as hashes."""

    products: dict[str, str]
    order: str


class ManifestProduct(Model):
    """A product's file; sheets are told by their IDs, sizes in mm."""

    id: str
    layout: str
    edition: str
    file: str
    pages: int
    blank_pages: int = 0  # of them, the last ones
    boards: int
    first_sheet: str | None
    last_sheet: str | None
    trim_mm: tuple[float, float]
    copies: int
    odds: Odds | None
    fingerprint: str


class Manifest(Model):
    """`inputs` and `outputs` are SHA-256 by file: inputs named from the project's folder, outputs from the order's.
    `variant` is what options of the command line made of the order, if they did.

    What changed since the build before is added later and is no part of it: see press.proof.
    """

    order: str
    variant: str | None = None
    fingerprint: str
    brand: str
    seed: int
    versions: dict[str, str]
    products: tuple[ManifestProduct, ...]
    inputs: dict[str, str]
    outputs: dict[str, str]

    def write(self, folder: Path) -> None:
        data = json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2)
        (folder / MANIFEST).write_bytes(data.encode() + b"\n")

    @property
    def name(self) -> str:
        """Under which the order was published."""
        return f"{self.order}{JOINT}{self.variant}" if self.variant else self.order

    @property
    def is_whole(self) -> bool:
        """Whether there are products, and sums of the report and of every product's file."""
        return bool(self.products) and {REPORT, *(product.file for product in self.products)} <= set(self.outputs)


def make_manifest(
    plan: Plan, files: Iterable[FinishedFile], work: Path, inputs: Mapping[str, str], prints: Fingerprints
) -> Manifest:
    """The manifest of all that lies in the working folder, made from `inputs` (SHA-256 by name)."""
    files = tuple(files)
    return Manifest(
        order=plan.id,
        variant=plan.variant,
        fingerprint=prints.order,
        brand=plan.order.value.brand,
        seed=plan.order.value.seed,
        versions={"press": VERSION, **{tool: version(tool) for tool in TOOLS}},
        products=tuple(_product(file, prints.products[file.product.file]) for file in files),
        inputs=dict(sorted(inputs.items())),
        outputs=_sums(work, {file.path: file.sha256 for file in files}),
    )


def _sums(work: Path, known: Mapping[Path, str]) -> dict[str, str]:
    return {
        path.relative_to(work).as_posix(): known.get(path) or sha256_of(path)
        for path in sorted(work.rglob("*"))
        if path.is_file()
    }


def _product(file: FinishedFile, fingerprint: str) -> ManifestProduct:
    product = file.product
    first, last = product.span or (None, None)
    return ManifestProduct(
        id=product.id,
        layout=product.layout.name,
        edition=product.edition,
        file=product.file,
        pages=file.pages,
        blank_pages=file.blank,
        boards=product.boards,
        first_sheet=first,
        last_sheet=last,
        trim_mm=product.trim,
        copies=product.item.copies,
        odds=odds(product.deal, product.players) if product.deal else None,
        fingerprint=fingerprint,
    )


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of an order's folder; None if there is none, or none that is whole: cut off, or edited."""
    try:
        manifest = Manifest.model_validate_json(read_file(folder / MANIFEST, MAX_BYTES))
    except (OSError, ValueError):
        return None
    return manifest if manifest.is_whole else None


def made_before(project: Project, name: str) -> Collection[str] | None:
    """The names of the files that the press published under a name; None if that is not known."""
    if record := read_record(project, name):
        return record.sums.keys()
    published = project.published(name)
    if manifest := read_manifest(published):
        return {
            *manifest.outputs,
            MANIFEST,
            *(file for file, _ in files_below(published) if file.startswith(f"{COMPARE}/")),
        }
    return None
