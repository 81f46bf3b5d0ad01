"""Job tickets as they are read: a delivery to print on one, and the letters of its pages."""

from pathlib import Path

import pypdfium2
from finished_pdf import letters

DELIVERY = {
    "name": "Stadt Probe, Poststelle",
    "address": ["Am Markt 1", "12345 Probe"],
    "email": "druck@probe.example",
    "phone": "01234 567",
    "contact": "Frau Probe",
    "wanted": "2026-12-24",
}


def ticket(pdf: bytes | Path) -> tuple[int, str]:
    """Number of pages, and all letters of them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document), letters("".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()
