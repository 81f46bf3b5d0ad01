"""The job ticket: one page that tells a print shop what to do, in German."""

import hashlib
from pathlib import Path

from press import EDITION_DATE
from press.brand.palette import office_palette, spots
from press.content.typography import NBSP, grouped
from press.order.plan import Plan
from press.order.product import Product
from press.pdf.page_boxes import BLEED_MM, SLUG_MM
from press.pdf.raster import page_count
from press.typesetting.job import brand_tokens
from press.typst_engine.compiler import Job, Typesetter

STANDARDS = ("ua-1", "a-3a")
EDGES = {"long-edge": "lange Seite", "short-edge": "kurze Seite", None: "–"}


def make_ticket(plan: Plan, work: Path, typesetter: Typesetter) -> bytes:
    """auftrag.pdf. Raises PressError if it cannot be set."""
    profile = plan.profile
    job: Job = {
        "template": "ticket",
        "edition": "office",
        "title": f"Druckauftrag {plan.id}",
        "bleed": 0,
        "trim": (210, 297),
        "brand": brand_tokens(plan.brand.value, office_palette(plan.brand.value, profile)),
        "draft": "ENTWURF – nicht drucken: Es fehlen noch Angaben, siehe preflight.json"
        if plan.draft_reasons
        else None,
        "order": [
            ("Auftrag", plan.id),
            ("Marke", plan.brand.value.name),
            (
                "Datenformat",
                f"PDF/X-4, {profile.condition} ({profile.name}), Farbauftrag höchstens {profile.ink_limit:.0f} %",
            ),
            (
                "Anschnitt",
                f"{BLEED_MM:g} mm ringsum, Schnittmarken und Textzeile außerhalb, Medienformat {SLUG_MM:g} mm größer je Seite",
            ),
            *_delivery(plan),
        ],
        "products": [_product(plan, product, work) for product in plan.products if product.edition == "print"],
        "note": "Geprüft mit der eigenen Druckvorprüfung (preflight.json); gebaut nach PDF/X-4, nicht zertifiziert.",
    }
    return typesetter.pdf(job, EDITION_DATE, STANDARDS, tagged=True)


def _delivery(plan: Plan) -> list[tuple[str, str]]:
    delivery = plan.order.value.delivery
    if delivery is None:
        return [("Lieferung und Rückfragen", "im Auftrag nicht angegeben")]
    reach = [part for part in (delivery.phone, delivery.email) if part]
    return [
        ("Lieferung", ", ".join((delivery.name, *delivery.address))),
        *([("Rückfragen", ", ".join(reach))] if reach else []),
    ]


def _product(plan: Plan, product: Product, work: Path) -> dict:
    path = work / product.file
    pages = page_count(path)
    facts = [
        ("Datei", package_name(plan, product, pages)),
        *product_facts(plan, product, pages),
        ("Prüfsumme", hashlib.sha256(path.read_bytes()).hexdigest()),
    ]
    picture = f"/{plan.project.name(work / 'previews' / f'{product.id}-print-1.png')}"
    return {
        "title": product.layout.title,
        "picture": picture,
        "alt": f"Erste Seite: {product.layout.title}",
        "facts": facts,
    }


def product_facts(plan: Plan, product: Product, pages: int) -> list[tuple[str, str]]:
    """What there is to know of a product before it is printed: name and value, German."""
    copies, sides = product.item.copies, product.layout.sides
    leaves = -(-pages // sides)
    return [
        ("Endformat", _size(product.layout.final or product.trim)),
        *([("Bogenformat", _size(product.trim))] if product.layout.final else []),
        ("Umfang", f"{grouped(pages)} {'Seite' if pages == 1 else 'Seiten'} auf {grouped(leaves)} Blatt"),
        ("Auflage", f"{grouped(copies)} × jedes Blatt" if product.boards else f"{grouped(copies)} Stück"),
        ("Bogen insgesamt", grouped(leaves * copies)),
        *(
            [("Verschiedene Spielfelder", f"{grouped(product.boards)}, {' bis '.join(product.span)}")]
            if product.span
            else []
        ),
        ("Farben", colours(plan, product)),
        ("Papier", product.item.paper or plan.order.value.paper),
        ("Verarbeitung", product.item.finishing or product.layout.finishing),
        *([("Wenden über", EDGES[product.layout.duplex])] if sides == 2 else []),
    ]


def colours(plan: Plan, product: Product) -> str:
    """Inks front/back in words."""
    if product.colours == "spot":
        names = ", ".join(("Schwarz", *(spot.replace(" ", NBSP) for spot in spots(plan.brand.value, product.colours))))
        count = len(names.split(", "))
        return f"{count}/{count if product.layout.sides == 2 else 0} ({names})"
    return f"{product.colours} ({'nur Schwarz' if product.colours[0] == '1' else 'Skala CMYK'})"


def package_name(plan: Plan, product: Product, pages: int) -> str:
    """A file name that explains itself: order, product, size, colours, pages."""
    width, height = (f"{side:g}" for side in product.trim)
    return f"{plan.id}_{product.id}_{width}x{height}mm_{product.colours.replace('/', '-')}_{pages}-Seiten.pdf"


def _size(size: tuple[float, float]) -> str:
    return f"{size[0]:g} × {size[1]:g} mm".replace(".", ",")
