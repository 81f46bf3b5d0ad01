"""Content: the real one is sound, numbers and places are right, decks work together."""

import pytest
from tools import DECK, PODCAST, ROOT, attempt, edit

from press.content.content import load_content
from press.paths import Project


def load(root, *decks: str):
    return attempt(load_content, Project.at(root), decks)


def test_the_real_content_is_sound():
    project = Project.at(ROOT)
    assert "kleinstadtniveau" in project.decks()
    for deck in project.decks():
        content, problems = load(ROOT, deck)
        assert problems == [] and content.phrases
    content, _ = load(ROOT, "kleinstadtniveau")
    assert len(content.phrases) == 12 and any(map(content.episode, content.phrases))


def test_phrases_are_numbered_through_all_decks(sample):
    other = sample / "content/phrases/other.yaml"
    other.write_text(
        "name: B\ncredit: B\nphrases:\n  - {id: elf, board: Elf., short: Kurz., long: Lang.}\n", encoding="utf-8"
    )
    content, problems = load(sample, "probe", "other")
    assert problems == [] and len(content.phrases) == 11 and content.phrases[10].id == "elf"
    assert (
        content.where("elf", "short") == "content/phrases/other.yaml:4"
        and content.where("zwei", "long") == f"{DECK}:13"
    )
    with pytest.raises(KeyError):
        content.where("zwoelf", "board")


def test_an_id_twice_in_two_decks(sample):
    other = sample / "content/phrases/other.yaml"
    other.write_text(
        "name: B\ncredit: B\nphrases:\n  - {id: zwei, board: Elf., short: Kurz., long: Lang.}\n", encoding="utf-8"
    )
    content, problems = load(sample, "probe", "other")
    assert content is None and [problem.where for problem in problems] == ["content/phrases/other.yaml:4"]
    assert f"{DECK}:10" in problems[0].what


def test_each_mistake_is_told(sample):
    edit(sample / DECK, "episode: folge-1", "episode: folge-8")
    edit(sample / DECK, "episode: folge-2", "episode: folge-9")
    edit(sample / DECK, "id: drei", "id: eins")
    edit(sample / PODCAST, "id: folge-2", "id: folge-1")
    content, problems = load(sample, "probe")
    assert content is None
    assert sorted(problem.where for problem in problems) == [f"{DECK}:14", f"{DECK}:26", f"{DECK}:9", f"{PODCAST}:13"]


def test_soft_hyphens_and_episodes_are_kept(sample):
    edit(sample / DECK, "board: Da könnte.*", 'board: "Daten\\u00adschutz?"')
    content, _ = load(sample, "probe")
    assert content.phrases[1].board == "Daten\u00adschutz?"
    assert (
        content.episode(content.phrases[0]).title == "Alles auf Anfang" and content.episode(content.phrases[1]) is None
    )


@pytest.mark.parametrize(
    "said", ["DA KÖNNTE ja jeder kommen", "Da könnte ja je\u00adder kom-men?", "Da  könnte ja\u00a0jeder kommen!"]
)
def test_the_same_sentence_under_two_ids(sample, said: str):
    edit(sample / DECK, "board: Wer soll.*", f"board: {said}")
    content, (problem,) = load(sample, "probe")
    assert content is None and problem.where == f"{DECK}:15"
    assert all(part in problem.what for part in ("`drei`", "`zwei`", f"{DECK}:11"))


def test_sentences_that_are_only_alike(sample):
    edit(sample / DECK, "board: Wer soll.*", "board: Da könnte ja keiner kommen.")
    assert load(sample, "probe")[1] == []


def test_the_same_sentence_in_two_decks(sample):
    (sample / "content/phrases/other.yaml").write_text(
        "name: B\ncredit: B\nphrases:\n  - {id: elf, board: Bei uns geht das nicht!, short: K., long: L.}\n"
    )
    _, (problem,) = load(sample, "probe", "other")
    assert problem.where == "content/phrases/other.yaml:4" and f"{DECK}:32" in problem.what
