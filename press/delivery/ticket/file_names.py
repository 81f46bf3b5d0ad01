"""File names that explain themselves, for the package."""

import re

from press.brand.brand import Brand
from press.delivery.finished_file import FinishedFile
from press.delivery.ticket.inks import GERMAN, PROCESS, count_of, ink_names

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def package_name(name: str, file: FinishedFile, brand: Brand) -> str:
    """Order, product, size, inks, pages: `standard_karten_210x297mm_2-2_Schwarz-HKS-57-N_4-Seiten.pdf`."""
    product = file.product
    width, height = (f"{side:g}" for side in product.trim)
    counted, pages = count_of(product, brand).replace("/", "-"), "Seite" if file.pages == 1 else "Seiten"
    return f"{name}_{product.id}_{width}x{height}mm_{counted}_{_inks(file, brand)}_{file.pages}-{pages}.pdf"


def _inks(file: FinishedFile, brand: Brand) -> str:
    front, _ = ink_names(file.product, brand)
    return "CMYK" if front == PROCESS else "-".join(_plain(GERMAN.get(ink, ink)) for ink in front)


def _plain(name: str) -> str:
    """Letters and digits that every file system takes."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name.translate(_UMLAUTS)).strip("-") or "Sonderfarbe"
