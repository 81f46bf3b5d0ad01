"""The print edition: ink, bleed, PDF/X-4, untagged; boards are stamped into a form."""

from pathlib import Path

from press import EDITION_DATE
from press.brand.palette import Palette, print_palette
from press.finishing.edition import Edition
from press.finishing.pdfx import Finish, to_pdfx
from press.finishing.slug_line import slug_job
from press.finishing.stamped_pages import stamp_pages
from press.order.plan import Plan
from press.order.product import Product
from press.pdf.page_boxes import BLEED_MM, Geometry
from press.system.worker_pool import WorkerPool
from press.typesetting.logos import in_ink
from press.typesetting.typst_facts import SetFacts
from press.typst_engine.compiler import Typesetter

STANDARDS = ("1.6",)  # the version PDF/X-4 is built on


def _palette(plan: Plan, product: Product) -> Palette:
    return print_palette(plan.brand.value, plan.profile, product.colours)


def _finish(
    plan: Plan,
    product: Product,
    typeset: bytes,
    facts: SetFacts,
    typesetter: Typesetter,
    target: Path,
    workers: WorkerPool,
) -> None:
    geometry = Geometry(*product.trim)
    slug = typesetter.pdf(
        slug_job(plan, product, geometry, _palette(plan, product)), EDITION_DATE, STANDARDS, tagged=False
    )
    finish = Finish(product.title(plan.content), geometry, plan.profile, EDITION_DATE, slug)
    if facts.stamped:
        stamp_pages(typeset, facts.stamped, finish, target, workers)
    else:
        target.write_bytes(to_pdfx(typeset, finish))


EDITION = Edition(BLEED_MM, STANDARDS, tagged=False, forms=True, palette=_palette, logo=in_ink, finish=_finish)
