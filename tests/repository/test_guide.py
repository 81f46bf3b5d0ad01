"""The editor's guide: each of its commands runs, one after the other, and each message is the one that is said."""

import re
from pathlib import Path

import pytest
from command import command
from markdown_page import Page
from tools import ROOT, copy_project, edit

from bench.guide_pictures import GUIDE, LIST, PROOF, SENTENCES, commands, sentences
from press.order.plan import make_plan
from press.paths import Project

PAGE, README = Page(GUIDE), Page("README.md")
RUN = commands(PAGE.text)
STARTING, CHECKING, MAKING = ("new",), ("check",), ("build", "proof")
DECK, BRAND = "content/phrases/rathaus.yaml", "assets/brands/gemeinde-seedorf/brand.yaml"
LANGUAGE = "de"  # of the messages that the guide quotes, as PRESS_LANGUAGE names it


def run(root: Path, which: tuple[str, ...]) -> None:
    """Those of the guide's commands; `--release` comes when nothing is a placeholder any more."""
    for words in RUN:
        if words[0] in which and "--release" not in words:
            done = command(root, *words)
            assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"


@pytest.fixture(scope="module")
def started(tmp_path_factory) -> Path:
    """A project after the steps that start deck, brand and order. What a test changes there, it puts back."""
    root = copy_project(tmp_path_factory.mktemp("guide") / "project")
    (root / SENTENCES).write_text(sentences(PAGE.text), encoding="utf-8")
    run(root, STARTING)
    return root


def test_no_command_is_left_out():
    assert [words[0] for words in RUN] == ["new", "new", "new", "check", "build", "proof", "build"]
    assert RUN[-1] == [*RUN[-3], "--release"]
    named = set(re.findall(r"`invoke ([^`]+)`", PAGE.prose))
    assert named == {"watch --order fest --serve"}  # which never ends: tests/watch has it


@pytest.mark.long
def test_what_is_started_is_what_the_guide_says(started):
    plan = make_plan(Project.at(started), "fest")
    assert {product.layout.name for product in plan.products} == {"bingo-3x3", "ansagerliste"}
    assert [phrase.board for phrase in plan.content.phrases] == sentences(PAGE.text).splitlines()
    assert plan.draft_reasons and all(BRAND in str(reason) for reason in plan.draft_reasons)
    run(started, CHECKING)
    shown = PAGE.example(
        "yaml", '  - id: zustaendig\n    board: "Dafür sind wir nicht zuständig."\n    short'
    ).splitlines()
    assert "\n".join(shown[:2]) in (started / DECK).read_text(encoding="utf-8")


@pytest.mark.thorough
def test_what_is_made_is_a_draft_until_the_address_is_real(started):
    """The `run` of every day makes a plan of it; the build itself is looked at elsewhere."""
    run(started, MAKING)
    refused = command(started, *RUN[-1])
    assert refused.returncode != 0 and f"{BRAND}:" in refused.stderr + refused.stdout
    edit(started / BRAND, r"gemeinde-seedorf\.example", "gemeinde-seedorf.de")
    try:
        assert command(started, *RUN[-1]).returncode == 0
        assert list((started / "build/fest/office").glob("*.pdf"))
    finally:
        edit(started / BRAND, r"gemeinde-seedorf\.de", "gemeinde-seedorf.example")


MISTAKES = re.findall(r"^```yaml\n((?: .*\n)+)```\n\n```text\n((?:content/.*\n)+)```$", PAGE.text, re.MULTILINE)


def test_the_mistakes_are_all_there():
    assert len(MISTAKES) == len(PAGE.under("Wenn etwas nicht stimmt").text.split("\n```text\ncontent/")) - 1


@pytest.mark.parametrize("entry, said", MISTAKES, ids=[said.split(":", 2)[2][:40] for _, said in MISTAKES])
def test_each_mistake_is_told_as_the_guide_quotes_it(started, monkeypatch, entry: str, said: str):
    monkeypatch.setenv("PRESS_LANGUAGE", LANGUAGE)
    deck = started / DECK
    sound = deck.read_text(encoding="utf-8")
    deck.write_text(sound.split("phrases:\n")[0] + "phrases:\n" + entry, encoding="utf-8")
    try:
        done = command(started, "check", "--order", "fest")
    finally:
        deck.write_text(sound, encoding="utf-8")
    told = [" ".join(line.split()) for line in done.stderr.splitlines()]
    assert done.returncode == 2 and told[:-1] == said.splitlines()


def test_the_set_up_is_that_of_the_readme_on_either_system():
    (shell,) = [block for block in re.findall(r"^```sh\n(.*?)^```$", PAGE.text, re.M | re.S) if "venv" in block]
    (windows,) = re.findall(r"^```bat\n(.*?)^```$", PAGE.text, re.MULTILINE | re.DOTALL)
    made, installed, listed = shell.splitlines()
    assert f"{made} && {installed} && .venv/bin/invoke build" in README.text and listed == ".venv/bin/invoke list"
    assert windows == shell.replace("python3", "py", 1).replace(".venv/bin/", ".venv\\Scripts\\")
    assert "3.11 oder neuer" in PAGE.text and 'requires-python = ">=3.11' in (ROOT / "pyproject.toml").read_text(
        "utf-8"
    )


def test_every_file_of_the_folder_is_explained():
    listed = {name.strip("`").rstrip("/") for name, _ in PAGE.table("Datei", "was sie ist")}
    assert listed == {path.name for path in (ROOT / "content").iterdir()}


def test_its_pictures_are_those_that_are_made():
    assert [Path(target).name for _, target in PAGE.pictures()] == [LIST, PROOF]


def test_limits_are_told_as_they_are():
    assert "bei 90 ist Schluss" in PAGE.text and "mindestens neun Sätzen" in PAGE.text
