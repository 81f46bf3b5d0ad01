"""The products of an order as the page shows them: what they are, and their pages with lines and findings."""

from collections import Counter
from dataclasses import dataclass

from press.content.typography import grouped
from press.delivery.preview import Picture
from press.delivery.ticket.product_facts import Facts
from press.finishing.registry import edition_of
from press.proof import german as words
from press.proof.findings import MOST_BESIDE, Note, Place
from press.proof.lines import Frame, frame
from press.proof.product_summary import Ink, inks, play_facts, purpose
from press.proof.proof_model import ProofModel, ProofProduct

MOST_OTHERS = 12  # findings listed that no picture shows; preflight.json has them all


@dataclass(frozen=True)
class Page:
    picture: Picture
    title: str
    sheets: list[str]
    side: str | None
    frame: Frame
    notes: tuple[Note, ...]
    anchor: str


@dataclass(frozen=True)
class Leaf:
    """Front and back, or a page alone."""

    pages: tuple[Page, ...]

    @property
    def notes(self) -> tuple[tuple[Page, Note], ...]:
        return tuple((page, note) for page in self.pages for note in page.notes)


@dataclass(frozen=True)
class OtherFinding:
    """A finding beside no picture: on the whole file, or on so many pages that only some are shown with it."""

    note: Note
    pages: list[int]


@dataclass(frozen=True)
class EditionView:
    name: str
    title: str
    about: str
    file: str
    size: str
    count: int
    leaves: tuple[Leaf, ...]
    others: tuple[OtherFinding, ...]
    unlisted: int  # findings beyond those

    @property
    def shown(self) -> int:
        """Pages with a picture."""
        return sum(len(leaf.pages) for leaf in self.leaves)

    @property
    def noted(self) -> bool:
        """Whether a finding stands beside some page."""
        return any(leaf.notes for leaf in self.leaves)


@dataclass(frozen=True)
class ProductView:
    id: str
    title: str
    purpose: str | None
    facts: Facts
    inks: tuple[Ink, ...]
    editions: tuple[EditionView, ...]


def product_views(order: ProofModel, notes: dict[Place, tuple[Note, ...]]) -> tuple[ProductView, ...]:
    """Every product once, with its editions."""
    return tuple(
        _product(order, [made for made in order.made if made.product.id == first.product.id], notes)
        for first in order.firsts
    )


def _product(order: ProofModel, editions: list[ProofProduct], notes: dict[Place, tuple[Note, ...]]) -> ProductView:
    product = editions[0].product
    return ProductView(
        product.id,
        order.names[product.id],
        purpose(product),
        (*editions[0].facts, *play_facts(product)),
        inks(order.brand, product.profile, product.colours),
        tuple(_edition(made, notes) for made in editions),
    )


def _edition(made: ProofProduct, notes: dict[Place, tuple[Note, ...]]) -> EditionView:
    product, edition = made.product, edition_of(made.product)
    beside, others = _placed(made, notes)
    leaves: dict[int, list[Page]] = {}
    for picture in made.pictures:
        leaves.setdefault((picture.page - 1) // product.layout.sides, []).append(
            _page(made, picture, tuple(beside.get(picture.page, ())))
        )
    return EditionView(
        edition.name,
        edition.german_name,
        edition.german_use,
        product.file,
        words.file_size(made.file.path),
        made.file.pages,
        tuple(Leaf(tuple(leaf)) for leaf in leaves.values()),
        others[:MOST_OTHERS],
        len(others[MOST_OTHERS:]),
    )


def _placed(
    made: ProofProduct, notes: dict[Place, tuple[Note, ...]]
) -> tuple[dict[int, list[Note]], tuple[OtherFinding, ...]]:
    """The findings of a file: those shown beside a page's picture, by page, and the others, the same ones together."""
    shown = {picture.page for picture in made.pictures}
    beside: dict[int, list[Note]] = {}
    beside_count: Counter[str] = Counter()
    others: dict[tuple[str, str], OtherFinding] = {}
    for (file, page), there in notes.items():
        for note in there if file == made.product.file else ():
            if page in shown and beside_count[note.code] < MOST_BESIDE:
                beside.setdefault(page, []).append(note)
                beside_count[note.code] += 1
            else:
                other = others.setdefault((note.code, note.message), OtherFinding(note, []))
                other.pages.extend([page] if page else [])
    return beside, tuple(others.values())


def _page(made: ProofProduct, picture: Picture, notes: tuple[Note, ...]) -> Page:
    product, number = made.product, picture.page
    sheets = [sheet.id for sheet in product.sheets.on_page(number - 1)] if product.sheets else []
    side = ("Rückseite" if number % 2 == 0 else "Vorderseite") if product.layout.sides == 2 else None
    return Page(
        picture,
        f"Seite\u00a0{grouped(number)}",
        sheets,
        side,
        frame(product, number),
        notes,
        f"{product.id}-{product.edition}-{number}",
    )
