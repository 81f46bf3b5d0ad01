"""The documentation: every link leads somewhere, nothing stands twice, and commands are listed as they are."""

import re
from inspect import signature

import pytest
from invoke.tasks import Task
from markdown_page import Page, pages
from tools import ROOT

import tasks
from bench.gallery import FOLDER
from press.delivery import filenames
from press.errors import Exit
from press.system.signals import BY_SIGNAL

ALL = pages()
DOCS = [page for page in ALL if page.name.startswith("docs/")]
TASKS = {task.name: task.body for task in vars(tasks).values() if isinstance(task, Task)}
ARGUMENTS = {"--sheet-id", "--what", "--name"}  # which are given by their place
COMMON = {"--language"}  # every command takes it, which is told once
MADE = ("gemeinde-seedorf", "phrases/rathaus.yaml", "orders/fest.yaml")  # by the examples


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    for target in page.links():
        if not target.startswith("https://"):
            file, anchor = page.to(target)
            assert file.exists(), target
            assert not anchor or anchor in Page(file.relative_to(ROOT).as_posix()).anchors(), target


def test_every_page_is_found_from_the_readme():
    found, left = {ROOT / "README.md"}, [Page("README.md")]
    while left:
        page = left.pop()
        for file in {page.to(target)[0] for target in page.links() if target.split("#")[0].endswith(".md")} - found:
            found.add(file)
            left.append(Page(file.relative_to(ROOT).as_posix()))
    assert found == {page.path for page in ALL}


def test_the_index_lists_every_page():
    listed = {target for target in Page("docs/README.md").links() if "/" not in target}
    assert listed == {page.path.name for page in DOCS} - {"README.md"}


def test_no_sentence_stands_twice():
    """Of more than eight words: shorter ones may be a phrase of the trade."""
    first: dict[str, str] = {}
    for page in ALL:
        prose = re.sub(r"^\|.*$", "", page.prose, flags=re.MULTILINE)
        sentences = [" ".join(part.split()) for part in re.split(r"(?<=[.:!?])\s+(?=[A-Z`*])|\n\n", prose)]
        for sentence in sentences:
            if len(sentence.split()) > 8:
                assert sentence not in first, f"{page.name} and {first[sentence]}: {sentence}"
                first[sentence] = page.name


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_every_command_and_file_that_is_named_is_there(page):
    assert set(re.findall(r"`invoke ([a-z]+)", page.text)) <= set(TASKS)
    paths = re.findall(r"`((?:press|templates|content|assets|tests|bench|docs)/[\w./-]*[\w/])`", page.prose)
    there = [ROOT, page.path.parent]
    missing = [path for path in paths if not any((folder / path).exists() for folder in there)]
    assert [path for path in missing if not any(made in path for made in MADE)] == []


def test_every_command_is_listed_with_its_options():
    listed = {
        re.match(r"`invoke ([a-z]+)", command)[1]: set(re.findall(r"--[a-z-]+", options)) | COMMON
        for command, _, options in Page("docs/commands.md").table("command", "does", "options")
    }
    there = {
        task: {f"--{key.strip('_').replace('_', '-')}" for key in [*signature(body).parameters][1:]} - ARGUMENTS
        for task, body in TASKS.items()
    }
    assert listed == there


def test_every_exit_code_is_listed():
    listed = [int(code) for code, _ in Page("docs/commands.md").table("code", "means")]
    assert listed == [*map(int, Exit), BY_SIGNAL + 2, BY_SIGNAL + 15, BY_SIGNAL + 21]  # SIGBREAK


def test_every_file_of_an_order_is_listed():
    listed = {name.strip("`") for name, _ in Page("docs/commands.md").table("file", "what it is")}
    folders = {filenames.PROOF, filenames.COMPARE, filenames.PREVIEWS, filenames.REDIRECTS, filenames.CODES}
    named = {value for key, value in vars(filenames).items() if key.isupper() and isinstance(value, str)}
    products = {"<order>.zip", "print/<product>.pdf", "office/<product>.pdf"}
    assert listed == {f"{name}/" if name in folders else name for name in named} | products


def test_every_picture_is_shown():
    shown = {page.to(target)[0] for page in ALL for _, target in page.pictures()}
    assert shown == set((ROOT / FOLDER).iterdir())
