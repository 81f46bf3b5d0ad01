"""An order proposed for what it is for, so that it fits the decks; and written only if the build takes it."""

from pathlib import Path

import pytest
from command import command
from tools import attempt, edit, write_deck

from press.layouts.layout_loading import load_layouts
from press.new_content.new_order import order_id_for, start_order
from press.new_content.order_proposal import BOARDS, HANDOUTS, POSTERS, ROUND, board_for
from press.new_content.order_questions import OrderAnswers, gather_order
from press.paths import Project
from press.typst_engine.templates import read_templates

BOARDS_OF_20 = [f"Das ist der Spruch Nummer {n}." for n in range(1, 21)]


@pytest.fixture
def project(sample: Path) -> Project:
    return Project.at(sample)


def answers(*purposes: str, **others) -> OrderAnswers:
    said = {"people": 30, "printer": "both", "decks": ("probe",), "brand": "kleinstadtniveau", "link": "podcast"}
    return OrderAnswers(purposes, **said | others)


def items(project: Project, *purposes: str, **others) -> list[tuple[str, str, int]]:
    """Product, edition and how many boards or copies."""
    made = start_order(project, "neu", answers(*purposes, **others))
    return [(p.item.product, p.edition, p.boards or p.item.copies) for p in made.plan.products]


@pytest.mark.parametrize(
    "phrases, grid",
    [(8, None), (9, "3x3"), (19, "3x3"), (20, "4x4"), (29, "4x4"), (30, "5x5")],
)
def test_the_grid_leaves_phrases_to_spare(project, phrases: int, grid: str | None):
    layouts = load_layouts(read_templates(project), list(BOARDS))
    assert board_for(phrases, layouts) == (f"bingo-{grid}" if grid else None)


def test_a_round_has_a_sheet_for_everybody_and_a_list_for_whoever_calls(project):
    write_deck(project.root, BOARDS_OF_20)
    assert items(project, ROUND, printer="shop") == [("bingo-4x4", "print", 30), ("ansagerliste", "office", 1)]


def test_who_prints_decides_the_editions(project):
    assert {edition for _, edition, _ in items(project, POSTERS, printer="office")} == {"office"}
    project.order("neu").unlink()
    assert {edition for _, edition, _ in items(project, POSTERS)} == {"print", "office"}


def test_handouts_are_for_phrases_with_answers(project):
    assert [name for name, edition, _ in items(project, HANDOUTS) if edition == "print"] == [
        "argumente",
        "spickzettel",
        "faltblatt",
        "karten",
    ]


def test_without_answers_they_are_comments_or_refused(project):
    project.deck("kahl").write_text(
        "name: Kahl\ncredit: Zum Testen.\nphrases:\n"
        + "".join(f"  - {{id: p{n}, board: Spruch {n}.}}\n" for n in range(9)),
        encoding="utf-8",
    )
    made = start_order(project, "neu", answers(ROUND, HANDOUTS, decks=("kahl",)))
    assert {p.item.layout for p in made.plan.products} == {"bingo-3x3", "ansagerliste"}
    assert "# - layout: argumente" in made.file.read_text(encoding="utf-8")
    _, (problem,) = attempt(start_order, project, "neuer", answers(HANDOUTS, decks=("kahl",)))
    assert problem.where == "--for" and not project.order("neuer").exists()


def test_too_few_phrases_are_told_and_nothing_is_written(project):
    write_deck(project.root, BOARDS_OF_20[:8])
    _, (problem,) = attempt(start_order, project, "neu", answers(ROUND))
    assert (problem.where, problem.what) == ("--decks", "8 phrases are too few for a bingo sheet")
    assert project.orders() == ["standard"]


def test_an_order_the_build_would_refuse_is_not_left_behind(project):
    edit(project.podcast, r"(?s)newsletter:.*brief\n", "")
    _, (problem,) = attempt(start_order, project, "neu", answers(ROUND, link="newsletter"))
    assert "there is no newsletter" in problem.what and project.orders() == ["standard"]


def test_whoever_leads_codes_elsewhere_says_nothing_of_the_podcast(project):
    made = start_order(project, "neu", answers(ROUND, link="https://www.seedorf.de/bingo"))
    assert made.plan.content.podcast is None
    assert {product.target.link for product in made.plan.products} == {"https://www.seedorf.de/bingo"}


def test_questions_have_defaults_and_are_asked_again(project, capsys):
    given = iter(["rund", "round, posters", "", "niemand", "shop", "", "", "www.x.de", "website"])
    found = gather_order(project, "neu", {}, lambda question: next(given))
    assert found == OrderAnswers((ROUND, POSTERS), 24, "shop", ("probe",), "kleinstadtniveau", "website")
    assert capsys.readouterr().out.count("none of them") == 2


def test_wrong_options_are_all_told(project):
    options = {
        "purposes": "tanz",
        "people": "0",
        "printer": "kopierer",
        "decks": "x",
        "brand": "x",
        "link": "http://x.de",
    }
    _, problems = attempt(gather_order, project, "neu", options, None)
    assert [problem.where for problem in problems] == ["--for", "--people", "--printer", "--decks", "--brand", "--link"]


@pytest.mark.parametrize(
    "name, said", [("standard", "is an order `standard` already"), ("--decks", "is no name"), ("?", "is no")]
)
def test_names_that_are_none_or_taken(project, name: str, said: str):
    _, (problem,) = attempt(order_id_for, project, name)
    assert problem.where == "NAME" and said in problem.what


def test_the_command_says_what_comes_next(project):
    done = command(project.root, "new", "order", "Betriebsfest", "--people", "12", "--printer", "shop")
    assert done.returncode == 0, done.stderr
    assert "`invoke build --order betriebsfest`" in done.stdout and "12 boards" in done.stdout
