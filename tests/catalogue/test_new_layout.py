"""A new layout is one new file: lists, check, build, preflight, manifest and job ticket find it with no other edit."""

import json

import pytest
from command import command
from finished_pdf import letters
from tools import files

from catalogue.paper import pages
from catalogue.setting import order

SOURCE = """// A bookmark: written by somebody who has read nothing but the other layouts.

#import "../lib/board.typ": board
#import "../lib/code.typ": code
#import "../lib/notes.typ": game, masthead-options, sheet-heading, sheet-id
#import "../lib/ground.typ": ground
#import "../lib/address.typ": address
#import "../lib/type.typ": display

#let facts = (
  title: "Lesezeichen",
  about: "A long board to lay into a book, with its code below",
  trim: (140, 260),
  sides: 1,
  finishing: "auf Endformat schneiden, Ecken runden",
  board: (rows: 4, columns: 3),
  options: (
    ..masthead-options,
    motto: (type: "text", default: "Lies mich", about: "A line above the board."),
  ),
)
#metadata(facts) <layout>

#let layout(job, brand) = for sheet in job.sheets {
  page(background: ground(brand), {
    place(dx: 10mm, dy: 8mm, sheet-heading(job, sheet, display(brand, 20pt, fill: brand.on-accent, game(job).text)))
    place(dx: 10mm, dy: 18mm, display(brand, 14pt, fill: brand.on-accent, job.options.motto))
    place(dx: 8mm, dy: 28mm, board(job, brand, sheet, 122mm, 195mm, least: 10pt, most: 16pt, scale: 0.8))
    place(dx: 10mm, dy: 248mm, sheet-id(job, brand, sheet))
    place(dx: 60mm, dy: 228mm, code(job, brand, job.podcast.link, side: 20mm))
    place(dx: 92mm, dy: 240mm, address(job, brand, job.podcast.link))
  })
}
"""
NAME = "lesezeichen"


@pytest.fixture
def with_layout(project):
    """A project with one file more, and an order for it, which is its only one."""
    for other in (project / "content/orders").glob("*.yaml"):
        other.unlink()  # a check sets them all
    before = files(project)
    (project / f"templates/layouts/{NAME}.typ").write_text(SOURCE, encoding="utf-8")
    path = order(project, [{"layout": NAME, "boards": 3, "copies": 7, "motto": "Lies mal nach"}])
    after = files(project)
    assert set(after) - set(before) == {f"templates/layouts/{NAME}.typ", path.relative_to(project).as_posix()}
    assert all(after[name] == data for name, data in before.items())
    return project


def test_it_is_listed_and_checked(with_layout):
    listed, own, checked = (
        command(with_layout, "list"),
        command(with_layout, "list", "--layout", NAME),
        command(with_layout, "check"),
    )
    assert listed.returncode == own.returncode == checked.returncode == 0, listed.stderr + own.stderr + checked.stderr
    (line,) = [line for line in listed.stdout.splitlines() if line.split()[:1] == [NAME]]
    assert "A long board to lay into a book" in line
    (line,) = [line for line in listed.stdout.splitlines() if line.strip().startswith(f"{NAME}, 3 boards: ")]
    assert "calls" in line
    assert "A line above the board." in own.stdout and "Lesezeichen, 140 × 260 mm" in own.stdout
    count = len(list((with_layout / "templates/layouts").glob("*.typ")))
    assert f"{count} layouts" in checked.stdout


def test_it_is_built_checked_and_told_of(with_layout):
    done = command(with_layout, "build", "--order", "probe")
    assert done.returncode == 0, done.stderr
    folder = with_layout / "build/probe"
    manifest, report = (
        json.loads((folder / name).read_text(encoding="utf-8")) for name in ("manifest.json", "preflight.json")
    )
    products = {product["edition"]: product for product in manifest["products"]}
    product = products["print"]
    assert (product["layout"], product["pages"], product["boards"], product["copies"], product["trim_mm"]) == (
        NAME,
        3,
        3,
        7,
        [140, 260],
    )
    assert (
        f"templates/layouts/{NAME}.typ" in manifest["inputs"]
        and product["file"] in manifest["outputs"]
        and product["odds"]["played"] == 3
    )
    assert report["status"] == "draft" and {finding["code"] for finding in report["findings"]} == {"placeholder"}
    assert set(report["files"]) == {product["file"] for product in products.values()} | {
        "auftrag.pdf",
        "pruefbericht.pdf",
        "spiel/index.html",
        "codes/index.html",
    }
    assert (folder / f"previews/{NAME}-print-1.png").exists()

    found = pages(folder / product["file"])
    for number, page in enumerate(found, 1):
        assert (page.width, page.height) == pytest.approx((140, 260), abs=0.01)
        assert page.find("Lies mal nach").top < 30 and page.find(f"{product['first_sheet'][:4]}000{number}")
        assert len(page.codes()) == 1 and sum(bool(page.all(str(n))) for n in range(1, 26)) >= 12
    ticket = "".join(page.text for page in _whole(folder / "auftrag.pdf"))
    assert all(letters(words) in ticket for words in ("Lesezeichen", "140 × 260 mm", "Ecken runden", "7 × jedes Blatt"))


def _whole(file):
    """A PDF without a TrimBox: its pages are all there is."""
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    try:
        return [type("Whole", (), {"text": letters(page.get_textpage().get_text_bounded())}) for page in document]
    finally:
        document.close()


def test_a_text_that_does_not_fit_it_is_told_with_its_name(with_layout):
    (with_layout / f"templates/layouts/{NAME}.typ").write_text(
        SOURCE.replace("122mm, 195mm", "60mm, 195mm"), encoding="utf-8"
    )
    done = command(with_layout, "build", "--order", "probe", "--edition", "print")
    assert done.returncode == 2 and f"over the board cell of `{NAME}`" in done.stderr


def test_a_code_too_small_for_it_is_told_with_its_file(with_layout):
    (with_layout / f"templates/layouts/{NAME}.typ").write_text(
        SOURCE.replace("side: 20mm", "side: 15mm"), encoding="utf-8"
    )
    done = command(with_layout, "build", "--order", "probe", "--edition", "print")
    assert done.returncode == 2 and done.stderr.startswith(f"templates/layouts/{NAME}.typ:1: a code of 15.0 mm")
