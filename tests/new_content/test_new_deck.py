"""From a list to a deck that the build takes, or to nothing at all."""

from pathlib import Path

import pytest
from command import command
from new_content.workbooks import xlsx
from tools import attempt

from press.content.content import load_content
from press.new_content.deck_questions import sentences
from press.new_content.new_deck import Wanted, deck_from_list, deck_from_sentences
from press.paths import Project

BOARDS = [f"Das ist der Spruch Nummer {n}." for n in range(1, 21)]


@pytest.fixture
def project(sample: Path) -> Project:
    return Project.at(sample)


def listed(project: Project, rows: list[list[str]], name: str = "Rathaus", **wanted):
    path = xlsx(project.root / "liste.xlsx", {"Tabelle1": rows})
    return deck_from_list(project, path, None, Wanted(name, **wanted))


def test_a_list_of_sentences_is_a_deck(project):
    made = listed(project, [["Spruch"], *([board] for board in BOARDS)])
    assert (made.deck_id, made.again) == ("rathaus", False)
    content = load_content(project, ["rathaus"])
    assert [phrase.board for phrase in content.phrases] == BOARDS
    assert content.phrases[0].short is None and content.decks[0].value.name == "Rathaus"


def test_every_text_comes_through_as_it_is_written(project):
    board, short = 'Das „geht" nicht: # nie \\ & so! ', "– Doch: „klar“, 100 %"
    made = listed(project, [["Spruch", "kurz"], [board, short]])
    (phrase,) = made.deck.value.phrases
    assert (phrase.board, phrase.short) == ("Das „geht“ nicht: # nie \\ & so!", "– Doch: „klar“, 100 %")


@pytest.mark.parametrize("written", ["folge-1", "1", "Folge 1", "Alles auf Anfang"])
def test_an_episode_is_known_by_id_number_or_title(project, written: str):
    made = listed(project, [["Spruch", "Folge"], [BOARDS[0], written], [BOARDS[1], ""]])
    assert [phrase.episode for phrase in made.deck.value.phrases] == ["folge-1", None]


def test_every_problem_is_told_with_sheet_row_and_column_and_nothing_is_written(project):
    rows = [
        ["Spruch", "kurz", "id", "Folge"],
        ["x" * 91, "", "", ""],
        [BOARDS[0], "wort " * 61, "", ""],
        [BOARDS[1], "", "Groß", ""],
        [BOARDS[2], "", "eins", ""],
        [BOARDS[3], "", "eins", ""],
        [BOARDS[4], "", "", ""],
        [BOARDS[4].upper(), "", "", ""],
    ]
    _, problems = attempt(listed, project, rows)
    told = {problem.where.removeprefix("liste.xlsx, sheet „Tabelle1“, "): problem.what for problem in problems}
    assert set(told) == {"row 2, column A", "row 3, column B", "row 4, column C", "row 6, column C"}
    assert "91 characters, 1 too many" in told["row 2, column A"] and "61 words" in told["row 3, column B"]
    _, (problem,) = attempt(listed, project, [rows[0], *rows[6:]])
    assert problem.where.endswith("row 3, column A") and "says the same as" in problem.what
    _, (problem,) = attempt(listed, project, [rows[0], [BOARDS[0], "", "", "Folge 99"]])
    assert problem.where.endswith("row 2, column D") and "folge-1, folge-2" in problem.fix
    assert project.decks() == ["probe"]


@pytest.mark.parametrize("count, refused", [(99, False), (100, True)])
def test_a_deck_has_an_end(project, count: int, refused: bool):
    rows = [["Spruch"], *([f"Spruch {n}"] for n in range(count))]
    assert bool(attempt(listed, project, rows)[1]) == refused


def test_again_it_keeps_what_is_known_and_a_deck_written_by_hand_is_not_touched(project):
    listed(project, [["Spruch"], *([board] for board in BOARDS[:3])], credit="Aus dem Archiv.")
    made = listed(project, [["Spruch"], [BOARDS[1]], ["Montags nie."], [BOARDS[2]], [BOARDS[0]]])
    assert made.again and made.deck.value.credit == "Aus dem Archiv."
    assert [phrase.board for phrase in made.deck.value.phrases] == [*BOARDS[:3], "Montags nie."]
    before = project.deck("probe").read_bytes()
    _, (problem,) = attempt(listed, project, [["Spruch"], [BOARDS[0]]], "probe")
    assert "written by hand" in problem.what and project.deck("probe").read_bytes() == before
    assert listed(project, [["Spruch"], [BOARDS[0]]], "probe", update=True).again


def test_sentences_are_asked_for_until_an_empty_line(project):
    answers = iter([BOARDS[0], f" {BOARDS[1]} ", ""])
    assert sentences(None, lambda question: next(answers)) == [BOARDS[0], BOARDS[1]]
    assert sentences(f"{BOARDS[0]}; {BOARDS[1]};", None) == BOARDS[:2]
    made = deck_from_sentences(project, BOARDS[:2], Wanted("Getippt"))
    assert [phrase.board for phrase in made.deck.value.phrases] == BOARDS[:2]
    assert attempt(sentences, None, None)[1] and attempt(deck_from_sentences, project, [], Wanted("Leer"))[1]


@pytest.mark.parametrize("name", ["...", "--from", "???"])
def test_names_that_are_none(project, name: str):
    _, (problem,) = attempt(deck_from_sentences, project, BOARDS[:1], Wanted(name))
    assert problem.where == "NAME"


def test_the_command_says_what_comes_next(project):
    path = xlsx(project.root / "Rathaus.xlsx", {"Tabelle1": [["Spruch"], *([board] for board in BOARDS)]})
    done = command(project.root, "new", "deck", "--from", str(path))
    assert done.returncode == 0, done.stderr
    assert "Made the deck rathaus in content/phrases/rathaus.yaml: 20 phrases from Rathaus.xlsx" in done.stdout
    assert "`invoke new order NAME --decks rathaus`" in done.stdout
