"""How an order stands: ready, a draft with what is open, or refused and why; what was checked, to which standards."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from press.content.typography import grouped
from press.finishing.registry import edition_of
from press.proof import german as words
from press.proof.finding_words import checked
from press.proof.findings import Note, Place, still_open
from press.proof.products import ProductView
from press.proof.proof_model import ProofModel

MOST_FAULTS = 8  # listed at the top; all are shown beside their pages


@dataclass(frozen=True)
class Fault:
    """An error, and where on the page it is shown."""

    anchor: str
    where: str
    title: str


@dataclass(frozen=True)
class Status:
    """How an order stands; `name` is preflight's word for it. Of the faults, the first few."""

    name: str
    faults: tuple[Fault, ...]
    errors: int
    warnings: int
    open: dict[str, dict[str, list[str]]]

    @property
    def missing(self) -> int:
        """How many different things are open."""
        return sum(map(len, self.open.values()))


def status_of(order: ProofModel, notes: dict[Place, tuple[Note, ...]], products: tuple[ProductView, ...]) -> Status:
    severities = Counter(note.severity for there in notes.values() for note in there)
    faults = tuple(fault for product in products for fault in _faults(product))
    return Status(
        order.report.status,
        faults[:MOST_FAULTS],
        severities["error"],
        severities["warning"],
        still_open(order.placeholders),
    )


def _faults(product: ProductView) -> Iterator[Fault]:
    """Every kind of error once an edition, with the first page it is on."""
    for edition in product.editions:
        pages: dict[str, list[int]] = {}
        anchors: dict[str, str] = {}
        for page, note in (noted for leaf in edition.leaves for noted in leaf.notes if noted[1].severity == "error"):
            pages.setdefault(note.title, []).append(page.picture.page)
            anchors.setdefault(note.title, page.anchor)
        for other in (other for other in edition.others if other.note.severity == "error"):
            pages.setdefault(other.note.title, []).extend(other.pages)
        for title, there in pages.items():
            where = (
                f"Seite\u00a0{there[0]}"
                if len(there) == 1
                else f"{grouped(len(there))} Seiten"
                if there
                else "ganze Datei"
            )
            yield Fault(
                anchors.get(title, f"product-{product.id}"), f"{product.title}, {edition.title}, {where}", title
            )


@dataclass(frozen=True)
class CheckedEdition:
    """An edition's checks, in German: (name, whether it was passed)."""

    title: str
    standards: str
    checks: tuple[tuple[str, bool], ...]


def checked_editions(order: ProofModel) -> tuple[CheckedEdition, ...]:
    found = []
    for edition in dict.fromkeys(edition_of(made.product) for made in order.made):
        files = {made.product.file for made in order.made if edition_of(made.product) is edition}
        codes = sorted({code for file in files for code in order.report.files[file].checks})
        failed = {finding.code for finding in order.report.errors if finding.file in files}
        checks = tuple((checked(code), code not in failed) for code in codes)
        found.append(CheckedEdition(edition.german_name, words.STANDARDS[edition.name], checks))
    return tuple(found)
