"""The job ticket: says all a print shop would have to ask, to people and to machines."""

import hashlib
import json
import re
import shutil
from inspect import getsource
from pathlib import Path

import jsonschema
import pikepdf
import pypdfium2
import pytest
import yaml
from tools import BUILT, ORDER, ROOT, copy_project, letters, make, manifest, plan, write_item
from typst import compile as typst_compile

from press.build.context import BuildContext
from press.delivery.deliverables import write_deliverables
from press.delivery.finished_file import read_finished
from press.delivery.ticket.german_checks import CHECKS, SAMPLES
from press.delivery.ticket.machine_ticket import ticket_schema
from press.delivery.ticket.paperwork_check import check_paperwork
from press.delivery.ticket.product_facts import blank_places
from press.order.plan import Plan
from press.preflight.runner import Report, load_checks
from press.system.worker_pool import WorkerPool

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


LONG = {
    "name": "Verwaltungsgemeinschaft Probestadt-Musterhausen, Stabsstelle Presse- und Öffentlichkeitsarbeit",
    "email": "presse-und-oeffentlichkeitsarbeit@probestadt-musterhausen-beispielsdorf-an-der-probe.example",
}


@pytest.fixture(scope="module")
def many(standard, tmp_path_factory) -> tuple[Path, Plan]:
    """Ticket and report of sixteen items in seventeen files: long names, papers and addresses, borrowed pages."""
    project = copy_project(tmp_path_factory.mktemp("many") / "project")
    items = [{"layout": "bingo-3x3", "id": f"bogen-{n}", "boards": 24} for n in range(12)]
    items += [
        {"layout": "bingo-a6", "boards": 9, "boards_per_file": 5, "copies": 2},
        {"layout": "karten", "copies": 6, "paper": {"name": "Karton " * 12, "weight": 300, "coated": True}},
        {"layout": "faltblatt", "copies": 500},
        {"layout": "argumente", "id": "a" * 60},
    ]
    order = yaml.safe_load((project / ORDER).read_text(encoding="utf-8"))
    order |= {"items": items, "delivery": DELIVERY | LONG}
    (project / ORDER).write_text(json.dumps(order), encoding="utf-8")
    made, work = plan(project), project / "build/work"
    for folder in ("print", "office", "previews"):
        (work / folder).mkdir(parents=True)
    for product in made.products:
        with pikepdf.open(standard / BUILT / "print/bingo-3x3.pdf") as pdf:
            if product.layout.name == "faltblatt":  # one leaf
                del pdf.pages[2:]
            pdf.save(work / product.file)
        shutil.copy(standard / BUILT / "previews/bingo-3x3-print-1.png", work / f"previews/{product.id}-print-1.png")
    files = [read_finished(product, work) for product in made.products]
    reports = {product.file: Report((), ("ink",), ("ink measured on 3 of 24 pages",)) for product in made.products}
    typesetter = BuildContext.begin(made, work, WorkerPool(1)).typesetter()
    report = write_deliverables(made, files, reports, work, typesetter)
    assert report.status == "draft" and {"auftrag.pdf", "pruefbericht.pdf"} <= set(report.files)
    return work, made


def test_many_products_take_many_pages_and_every_one_is_told_whole(many):
    work, made = many
    pages, text = ticket(work / "auftrag.pdf")
    assert pages >= 4 and len(made.products) == 17
    for product in made.products:
        assert letters(f"{product.item.product}") in text
    for part in (LONG["name"], LONG["email"], "Karton Karton", "6 Sätze", "500 Stück", "Teil 1 von 2", "Teil 2 von 2"):
        assert letters(part) in text, part
    assert letters("Seite 1 außen, Seite 2 innen") in text and letters("längs zum Falz (Breitbahn)") in text
    assert letters("Platz 4 ist leer") in text and letters("Platz 3 ist auf dem letzten Bogen leer") in text


def test_what_preflight_finds_on_a_ticket_is_told(tmp_path, many):
    """The same look as at every office file: here at text that stands on text."""
    _, made = many
    typst = (
        '#set document(title: "x")\n#set text(lang: "de", region: "DE", font: "Source Sans 3", fallback: false)\n'
        "#set page(width: 210mm, height: 297mm)\n= Titel\n#place(dx: 10mm, dy: 20mm)[Breiter Text hier]"
        "#place(dx: 14mm, dy: 20mm)[Noch ein Text hier]"
    )
    fonts = [str(file.parent) for face in made.faces for file in face.files]
    bad = typst_compile(typst.encode(), format="pdf", font_paths=fonts, pdf_standards=["ua-1"])
    (tmp_path / "auftrag.pdf").write_bytes(bad)
    assert "overlap" in {finding.code for finding in check_paperwork(tmp_path / "auftrag.pdf", made.screen).findings}


def test_the_report_says_what_was_looked_at(many):
    work, _ = many
    _, text = ticket(work / "pruefbericht.pdf")
    for part in (
        "Gesamtfarbauftrag innerhalb der Druckbedingung",
        "Farbauftrag: 3 von 24 Seiten",
        "ohne Befund",
        "Platzhalter statt echter Adresse",
        "17 Druckdateien geprüft",
    ):
        assert letters(part) in text, part


def test_every_check_and_sample_has_german_words():
    codes = {check.CODE: check for edition in ("print", "office") for check in load_checks(edition)}
    assert set(CHECKS) == {code for code, check in codes.items() if "print" in check.EDITIONS}
    sampled = {found for check in codes.values() for found in re.findall(r'note_sample\("([^"]+)"', getsource(check))}
    assert len(sampled) >= 5 and sampled <= set(SAMPLES)


def test_the_ticket_for_machines_is_as_its_schema_says(many):
    work, _ = many
    data = json.loads((work / "auftrag.json").read_bytes())
    schema = json.loads((ROOT / "docs/auftrag.schema.json").read_text(encoding="utf-8"))
    assert schema == json.loads(ticket_schema())  # if this fails: `invoke schemas`
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    validator.validate(data)
    for spoilt in ({"Status": "fine"}, {"Products": [{}]}, {"Required": 1}):
        assert not validator.is_valid(data | spoilt)
    assert data["Required"] == "2026-12-24" and data["Contact"]["Email"] == LONG["email"]
    told = {product["ExternalID"]: product for product in data["Products"]}
    assert told["karten"]["Amount"] == 6 and told["karten"]["ColorIntent"]["ColorStandard"] == "FOGRA39"
    assert told["faltblatt"]["FoldingIntent"]["X"] == [97, 197]
    assert told["bingo-a6-1"]["LayoutIntent"]["BlankPlaces"] == [[3, 1], [4, 2]]
    assert told["bogen-0"]["VariableIntent"]["PrintProcess"] == "Digital"


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
