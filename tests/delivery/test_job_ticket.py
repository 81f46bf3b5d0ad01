"""The job ticket: one page that says all a print shop would have to ask."""

import hashlib
import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
import yaml
from tools import BUILT, ORDER, letters, manifest, plan

from press.build.build import build
from press.build.context import BuildContext
from press.delivery.finished_file import read_finished
from press.delivery.job_ticket import make_ticket
from press.errors import PressError
from press.order.plan import make_plan
from press.paths import Project
from press.system.progress import Progress
from press.system.worker_pool import WorkerPool

DELIVERY = {
    "name": "Stadt Probe, Poststelle",
    "address": ["Am Markt 1", "12345 Probe"],
    "email": "druck@probe.example",
    "phone": "01234 567",
}


def ticket(pdf: bytes | Path) -> tuple[int, str]:
    """Number of pages, and all letters of them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document), letters("".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()


@pytest.fixture(scope="module")
def printed(standard) -> list[dict]:
    return [product for product in manifest(standard)["products"] if product["edition"] == "print"]


@pytest.fixture(scope="module")
def standards(standard) -> str:
    pages, text = ticket(standard / BUILT / "auftrag.pdf")
    assert pages == 1
    return text


def test_it_names_every_product_with_its_file_and_checksum(standard, standards, printed):
    packed = {path.name for path in (standard / BUILT).glob("*.zip")}
    assert len(packed) == 1 and len(printed) >= 2
    for product in printed:
        checksum = hashlib.sha256((standard / BUILT / product["file"]).read_bytes()).hexdigest()
        name = f"standard_{product['id']}_210x297mm_{colours(product).replace('/', '-')}_{product['pages']}-Seiten.pdf"
        assert all(letters(part) in standards for part in (name, checksum))
    assert all(letters(title) in standards for title in ("Bingobogen 3 × 3", "Argumente"))


def colours(product: dict) -> str:
    return "4/0" if product["boards"] else "4/4"


def test_it_says_how_to_print(standards, printed):
    sheets, _ = printed
    for part in (
        sheets["first_sheet"],
        sheets["last_sheet"],
        "24 Seiten auf 24 Blatt",
        "4 Seiten auf 2 Blatt",
        "24 Stück",
        "48",
        "4/0",
        "4/4",
        "210 × 297 mm",
        "3 mm ringsum",
        "FOGRA39",
        "PDF/X-4",
        "lange Seite",
        "auf Endformat schneiden",
    ):
        assert letters(part) in standards, part
    assert letters(f"{sheets['boards']}, {sheets['first_sheet']} bis {sheets['last_sheet']}") in standards


def test_a_draft_says_so(standards):
    assert "ENTWURF" in standards


def test_what_the_order_says_comes_first(sample):
    order = yaml.safe_load((sample / ORDER).read_text(encoding="utf-8"))
    order |= {"paper": "Recycling 100 g", "delivery": DELIVERY, "colours": "4/4"}
    order["items"][0] |= {
        "copies": 7,
        "finishing": "ungeschnitten, auf Palette",
        "paper": "Karton 300 g",
        "colours": "4/0",
    }
    (sample / ORDER).write_text(json.dumps(order), encoding="utf-8")
    made = build(make_plan(Project.at(sample), "standard", editions=("print",)), Progress(terminal=False))
    pages, text = ticket(made.folder / "auftrag.pdf")
    assert pages == 1
    for part in (
        *DELIVERY["address"],
        DELIVERY["name"],
        DELIVERY["email"],
        DELIVERY["phone"],
        "Recycling 100 g",
        "Karton 300 g",
        "ungeschnitten, auf Palette",
        "7 × jedes Blatt",
        "14",
    ):
        assert letters(part) in text, part
    # Each paper stands with its own product, not with the other.
    (sheet, brochure) = text.split(letters("Argumente"), 1)
    assert (
        letters("Karton 300 g") in sheet
        and letters("Recycling 100 g") in brochure
        and letters("Recycling 100 g") not in sheet
    )


@pytest.mark.parametrize("count", [1, 3, 4, 9, 18])
def test_many_products_still_share_one_page(standard, project, count: int):
    """Or the build says that they do not: a second page would be lost."""
    items = [{"layout": "bingo-3x3", "id": f"bogen-{n}", "boards": 24} for n in range(count)]
    order = yaml.safe_load((project / ORDER).read_text(encoding="utf-8")) | {"items": items, "delivery": DELIVERY}
    (project / ORDER).write_text(json.dumps(order), encoding="utf-8")
    made, work = plan(project), project / "build/work"
    for folder in ("print", "office", "previews"):
        (work / folder).mkdir(parents=True)
    for product in made.products:
        shutil.copy(standard / BUILT / "print/bingo-3x3.pdf", work / product.file)
        shutil.copy(standard / BUILT / "previews/bingo-3x3-print-1.png", work / f"previews/{product.id}-print-1.png")
    try:
        files = [read_finished(product, work) for product in made.products]
        typesetter = BuildContext.begin(made, work, WorkerPool(1)).typesetter()
        pages, text = ticket(make_ticket(made, files, work, typesetter))
    except PressError:
        assert count > 9
        return
    assert pages == 1
    assert all(letters(f"standard_{item['id']}_") in text for item in items)
