"""The job ticket: says all a print shop would have to ask, to people and to machines."""

import hashlib
import json
import re
from inspect import getsource

import pytest
import yaml
from delivery.printed_ticket import DELIVERY, ticket
from finished_pdf import letters
from tools import BUILT, ORDER, make, manifest, plan, write_item

from press.delivery.ticket.german_checks import CHECKS, SAMPLES
from press.delivery.ticket.product_facts import blank_places
from press.preflight.runner import load_checks


@pytest.fixture(scope="module")
def printed(standard) -> list[dict]:
    return [product for product in manifest(standard)["products"] if product["edition"] == "print"]


@pytest.fixture(scope="module")
def standards(standard) -> str:
    pages, text = ticket(standard / BUILT / "auftrag.pdf")
    assert pages == 1
    return text


def test_it_names_every_product_with_its_file_and_the_beginning_of_its_sum(standard, standards, printed):
    packed = {path.name for path in (standard / BUILT).glob("*.zip")}
    assert len(packed) == 1 and len(printed) >= 2
    for product in printed:
        checksum = hashlib.sha256((standard / BUILT / product["file"]).read_bytes()).hexdigest()
        inks = f"{colours(product).replace('/', '-')}_CMYK"
        name = f"standard_{product['id']}_210x297mm_{inks}_{product['pages']}-Seiten.pdf"
        assert all(letters(part) in standards for part in (name, checksum[:8]))
        assert checksum not in standards
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
        "3 mm, Marken außerhalb",
        "FOGRA47",
        "höchstens 280 %",
        "Cyan, Magenta, Gelb, Schwarz",
        "ungerade Seiten vorn, gerade hinten",
        "jede Seite ein Unikat: Digitaldruck",
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
    order |= {"paper": {"name": "Recycling", "weight": 100, "coated": False}, "delivery": DELIVERY, "colours": "4/4"}
    order["items"][0] |= {
        "copies": 7,
        "finishing": "ungeschnitten, auf Palette",
        "paper": {"name": "Karton", "weight": 300, "coated": True},
        "colours": "4/0",
    }
    (sample / ORDER).write_text(json.dumps(order), encoding="utf-8")
    made = make(sample)
    pages, text = ticket(made.folder / "auftrag.pdf")
    assert pages == 1
    for part in (
        *DELIVERY["address"],
        DELIVERY["name"],
        DELIVERY["email"],
        DELIVERY["phone"],
        DELIVERY["contact"],
        "24.12.2026",
        "Recycling, 100",
        "Karton, 300",
        "ungeschnitten, auf Palette",
        "7 × jedes Blatt",
        "14",
    ):
        assert letters(part) in text, part
    # Each paper stands with its own product, not with the other.
    (sheet, brochure) = text.split(letters("Argumente"), 1)
    assert (
        letters("Karton, 300") in sheet
        and letters("Recycling, 100") in brochure
        and letters("Recycling, 100") not in sheet
    )


def test_every_check_and_sample_has_german_words():
    codes = {check.CODE: check for edition in ("print", "office") for check in load_checks(edition)}
    assert set(CHECKS) == {code for code, check in codes.items() if "print" in check.EDITIONS}
    sampled = {found for check in codes.values() for found in re.findall(r'note_sample\("([^"]+)"', getsource(check))}
    assert len(sampled) >= 5 and sampled <= set(SAMPLES)


@pytest.mark.parametrize(
    ("boards", "blank"), [(8, ()), (7, ((4, 1),)), (5, ((3, 1), (4, 2))), (1, ((2, 1), (3, 1), (4, 1)))]
)
def test_places_that_stay_empty(sample, boards: int, blank: tuple):
    write_item(sample, "bingo-a6", boards)
    (product,) = plan(sample).products
    assert blank_places(product.sheets) == blank
    empty = {place: 0 for place, _ in blank}
    for page in range(product.sheets.pages):  # as sheets are placed
        for place in range(len(product.sheets.numbers(page)) + 1, 5):
            empty[place] += 1
    assert tuple(empty.items()) == blank
