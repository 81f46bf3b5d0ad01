"""The README: the page for newcomers, short, and what it shows and lists is what there is."""

import re

from markdown_page import Page
from tools import ROOT

from bench.gallery import FOLDER
from press.content.content import load_content
from press.order.plan import make_plan
from press.paths import Project

README = Page("README.md")
MOST_CHARACTERS = 9_000  # a newcomer reads it in five minutes; reference has docs/
MOST_BYTES = 600_000


def test_it_is_short():
    assert len(README.text) <= MOST_CHARACTERS


def test_the_commands_are_those_of_the_machine_that_tests():
    setup, tests = re.findall(r"^```sh\n(python3 .+)\n```$", README.text, re.MULTILINE)
    assert setup.endswith(" -e . && .venv/bin/invoke build") and tests.endswith("-e '.[test]' && .venv/bin/invoke test")
    assert tests in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_every_package_is_in_the_table_of_the_house_and_nothing_else():
    rows = {name.strip("`") for cell, _ in README.table("where", "what it is for") for name in cell.split(", ")}
    packages = {path.parent.name for path in (ROOT / "press").glob("*/__init__.py")}
    modules = {path.name for path in (ROOT / "press").glob("*.py")} - {"__init__.py"}
    beside = {"templates/", "content/", "assets/", "tests/", "bench/"}
    assert rows == packages | modules | beside and len(packages) >= 15
    assert all((ROOT / name).is_dir() for name in beside)


def test_the_table_goes_down_the_stairs():
    """In the order of the layers that import-linter holds; those on one floor in any."""
    stated = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("layers = [")[1].split("]")[0]
    floors = [set(re.findall(r"press\.(\w+)", line)) for line in stated.strip().splitlines()]
    rows = [cell.strip("`").removesuffix(".py") for cell, _ in README.table("where", "what it is for")]
    order = [next(n for n, floor in enumerate(floors) if row in floor) for row in rows if any(row in f for f in floors)]
    assert order == sorted(order) and len(order) >= 15


def test_the_drawing_names_every_stage_by_its_package():
    """Its left columns; what a stage does stands behind two spaces and more."""
    drawing = README.example("", "content/ ").split("\n   └")[1]
    stages = [re.sub(r"[│─┴┤←]", " ", line).strip() for line in drawing.splitlines()[1:]]
    named = [word for stage in stages if stage for word in re.split(r" {2,}", stage)[0].split(" · ")]
    packages = {path.parent.name for path in (ROOT / "press").glob("*/__init__.py")}
    assert named[-1] == "build/<order>/" and set(named[:-1]) <= packages and len(named) >= 7


def test_the_example_of_an_order_holds(project):
    (project / "content/orders/training.yaml").write_text(README.example("yaml", "about: "), encoding="utf-8")
    assert "--order training" in README.text
    assert len(make_plan(Project.at(project), "training").products) == 4


def test_the_example_of_a_phrase_holds(project):
    deck = "name: Probe\ncredit: Zum Testen.\nphrases:\n" + README.example("yaml", "  - id: budget")
    (project / "content/phrases/beispiel.yaml").write_text(deck, encoding="utf-8")
    assert [phrase.id for phrase in load_content(Project.at(project), ["beispiel"]).phrases] == ["budget"]


def test_the_number_of_layouts_is_told():
    assert "the fifteen layouts" in README.text and len(list((ROOT / "templates/layouts").glob("*.typ"))) == 15


def test_pictures_are_there_and_small():
    shown = [path for words, path in README.pictures() if len(words) > 40]
    assert [path.rsplit("/", 1)[0] for path in shown] == [FOLDER] * 2
    assert sum(path.stat().st_size for path in (ROOT / FOLDER).iterdir()) < MOST_BYTES
