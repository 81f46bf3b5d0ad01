"""Fitting: every text of both decks has room in every layout; one without is told with its place and its excess."""

import re

import pytest
import yaml
from command import command
from tools import ROOT, edit

from catalogue.conftest import USUAL
from catalogue.setting import all_facts, order, planned
from press.errors import PressError
from press.layouts.layout_loading import load_layouts
from press.paths import Project
from press.typst_engine.templates import read_templates

PROJECT = Project.at(ROOT)
TEMPLATES = read_templates(PROJECT)
LAYOUTS = load_layouts(TEMPLATES, TEMPLATES.layouts)
BOARDS = {name: len(layout.grid().slots) for name, layout in LAYOUTS.items() if layout.board}
DECKS = {deck: yaml.safe_load(PROJECT.deck(deck).read_text(encoding="utf-8"))["phrases"] for deck in PROJECT.decks()}
WORD = "Verwaltungsverfahrensbeschleunigungsgesetz"
LONG = f"Das {WORD} sagt, dass das bei uns leider nicht geht."


def items(phrases: int) -> list[dict]:
    """Every layout that so many phrases are enough for."""
    return [
        {"layout": name} | ({"boards": LAYOUTS[name].up} if name in BOARDS else {})
        for name in LAYOUTS
        if BOARDS.get(name, 0) <= phrases
    ]


# In a usual run each deck in one brand, and each brand with one deck.
ACROSS = {("kleinstadtniveau", "kleinstadtniveau"), ("zugabe", "musterstadt")}


@pytest.mark.parametrize(
    "deck, brand",
    [
        pytest.param(deck, brand, marks=[] if (deck, brand) in ACROSS else [pytest.mark.thorough])
        for deck in DECKS
        for brand in PROJECT.brands()
    ],
)
def test_every_text_of_a_deck_alone_fits(project, often, deck: str, brand: str):
    """In every layout it has enough phrases for; with both decks the catalogue is built.

    In the brand that the catalogue is usually built in, its boards have had each of these texts in their cells.
    """
    every = items(len(DECKS[deck]))
    chosen = [one for one in every if "boards" not in one] if brand == often(USUAL, None) else every
    order(project, chosen, decks=[deck], brand=brand)
    plan = planned(project)
    assert [product.layout.name for product in plan.products] == [one["layout"] for one in chosen]
    assert {one["layout"] for one in every} == {n for n in LAYOUTS if BOARDS.get(n, 0) <= len(DECKS[deck])}
    for product, facts in zip(plan.products, all_facts(plan, plan.products), strict=True):
        assert [fact for fact in facts.fits if fact.over > 0] == [], product.id
        if product.id == "spickzettel" and len(DECKS[deck]) <= 12:
            assert facts.pages == 1, "all twelve on one page"


def test_all_cells_of_a_board_share_one_size_or_a_step_less(project):
    order(
        project, [item for item in items(25) if item["layout"] in BOARDS], brand="musterstadt"
    )  # whose face is the wider one
    plan = planned(project)
    for product, facts in zip(plan.products, all_facts(plan, plan.products), strict=True):
        sizes = [fact.size for fact in facts.fits if fact.text == "board"]
        assert len(sizes) == 25 and len(set(sizes)) <= 2 and sizes.count(max(sizes)) >= 22, product.id


def test_both_decks_are_enough_for_every_layout():
    assert len(DECKS) == 2 and sum(map(len, DECKS.values())) >= max(BOARDS.values())
    assert [name for name, cells in BOARDS.items() if cells > 13] == ["bingo-4x4", "bingo-5x5"]


@pytest.mark.parametrize("layout, needed", [("bingo-4x4", 16), ("bingo-5x5", 24)])
@pytest.mark.parametrize("deck, there", [("kleinstadtniveau", 12), ("zugabe", 13)])
def test_too_few_phrases_are_refused_with_the_numbers(project, layout: str, needed: int, deck: str, there: int):
    order(project, [{"layout": "argumente"}, {"layout": layout, "boards": 4}], decks=[deck])
    with pytest.raises(PressError) as error:
        planned(project)
    (problem,) = error.value.problems
    assert f"`{layout}` needs {needed} phrases, the decks have {there}" in problem.what and error.value.exit_code == 2
    assert re.fullmatch(r"content/orders/probe\.yaml:\d+", problem.where)


