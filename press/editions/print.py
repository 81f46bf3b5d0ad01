"""The print edition: ink, bleed, PDF/X-4, untagged; boards are stamped into a form."""

from pathlib import Path

from press import EDITION_DATE
from press.editions import Edition
from press.editions.pdfx import Finish, to_pdfx
from press.editions.slug import slug_job
from press.editions.stamped import stamp_pages
from press.fit import SetFacts
from press.geometry import BLEED_MM, Geometry
from press.hands import Hands
from press.logo.prepared import in_ink
from press.palette import Palette, print_palette
from press.plan import Plan
from press.product import Product
from press.typeset import Typesetter

STANDARDS = ("1.6",)  # the version PDF/X-4 is built on


def _palette(plan: Plan, product: Product) -> Palette:
    return print_palette(plan.brand.value, plan.profile, product.colours)


def _finish(plan: Plan, product: Product, typeset: bytes, facts: SetFacts, typesetter: Typesetter, target: Path, hands: Hands) -> None:
    geometry = Geometry(*product.trim)
    slug = typesetter.pdf(slug_job(plan, product, geometry, _palette(plan, product)), EDITION_DATE, STANDARDS, tagged=False)
    finish = Finish(product.title(plan.content), geometry, plan.profile, EDITION_DATE, slug)
    if facts.stamped:
        stamp_pages(typeset, facts.stamped, finish, target, hands)
    else:
        target.write_bytes(to_pdfx(typeset, finish))


EDITION = Edition(BLEED_MM, STANDARDS, tagged=False, forms=True, palette=_palette, logo=in_ink, finish=_finish)
