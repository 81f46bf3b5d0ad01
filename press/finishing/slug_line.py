"""The slug line: order, product, edition and sheets, outside the bleed, for whoever finds a loose sheet."""

from press.brand.brand import Brand
from press.brand.palette import Palette
from press.finishing.printers_marks import widest_gap
from press.order.product import Product, page_lines
from press.pdf.page_boxes import MM, Geometry
from press.typesetting.job import brand_tokens
from press.typesetting.job_schema import SlugJob


def slug_text(order_id: str, product: Product, condition: str, draft: bool) -> str:
    """The line, in German; `condition` is the printing condition's name."""
    parts = [f"Auftrag {order_id}", product.layout.title, "Druckausgabe PDF/X-4", condition, product.colours]
    if product.span:
        parts.append("Bogen {} bis {}".format(*product.span))
    if draft:
        parts.append("ENTWURF – nicht drucken")
    return "  ·  ".join(parts)


def slug_job(text: str, product: Product, geometry: Geometry, brand: Brand, palette: Palette) -> SlugJob:
    """A job that sets the line on a page as large as the media."""
    width, height = geometry.media
    left, right = widest_gap(geometry, [page_lines(product, page) for page in (1, 2)])  # folds of a back are mirrored
    return {
        "template": "slug",
        "edition": product.edition,
        "title": product.id,
        "bleed": 0,
        "trim": (width / MM, height / MM),
        "brand": brand_tokens(brand, palette),
        "slug": text,
        "room": (left, right),
    }
