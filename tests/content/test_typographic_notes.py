"""What is in doubt is told, with its place, and stops nothing."""

from tools import DECK, edit

from press.content.content import load_content
from press.content.typographic_notes import typographic_notes
from press.order.check import check
from press.paths import Project


def test_each_doubt_with_its_place(sample):
    edit(sample / DECK, "board: Da könnte.*", "board: 'Ein 24\" Monitor?'")
    edit(sample / DECK, "short: Kurz gesagt die Antwort Nummer 3.", "short: 'Ja--nein, \"gut\".'")
    content = load_content(Project.at(sample), ["probe"])
    notes = list(typographic_notes((content.texts, content.podcast, *content.decks)))
    assert [note.where for note in notes] == [f"{DECK}:11", f"{DECK}:16"]
    assert "`board`" in notes[0].what and "″" in notes[0].fix and "two hyphens" in notes[1].what
    assert content.phrases[2].short == "Ja--nein, „gut“."


def test_check_tells_each_once(sample):
    edit(sample / DECK, "board: Da könnte.*", "board: 'Ein 24\" Monitor?'")
    notes = check(Project.at(sample)).notes
    assert [note.where for note in notes] == [f"{DECK}:11"]
