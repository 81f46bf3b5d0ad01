"""The print edition: ink, bleed, PDF/X-4, untagged."""

from press import EDITION_DATE
from press.editions import Edition
from press.editions.pdfx import Finish, to_pdfx
from press.editions.slug import slug_job
from press.geometry import BLEED_MM, Geometry
from press.job import Product, title
from press.logo.prepared import in_ink
from press.palette import Palette, print_palette
from press.plan import Plan
from press.typeset import Typesetter

STANDARDS = ("1.6",)  # the version PDF/X-4 is built on


def _palette(plan: Plan, product: Product) -> Palette:
    return print_palette(plan.brand.value, plan.profile, product.colours)


def _finish(plan: Plan, product: Product, typeset: bytes, typesetter: Typesetter) -> bytes:
    geometry = Geometry(*product.trim)
    slug = typesetter.pdf(slug_job(plan, product, geometry, _palette(plan, product)), EDITION_DATE, STANDARDS, tagged=False)
    return to_pdfx(typeset, Finish(title(product, plan.content), geometry, plan.profile, EDITION_DATE, slug))


EDITION = Edition(BLEED_MM, STANDARDS, False, _palette, in_ink, _finish)
