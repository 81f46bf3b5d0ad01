"""The slug line: order, product, edition and sheets, outside the bleed, for whoever finds a loose sheet."""

from press.brand.palette import Palette
from press.order.plan import Plan
from press.order.product import Product
from press.pdf.page_boxes import MM, Geometry
from press.typesetting.job import brand_tokens
from press.typst_engine.compiler import Job


def slug_text(plan: Plan, product: Product) -> str:
    """The line, in German."""
    parts = [
        f"Auftrag {plan.id}",
        product.layout.title,
        "Druckausgabe PDF/X-4",
        plan.profile.condition,
        product.colours,
    ]
    if product.span:
        parts.append("Bogen {} bis {}".format(*product.span))
    if plan.draft_reasons:
        parts.append("ENTWURF – nicht drucken")
    return "  ·  ".join(parts)


def slug_job(plan: Plan, product: Product, geometry: Geometry, palette: Palette) -> Job:
    """A job that sets the line on a page as large as the media."""
    return {
        "template": "slug",
        "edition": product.edition,
        "title": product.id,
        "bleed": 0,
        "trim": [side / MM for side in geometry.media],
        "brand": brand_tokens(plan.brand.value, palette),
        "slug": slug_text(plan, product),
    }
