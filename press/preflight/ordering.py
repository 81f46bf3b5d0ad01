"""What was ordered of a product, for preflight to hold the finished file against."""

from press.fit import SetFacts
from press.geometry import Geometry
from press.job import Product
from press.palette import spots
from press.plan import Plan
from press.preflight.subject import Ordered

# From the trim; from the edge of the paper, where office printers do not reach.
SAFE_MM = {"print": 4.0, "office": 6.0}


def ordered(plan: Plan, product: Product, facts: SetFacts) -> Ordered:
    """Boards and colours come from the order; how many pages a handout's text needs, and where codes stand, from Typst."""
    boards, up = product.boards, product.layout.up
    return Ordered(
        name=product.file,
        geometry=Geometry(*product.trim) if product.edition == "print" else Geometry(*product.trim, bleed=0, slug=0),
        pages=-(-boards // up) if boards else facts.pages,
        codes=facts.links(),
        sheets=tuple(product.deal.sheet_id(n) for n in range(1, boards + 1)) if product.deal else (),
        inks=product.colours,
        spots=spots(plan.brand.value, product.colours),
        profile=plan.profile,
        safe=SAFE_MM[product.edition])
