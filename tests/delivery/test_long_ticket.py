"""Ticket and report of many products with long names: nothing is cut off, for people and for machines."""

import json
import shutil
from pathlib import Path

import jsonschema
import pikepdf
import pytest
import yaml
from delivery.printed_ticket import DELIVERY, ticket
from finished_pdf import letters
from tools import BUILT, ORDER, ROOT, copy_project, plan
from typst import compile as typst_compile

from press.build.context import BuildContext
from press.delivery.deliverables import write_deliverables
from press.delivery.finished_file import read_finished
from press.delivery.ticket.machine_ticket import ticket_schema
from press.delivery.ticket.paperwork_check import check_paperwork
from press.order.plan import Plan
from press.preflight.runner import Report
from press.system.worker_pool import WorkerPool

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
