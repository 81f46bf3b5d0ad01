"""What was ordered of a product, for preflight to hold the finished file against."""

from collections import Counter

from press.fit import SetFacts
from press.geometry import Geometry
from press.product import Product
from press.sheets import Sheets
from press.palette import spots
from press.plan import Plan
from press.preflight.subject import Ordered

# From the trim; from the edge of the paper, where office printers do not reach.
SAFE_MM = {"print": 4.0, "office": 6.0}


def geometry_of(product: Product) -> Geometry:
    """The boxes of its pages: only print has bleed and marks."""
    return Geometry(*product.trim) if product.edition == "print" else Geometry(*product.trim, bleed=0, slug=0)


def ordered(plan: Plan, product: Product, facts: SetFacts) -> Ordered:
    """Boards and colours come from the order; how many pages a handout's text needs, and where codes stand, from Typst."""
    sheets = product.sheets
    return Ordered(
        name=product.file,
        geometry=geometry_of(product),
        pages=sheets.pages if sheets else facts.pages,
        codes=lambda page: _links(facts, sheets, page),
        told=tuple(code["link"] for code in facts.codes if code["told"]),
        sheets=tuple(sheets.deal.sheet_id(n) for n in range(1, sheets.count + 1)) if sheets else (),
        inks=product.colours,
        spots=spots(plan.brand.value, product.colours),
        profile=plan.profile,
        safe=SAFE_MM[product.edition],
        hosts=plan.content.podcast.value.hosts)


def _links(facts: SetFacts, sheets: Sheets | None, page: int) -> tuple[str, ...]:
    """The links of the codes a page (from 0) must carry: what its layout draws, and each of its sheets' own at least."""
    drawn = Counter(facts.links(page + 1) if facts.stamped is None else _stamped_links(facts, page))
    own = Counter(sheet.link for sheet in sheets.on_page(page)) if sheets else Counter()
    return tuple((drawn | own).elements())


def _stamped_links(facts: SetFacts, page: int) -> tuple[str, ...]:
    stamps = [link for stamp, _, _ in facts.stamped.placed(page) for link in facts.links(stamp.page)]
    return (*facts.links(facts.stamped.form(page) + 1), *stamps)
