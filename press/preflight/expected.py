"""What was ordered of a file, for preflight to hold it against: from the order, never from the file."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from press.brand.brand import Brand
from press.brand.palette import spots
from press.colour.icc_profile import OutputProfile
from press.content.content import Content
from press.content.typography import bind
from press.finishing.registry import edition_of
from press.links.addresses import Addresses
from press.order.imposition import Sheet, Sheets
from press.order.product import Product
from press.pdf.page_boxes import Geometry
from press.preflight.meaning import Meaning, meaning_of
from press.typesetting.stamp_slots import Stamped
from press.typesetting.typst_facts import SetFacts


@dataclass(frozen=True)
class Expected:
    """What the file must turn out to be. Its functions of a page, from 0, are picklable."""

    name: str  # of the file, from the order's folder
    edition: str
    geometry: Geometry
    pages: int
    blank: int  # of them, the last ones
    multiple: int  # pages come in as many
    sheets: Sheets | None
    codes: Callable[[int], tuple[str, ...]]  # the links of its codes, in any order
    cells: Callable[[int], tuple[int, ...]]  # its phrases' indices in reading order
    described_links: tuple[str, ...]  # the links of codes that have words for whom cannot see them
    phrases: tuple[str, ...]  # as they stand in cells
    inks: str  # front/back, or "spot"
    spots: tuple[str, ...]
    profile: OutputProfile
    safe: float  # mm from the edge that stay free of text
    hosts: tuple[str, ...] | None = None  # where codes may lead; anywhere, if None
    links: frozenset[str] | None = None  # all that codes and links may carry, as ordered; any, if None
    meaning: Meaning = field(default_factory=lambda: Meaning({}))

    def ids(self, page: int) -> tuple[str, ...]:
        """The IDs of a page's sheets."""
        return tuple(map(self.sheets.deal.sheet_id, self.sheets.numbers(page))) if self.sheets else ()


def expected_of(
    product: Product, content: Content, brand: Brand, facts: SetFacts, addresses: Addresses | None = None
) -> Expected:
    """Boards, colours and `addresses` come from the order; how many pages a handout needs, and where codes are, from
    Typst."""
    sheets, edition = product.sheets, edition_of(product)
    profile = edition.profile(product)
    count = sheets.pages if sheets else facts.pages
    return Expected(
        name=product.file,
        edition=edition.name,
        geometry=edition.geometry(product),
        pages=edition.pages(product, count),
        blank=edition.pages(product, count) - count,
        multiple=edition.pages(product, 1),
        sheets=sheets,
        codes=partial(_links, facts, sheets),
        cells=partial(_cells, facts, sheets),
        described_links=tuple(code.link for code in facts.codes if code.described),
        phrases=tuple(bind(phrase.board) for phrase in content.phrases),
        inks=product.colours,
        spots=spots(brand, profile, product.colours),
        profile=profile,
        safe=edition.safe,
        hosts=content.podcast.value.hosts if content.podcast else None,
        links=frozenset((brand.website, product.target.link, *(one.printed for one in addresses.all)))
        if addresses
        else None,
        meaning=meaning_of(content, facts),
    )


def _links(facts: SetFacts, sheets: Sheets | None, page: int) -> tuple[str, ...]:
    """The links of the codes a page (from 0) must carry: what its layout draws, at least each of its sheets' own."""
    own = sheets.on_page(page) if sheets else ()
    if sheets and not own:  # a blank page
        return ()
    drawn = Counter(_stamped_links(facts, facts.stamped, own) if facts.stamped else facts.links(page + 1))
    return tuple((drawn | Counter(sheet.link for sheet in own)).elements())


def _stamped_links(facts: SetFacts, stamped: Stamped, sheets: Sequence[Sheet]) -> tuple[str, ...]:
    links = [link for stamp, _, _ in stamped.placed(sheets, "link") for link in facts.links(stamp.page)]
    return (*facts.links(stamped.form(sheets) + 1), *links)


def _cells(facts: SetFacts, sheets: Sheets | None, page: int) -> tuple[int, ...]:
    """The phrases of a page (from 0): where slots are known in reading order, else sheet by sheet."""
    own = sheets.on_page(page) if sheets else ()
    if facts.stamped is None or not own:
        return tuple(cell for sheet in own for cell in sheet.board if cell is not None)
    cells = (own[place].board[cell] for place, cell in facts.stamped.reading[len(own)])
    return tuple(cell for cell in cells if cell is not None)