def test_without_its_free_cell_the_classic_needs_one_more(project):
    order(project, [{"layout": "bingo-5x5", "boards": 1, "free": False}])
    planned(project)
    edit(project / "content/phrases/zugabe.yaml", r"(?s)  - id: datenschutz.*?(?=  - id: )", "")
    with pytest.raises(PressError, match="needs 25 phrases, the decks have 24"):
        planned(project)
    order(project, [{"layout": "bingo-5x5", "boards": 1}])
    planned(project)


def test_too_few_phrases_at_the_command_line(project):
    order(
        project,
        [{"layout": "bingo-4x4", "boards": 4}, {"layout": "bingo-5x5", "boards": 4}],
        decks=["kleinstadtniveau"],
    )
    done = command(project, "build", "--order", "probe")
    assert (
        done.returncode == 2
        and "needs 16 phrases, the decks have 12" in done.stderr
        and "needs 24 phrases, the decks have 12" in done.stderr
    )
    assert not (project / "build/probe").exists()


def test_a_long_phrase_with_a_long_word_is_refused_with_layout_and_cell(project, often):
    """Ninety characters at most, so the file is right; the cells are too narrow for one of its words."""
    assert 80 < len(LONG) <= 90
    edit(project / "content/phrases/kleinstadtniveau.yaml", "board: Dafür haben wir kein Budget.", f"board: {LONG}")
    line = next(
        n
        for n, text in enumerate(
            (project / "content/phrases/kleinstadtniveau.yaml").read_text(encoding="utf-8").splitlines(), 1
        )
        if LONG in text
    )
    names = often({"bingo-3x3", "bingo-5x5", "bingo-a6"}, set(BOARDS))
    order(project, [{"layout": name, "boards": LAYOUTS[name].up} for name in sorted(names)])
    done = command(project, "build", "--order", "probe", "--edition", "print")
    assert done.returncode == 2 and "Traceback" not in done.stderr and not (project / "build/probe").exists()
    told = re.findall(
        r"phrase `budget` runs ([\d.]+) pt over the board cell of `([\w-]+)`, set in [\d.]+ pt", done.stderr
    )
    assert {layout for _, layout in told} == names and all(float(over) > 0 for over, _ in told)
    assert all(
        text.startswith(f"content/phrases/kleinstadtniveau.yaml:{line}: ") for text in done.stderr.splitlines()[:-1]
    )


def test_a_place_to_break_makes_it_fit(project):
    """The same word, with soft hyphens, in a shorter sentence."""
    broken = (
        WORD.replace("verfahrens", "\\u00adver\\u00adfah\\u00adrens\\u00ad")
        .replace("igungs", "i\\u00adgungs\\u00ad")
        .replace("schleun", "\\u00adschleu\\u00adn")
    )
    broken = broken.replace("Verwaltungs", "Ver\\u00adwal\\u00adtungs").replace("gesetz", "ge\\u00adsetz")
    edit(project / "content/phrases/kleinstadtniveau.yaml", "board: Dafür haben wir kein Budget.", f'board: "{broken}"')
    order(project, [{"layout": name, "boards": LAYOUTS[name].up} for name in BOARDS])
    plan = planned(project)
    for product, facts in zip(plan.products, all_facts(plan, plan.products), strict=True):
        assert facts.fits and [fact for fact in facts.fits if fact.over > 0] == [], product.id


@pytest.mark.parametrize(
    "layout", [name for name, layout in LAYOUTS.items() if "title" in layout.options and not layout.board]
)
def test_a_title_that_runs_over_is_told_at_the_order(project, layout: str):
    path = order(
        project, [{"layout": "karten"}, {"layout": layout, "title": f"{WORD} " * 9}], decks=["kleinstadtniveau"]
    )
    line = next(n for n, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "title:" in text)
    done = command(project, "build", "--order", "probe", "--edition", "print", "--only", layout)
    assert done.returncode == 2, done.stdout
    assert re.search(
        rf"^content/orders/probe\.yaml:{line}: `option title` runs [\d.]+ pt over the title of `{layout}`",
        done.stderr,
        re.M,
    ), done.stderr


def test_a_brand_too_long_for_a_head_is_told_at_the_brand(project):
    edit(project / "assets/brands/kleinstadtniveau/brand.yaml", "^name: .*", f"name: {'W' * 110}")
    order(project, [{"layout": "spickzettel"}])
    done = command(project, "build", "--order", "probe", "--edition", "print")
    assert done.returncode == 2 and re.search(
        r"^assets/brands/kleinstadtniveau/brand\.yaml:\d+: `name` runs", done.stderr, re.M
    ), done.stderr
