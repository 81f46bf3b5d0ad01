"""The job ticket: tells a print shop what to do, in German; one block a product, on as many pages as that takes."""

from collections.abc import Iterable
from pathlib import Path

from press.content.typography import bind, grouped
from press.delivery.finished_file import FinishedFile
from press.delivery.preview import picture_name
from press.delivery.ticket.file_names import package_name
from press.delivery.ticket.pieces import pieces_of
from press.delivery.ticket.product_facts import part_text, product_facts
from press.finishing.office_edition import OFFICE, finished_paper
from press.order.order import Delivery
from press.order.plan import Plan
from press.typesetting.job import brand_tokens
from press.typesetting.job_schema import TicketJob, TicketProduct
from press.typesetting.single_page import set_single_page
from press.typst_engine.compiler import Typesetter

A4_MM = (210.0, 297.0)
SHOWN_DIGITS = 8  # of a sum: enough to see that it is another file; all of them are in the package


def make_ticket(plan: Plan, files: Iterable[FinishedFile], work: Path, typesetter: Typesetter) -> bytes:
    """auftrag.pdf of the files that go to the print shop, whose pictures lie in the working folder.

    Raises PressError if it cannot be set.
    """
    files, brand = tuple(files), plan.brand.value
    sheets = sum(pieces_of(file).sheets for file in files)
    job: TicketJob = {
        "template": "ticket",
        "edition": OFFICE.name,
        "title": f"Druckauftrag {plan.name}",
        "bleed": 0,
        "trim": A4_MM,
        "brand": brand_tokens(brand, OFFICE.palette(brand, plan.screen)),
        "draft": "ENTWURF – nicht drucken: Es fehlen noch Angaben, siehe pruefbericht.pdf"
        if plan.draft_reasons
        else None,
        "order": [
            ("Auftrag", plan.name),
            ("Auftraggeber", bind(brand.name)),
            *_delivery(plan.order.value.delivery),
            ("Umfang", f"{_counted(len(files), 'Datei', 'Dateien')}, {grouped(sheets)} Druckbogen"),
            ("Datenformat", "PDF/X-4, Ausgabeprofil eingebettet; Seiten einzeln, nicht ausgeschossen"),
            ("Schwarz", "Text, Linien und Codes in 100 % Schwarz überdrucken"),
            ("Beiliegend", "pruefbericht.pdf, auftrag.json (für Maschinen), SHA256SUMS.txt (ganze Prüfsummen)"),
        ],
        "products": [_product(plan, file, number, work, typesetter) for number, file in enumerate(files, 1)],
        "note": "Geprüft mit der eigenen Druckvorprüfung (pruefbericht.pdf); gebaut nach PDF/X-4, nicht zertifiziert.",
    }
    return finished_paper(set_single_page(typesetter, job, OFFICE.standards, OFFICE.tagged, where=plan.order.where))


def _delivery(delivery: Delivery | None) -> list[tuple[str, str]]:
    if delivery is None:
        return [("Lieferung und Rückfragen", "im Auftrag nicht angegeben")]
    reach = [bind(part) for part in (delivery.contact, delivery.phone, delivery.email) if part]
    return [
        ("Lieferung", ", ".join(map(bind, (delivery.name, *delivery.address)))),
        *([("Gewünscht bis", f"{delivery.wanted:%d.%m.%Y}")] if delivery.wanted else []),
        *([("Rückfragen", ", ".join(reach))] if reach else []),
    ]


def _product(plan: Plan, file: FinishedFile, number: int, work: Path, typesetter: Typesetter) -> TicketProduct:
    product, brand = file.product, plan.brand.value
    part = part_text(product)
    title = f"{product.layout.title}, {part}" if part else product.layout.title
    picture = typesetter.store((work / picture_name(product, 1)).read_bytes(), ".png")
    facts = [(name, bind(value)) for name, value in product_facts(file, brand)]
    return {
        "number": number,
        "title": title,
        "picture": picture,
        "alt": f"Erste Seite: {title}",
        "facts": [
            *facts,
            ("Datei", package_name(plan.name, file, brand)),
            ("Prüfsumme", f"{file.sha256[:SHOWN_DIGITS]} … (SHA-256)"),
        ],
    }


def _counted(count: int, one: str, many: str) -> str:
    return f"{grouped(count)} {one if count == 1 else many}"
