"""The README: what it shows and lists is what there is."""

import re

import yaml
from tools import ROOT, press

from bench.gallery import FOLDER
from press.bingo.deal import Deal
from press.bingo.grid import Grid
from press.bingo.odds import odds
from press.order.layouts import load_layouts
from press.order.options import declared
from press.order.order import Item, Order
from press.order.plan import make_plan
from press.paths import Project
from press.preflight.runner import load_checks

README = (ROOT / "README.md").read_text(encoding="utf-8")
LAYOUTS = load_layouts(Project.at(ROOT), Project.at(ROOT).layout_names())
MOST_BYTES = 600_000


def table(heading: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    part = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("| ")
    ][2:]


def block(language: str, start: str) -> str:
    (found,) = [text for text in re.findall(rf"```{language}\n(.+?)```", README, re.DOTALL) if text.startswith(start)]
    return found


def size(width: float, height: float) -> str:
    return f"{width:g} × {height:g}"


def test_every_layout_is_listed_with_what_it_says_of_itself():
    rows = {name: rest for name, *rest in table("Layouts")}
    assert set(rows) == set(LAYOUTS)
    for name, (about, sizes, options) in rows.items():
        layout = LAYOUTS[name]
        assert about == layout.about and options == (", ".join(declared(layout)) or "–")
        assert sizes == ", ".join(size(*one) for one in (layout.trim, layout.final) if one)


def test_every_check_is_listed_with_its_edition():
    rows = {code: edition for code, _, edition in table("Preflight")}
    editions = {check.CODE: check.EDITIONS for edition in ("print", "office") for check in load_checks(edition)}
    assert rows == {code: "both" if len(one) == 2 else one[0] for code, one in editions.items()} | {"placeholder": "–"}


def test_the_figures_of_small_pools():
    grids = {"3 × 3": Grid(3, 3), "3 × 4": Grid(4, 3), "4 × 4": Grid(4, 4), "5 × 5, free cell": Grid(5, 5, True)}
    rows = table("Dealing, and small pools")
    assert len(rows) == 5
    for phrases, layout, sets, first, shared in rows:
        told = odds(Deal(tuple(f"p{n}" for n in range(int(phrases))), grids[layout], 2026), 24)
        assert (sets, first, shared) == (
            f"{told.sets:,}",
            f"{told.calls} calls ({told.calls_low} to {told.calls_high})",
            f"{told.shared:.0%}".replace("%", " %"),
        )


def test_the_example_of_an_order_holds_and_shows_every_key(project):
    text = block("yaml", "about: ")
    (project / "content/orders/beispiel.yaml").write_text(text, encoding="utf-8")
    plan = make_plan(Project.at(project), "beispiel")
    assert len(plan.products) == 8
    order = yaml.safe_load(text)
    assert set(order) == set(Order.model_fields) - {"colours"} and "`colours` may stand for the whole order" in README
    assert {key for item in order["items"] for key in item} >= set(Item.model_fields)


def test_the_example_of_a_phrase_holds(project):
    deck = "name: Probe\ncredit: Zum Testen.\nphrases:\n" + block("yaml", "  - id: budget")
    (project / "content/phrases/beispiel.yaml").write_text(deck, encoding="utf-8")
    assert press(project, "check").returncode == 0


def test_the_example_of_a_layout_holds(project):
    (project / "templates/layouts/bingo-3x5.typ").write_text(block("typst", "#import"), encoding="utf-8")
    (project / "content/orders/beispiel.yaml").write_text(
        "about: x\nbrand: kleinstadtniveau\ndecks: [kleinstadtniveau, zugabe]\n"
        "items:\n  - {layout: bingo-3x5, boards: 2}\n",
        encoding="utf-8",
    )
    done = press(project, "build", "--order", "beispiel")
    assert done.returncode == 0, done.stderr


def test_every_task_and_file_that_is_named_is_there():
    tasks = set(re.findall(r"^  (\w+)  ", press(ROOT, "--list").stdout, re.MULTILINE))
    named = set(re.findall(r"`?invoke (\w+)", README))
    assert named <= tasks and {"build", "check", "list", "verify", "proof", "brand", "gallery"} <= named
    paths = re.findall(r"`((?:press|templates|content|assets|tests)/[\w./-]*[\w/])`", README)
    made = ("assets/brands/gemeinde-seedorf", "content/brands/gemeinde-seedorf")
    assert (
        len(paths) > 12 and [path for path in paths if not (ROOT / path).exists() and not path.startswith(made)] == []
    )


def test_pictures_are_there_and_small():
    shown = re.findall(r"!\[[^\]]{40,}\]\(([^)]+)\)", README)
    assert [path.rsplit("/", 1)[0] for path in shown] == [FOLDER] * 3
    assert {ROOT / path for path in shown} == set((ROOT / FOLDER).iterdir())
    assert sum((ROOT / path).stat().st_size for path in shown) < MOST_BYTES


def test_ratios_are_those_of_the_picture():
    told = set(re.findall(r"([\d.]+) ×", README.split("\n## Speed\n")[1].split("\n## ")[0]))
    drawn = set(
        re.findall(
            r">([\d.]+) ×(?: at [\d,]+ boards)?</text>", (ROOT / FOLDER / "speed.svg").read_text(encoding="utf-8")
        )
    )
    assert len(told) >= 5 and told - drawn == {"0.22"}  # at 100 boards, which the picture does not show
