"""Help and questions: read before a command runs, and asked while it does."""

import builtins

import pytest
from tools import ROOT, press

from press.language import choice
from press.language.choice import speak
from press.new_brand import prompts
from press.new_brand.answers import read_line

ON_GERMAN = {"PRESS_LANGUAGE": "", "LC_ALL": "de_DE.UTF-8"}


def test_help_is_german_on_a_german_system():
    done = press(ROOT, "--help", "build", **ON_GERMAN)
    assert done.returncode == 0
    assert "Einen Auftrag bauen: alles darin, druckfertig." in done.stdout
    assert "de oder en, wenn nicht die Sprache des Systems" in done.stdout


def test_a_language_that_is_not_there_ends_a_command():
    done = press(ROOT, "list", "--language", "fr", **ON_GERMAN)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "--language: es gibt keine Sprache `fr`; zur Wahl stehen: en, de",
    )


@pytest.mark.parametrize("language, asked", [("de", "Website [nichts]: "), ("en", "Website [none]: ")])
def test_a_question_is_asked_in_the_language(language: str, asked: str, monkeypatch):
    questions: list[str] = []
    monkeypatch.setattr(choice, "_spoken", None)
    monkeypatch.setattr(builtins, "input", lambda question: questions.append(question) or "x")
    speak(language)
    assert prompts.asked(prompts._("Website"), "", read_line, prompts._input) == "x"
    assert questions == [asked]
