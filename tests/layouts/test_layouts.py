"""Layouts: one file each, found by itself; whatever is wrong in one is told with its file."""

import re
from pathlib import Path

import pytest
from catalogue.setting import finished
from command import command
from finished_pdf import codes, letters, pages, sizes
from tools import ROOT, edit, plan, write_deck, write_item

from press.errors import PressError
from press.layouts.layout_loading import load_layouts
from press.order.verify_sheet import verify
from press.paths import Project
from press.typst_engine.templates import read_templates

NAMES = Project.at(ROOT).layout_names()
LAYOUT = "templates/layouts/bingo-3x3.typ"
LINKS = ("", "/brief", "/1", "/2")


def drop(root: Path, name: str, find: str = "", put: str = "") -> Path:
    """A copy of the bingo sheet under another name, changed in one place."""
    file = root / f"templates/layouts/{name}.typ"
    file.write_text((root / LAYOUT).read_text(encoding="utf-8"), encoding="utf-8")
    if find:
        edit(file, find, put)
    return file


def refused(root: Path, name: str) -> str:
    with pytest.raises(PressError) as error:
        load_layouts(read_templates(Project.at(root)), [name])
    assert error.value.exit_code == 2
    return str(error.value)


def test_the_layouts_are_found():
    assert {"bingo-3x3", "argumente"} <= set(NAMES)


@pytest.mark.long
@pytest.mark.parametrize(
    "name",
    # Of the others the catalogue has size, codes and pages, and Typst's warnings end its build as well.
    [name if name.startswith("bingo") else pytest.param(name, marks=pytest.mark.thorough) for name in NAMES],
)
def test_every_layout_can_be_set(sample, name: str):
    """Without a warning (one is an error), in its own size; each sheet shows its ID, its board and a code."""
    layout = load_layouts(read_templates(Project.at(sample)), [name])[name]
    cells = len(layout.grid().slots) if layout.grid() else 0
    texts = [f"Satz Nummer {n}." for n in range(1, max(12, cells) + 1)]
    write_deck(sample, texts, episode="folge-1")
    write_item(sample, name, boards=2 * layout.up if cells else None)
    planned = plan(sample)
    (made,) = planned.products
    file = finished(planned, made)
    texts_of_pages, codes_of_pages = pages(file), codes(file, least=2 * layout.up if cells else 0)
    assert len(texts_of_pages) >= (2 if cells else 1) and set(sizes(file)) == {layout.trim}
    assert {link for page in codes_of_pages for link in page} <= {f"https://probefunk.example{path}" for path in LINKS}
    if cells:
        for sheet, page in zip(made.span, (texts_of_pages[0], texts_of_pages[-1]), strict=True):
            board = verify(Project.at(sample), sheet).board
            assert letters(sheet) in page and all(letters(texts[cell]) in page for cell in board if cell is not None)


def test_a_new_layout_is_one_new_file(sample):
    drop(sample, "tischkarte", 'about: "One board.*"', 'about: "For the table"')
    edit(sample / "templates/layouts/tischkarte.typ", r"trim: \(210, 297\)", "trim: (216, 303)")
    write_item(sample, "tischkarte", boards=3)
    listed, built = command(sample, "list"), command(sample, "build", "--edition", "print")
    assert "For the table" in next(line for line in listed.stdout.splitlines() if line.split()[:1] == ["tischkarte"])
    assert built.returncode == 0, built.stderr
    file = sample / "build/standard--print/print/tischkarte.pdf"
    assert len(pages(file)) == 3 and set(sizes(file)) == {(216, 303)}


