"""Editing with the watch running: what is timed is what somebody sees."""

from pathlib import Path

import pytest
from tools import ROOT

from bench import editing
from bench.editing import Save, edit_session
from press.paths import Project
from press.system.progress import Progress

DECK = "phrases:\n  - id: eins\n    board: Ein Satz\n  - id: zwei\n    board: Noch einer\n"


class Page:
    """What the served page would be told, one answer after the other, and what the deck said at that time."""

    def __init__(self, deck: Path, *answers: dict):
        self.deck, self.answers, self.read = deck, list(answers), []

    def __call__(self) -> dict:
        self.read.append(self.deck.read_text(encoding="utf-8"))
        return {"build": "1", "notice": None, "looks": []} | self.answers.pop(0)


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(editing, "POLL_S", 0)
    (file := tmp_path / "deck.yaml").write_text(DECK, encoding="utf-8")
    return file


def test_a_picture_is_seen_before_the_order_is_complete(deck: Path):
    building, looked = {"notice": {"failed": False}}, {"notice": {"failed": False}, "looks": [1]}
    page = Page(deck, {}, building, looked, looked, {"build": "2", "notice": {"failed": False}}, {"build": "2"})
    save, build = editing._edited(deck, DECK, page, "1")
    assert page.answers == [] and build == "2" and page.read == [DECK.replace("Ein Satz", "Ein Satz!")] * 6
    assert save.about == "a phrase" and save.complete is not None and 0 <= save.seen <= save.complete


def test_a_file_that_is_broken_is_put_back(deck: Path):
    page = Page(deck, {"notice": {"failed": False}}, {"notice": {"failed": True}})
    save = editing._broken(deck, DECK, page)
    assert page.answers == [] and page.read == [DECK.replace("board: Ein", 'board: "Ein')] * 2
    assert save.complete is None and deck.read_text(encoding="utf-8") == DECK


def test_a_deck_without_phrases_is_not_timed(deck: Path):
    with pytest.raises(RuntimeError, match="no phrase"):
        editing._edited(deck, "phrases: []\n", Page(deck), "1")


@pytest.mark.thorough
def test_the_watch_is_timed(tmp_path: Path):
    saves = edit_session(Project.at(ROOT), tmp_path / "copy", Progress(), 2)
    assert [save.about for save in saves] == ["a phrase", "a quote left open"]
    assert all(save.seen > 0 for save in saves) and isinstance(saves[0], Save) and saves[0].complete > saves[0].seen
