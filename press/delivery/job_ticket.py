"""The job ticket: one page that tells a print shop what to do, in German."""

from collections.abc import Iterable
from pathlib import Path

from press.content.typography import bind
from press.delivery.finished_file import FinishedFile
from press.delivery.preview import picture_name
from press.delivery.product_facts import product_facts
from press.finishing.edition import Deliverable
from press.finishing.office_edition import OFFICE
from press.finishing.registry import edition_of
from press.order.order import Delivery
from press.order.plan import Plan
from press.pdf.page_boxes import BLEED_MM, SLUG_MM
from press.typesetting.job import brand_tokens
from press.typesetting.job_schema import TicketJob, TicketProduct
from press.typesetting.single_page import set_single_page
from press.typst_engine.compiler import Typesetter

A4_MM = (210.0, 297.0)


def make_ticket(plan: Plan, files: Iterable[FinishedFile], work: Path, typesetter: Typesetter) -> bytes:
    """auftrag.pdf, of the files that come with one, whose pictures lie in the working folder.

    Raises PressError if it cannot be set.
    """
    profile, brand = plan.profile, plan.brand.value
    data_format = f"PDF/X-4, {profile.condition} ({profile.name}), Farbauftrag höchstens {profile.ink_limit:.0f} %"
    outside = f"Schnittmarken und Textzeile außerhalb, Medienformat {SLUG_MM:g} mm größer je Seite"
    job: TicketJob = {
        "template": "ticket",
        "edition": OFFICE.name,
        "title": f"Druckauftrag {plan.name}",
        "bleed": 0,
        "trim": A4_MM,
        "brand": brand_tokens(brand, OFFICE.palette(brand, profile)),
        "draft": "ENTWURF – nicht drucken: Es fehlen noch Angaben, siehe preflight.json"
        if plan.draft_reasons
        else None,
        "order": [
            ("Auftrag", plan.name),
            ("Marke", bind(brand.name)),
            ("Datenformat", data_format),
            ("Anschnitt", f"{BLEED_MM:g} mm ringsum, {outside}"),
            *_delivery(plan.order.value.delivery),
        ],
        "products": [
            _product(
                file,
                [
                    ("Datei", package_name(plan.name, file)),
                    *((name, bind(value)) for name, value in product_facts(file, plan.order.value, brand)),
                    ("Prüfsumme", file.sha256),
                ],
                typesetter.store((work / picture_name(file.product, 1)).read_bytes(), ".png"),
            )
            for file in files
            if Deliverable.TICKET in edition_of(file.product).deliverables
        ],
        "note": "Geprüft mit der eigenen Druckvorprüfung (preflight.json); gebaut nach PDF/X-4, nicht zertifiziert.",
    }
    return set_single_page(typesetter, job, OFFICE.standards, OFFICE.tagged, where=plan.order.where)


def _delivery(delivery: Delivery | None) -> list[tuple[str, str]]:
    if delivery is None:
        return [("Lieferung und Rückfragen", "im Auftrag nicht angegeben")]
    reach = [bind(part) for part in (delivery.phone, delivery.email) if part]
    return [
        ("Lieferung", ", ".join(map(bind, (delivery.name, *delivery.address)))),
        *([("Rückfragen", ", ".join(reach))] if reach else []),
    ]


def _product(file: FinishedFile, facts: list[tuple[str, str]], picture: str) -> TicketProduct:
    title = file.product.layout.title
    return {"title": title, "picture": picture, "alt": f"Erste Seite: {title}", "facts": facts}


def package_name(name: str, file: FinishedFile) -> str:
    """A file name that explains itself: order, product, size, colours, pages."""
    product = file.product
    width, height = (f"{side:g}" for side in product.trim)
    colours = product.colours.replace("/", "-")
    return f"{name}_{product.id}_{width}x{height}mm_{colours}_{file.pages}-Seiten.pdf"