@pytest.mark.parametrize(
    "find, put, told",
    [
        (r"trim: \(210, 297\)", 'trim: "A4"', "trim"),
        (r"trim: \(210, 297\)", "trim: (210, 297, 3)", "trim"),
        (r"trim: \(210, 297\)", "trim: (0, 297)", "trim"),
        ("sides: 1", "sides: 3", "sides"),
        ("  sides: 1,\n", "", "sides"),
        ("rows: 3", "rows: 2", "rows"),
        ("rows: 3", "rows: 3.5", "rows"),
        ('title: "[^"]*"', 'title: ""', "title"),
        ("sides: 1", "sides: 1, colour: true", "colour"),
        ("sides: 1", 'sides: 1, name: "other"', "name"),
        (r"trim: \(210, 297\)", "trim: (0.1, 297)", "trim"),
        (r"trim: \(210, 297\)", "trim: (19.9, 297)", "trim"),
        (r"trim: \(210, 297\)", "trim: (210, 1200.1)", "trim"),
        (r"trim: \(210, 297\)", "trim: (float.inf, 297)", "trim"),
        ('title: "[^"]*"', 'title: "x" * 200000', "title"),
    ],
)
def test_nonsense_facts(sample, find: str, put: str, told: str):
    drop(sample, "unsinn", find, put)
    message = refused(sample, "unsinn")
    assert message.startswith("templates/layouts/unsinn.typ:1: ") and told in message


@pytest.mark.parametrize("facts", ["5", "5.5", "(1, 2)", "()", "none", '"x"', "true", "() => 1", "[x]"])
def test_facts_that_are_no_facts(sample, facts: str):
    drop(sample, "unsinn", "#metadata.*", f"#metadata({facts}) <layout>")
    message = refused(sample, "unsinn")
    assert message.startswith("templates/layouts/unsinn.typ:1: facts: ") and "title" in message


@pytest.mark.parametrize("trim", ["(20, 1200)", "(20, 20)"])
def test_the_smallest_and_the_largest_page(sample, trim: str):
    drop(sample, "rand", r"trim: \(210, 297\)", f"trim: {trim}")
    layout = load_layouts(read_templates(Project.at(sample)), ["rand"])["rand"]
    assert layout.trim[0] == 20


@pytest.mark.parametrize(
    "find, put, place",
    [
        ("#metadata.*", "", ""),
        ("#metadata.*", "#metadata(facts) <layout>\n#metadata(facts) <layout>", ""),
        ("sides: 1,", "sides: 1;;", ":\\d+"),
        ("#metadata", '#import "../lib/nowhere.typ": x\n#metadata', ""),
        ("sides: 1", "sides: seiten", ":\\d+"),
        ("#metadata", "#panic(1)\n#metadata", ":\\d+"),
    ],
    ids=["none", "two", "syntax", "import", "name", "panic"],
)
def test_a_layout_that_cannot_be_read(sample, monkeypatch, find: str, put: str, place: str):
    monkeypatch.chdir(sample)
    drop(sample, "kaputt", find, put)
    assert re.match(rf"templates/layouts/kaputt\.typ{place}", refused(sample, "kaputt"))


def test_a_broken_layout_is_found_by_the_check_though_nobody_orders_it(sample):
    drop(sample, "kaputt", "sides: 1", "sides: 3")
    done = command(sample, "check")
    assert done.returncode == 2 and "templates/layouts/kaputt.typ:1: " in done.stderr and "Traceback" not in done.stderr


def test_several_layouts_with_nonsense_are_told_at_once(sample):
    drop(sample, "a", "sides: 1", "sides: 3")
    drop(sample, "b", r"trim: \(210, 297\)", "trim: 1")
    with pytest.raises(PressError) as error:
        load_layouts(read_templates(Project.at(sample)), ["a", "argumente", "b"])
    assert {problem.where for problem in error.value.problems} == {f"templates/layouts/{name}.typ:1" for name in "ab"}


def test_a_layout_without_facts_is_named_among_others(sample):
    drop(sample, "leer", "#metadata.*", "")
    with pytest.raises(PressError) as error:
        load_layouts(templates := read_templates(Project.at(sample)), templates.layouts)
    (problem,) = error.value.problems
    assert "templates/layouts/leer.typ" in problem.where and "argumente" not in problem.where
