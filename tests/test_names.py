"""The one rule for names: what orders, decks, brands, items and layouts may be called, and what others are told."""

import os
import re
import sys

import pytest
from command import command
from tools import ORDER, attempt, edit, plan, press

from press.names import is_name, is_passing, is_published, name_fault
from press.order.check import check
from press.paths import Project
from press.schema.values import Name

GOOD = ["a", "7", "standard", "bingo-3x3", "a-b-c", "a" * 60, "console", "com10", "lpt", "brand-musterstadt", "seed-7"]
BAD = [
    *("", "A", "ä", "a_b", "a b", "a--b", "-a", "a-", "a.b", "a/b", "a\\b", "..", ".", "a\n", "a" * 61, "١"),
    *("con", "prn", "aux", "nul", "com1", "lpt9", "com0", "brand", "refused", "bench"),
    *("javascript:alert(1)", "standard-REFUSED", "ae\u0308", "\udcff", "a\x1b[31m"),
]
PASSING = [
    *(".#x.yaml", "._x.typ", "x.yaml~", "x.yaml.swp", "#x#", ".x.yaml.swp", "4913", "~$x.yaml", "x.yaml.bak"),
    *(".DS_Store", "Thumbs.db", "desktop.ini", "x.yaml___jb_tmp___", ".gitkeep", "x.tmp"),
]
# Files by folder that are named otherwise; each is told by what stands before the colon.
MISNAMED = {
    "content/orders/javascript:alert(document.domain).yaml": "content/orders/javascript:alert(document.domain).yaml",
    "content/orders/..yaml": "content/orders/..yaml",
    "content/orders/Standard.yaml": "content/orders/Standard.yaml",
    "content/orders/standard-REFUSED.yaml": "content/orders/standard-REFUSED.yaml",
    f"content/orders/{'a' * 245}.yaml": f"content/orders/{'a' * 60}…",
    f"content/orders/{'a' * 61}.yaml": f"content/orders/{'a' * 60}…",
    "content/orders/my  order.yaml": "content/orders/my  order.yaml",
    "content/orders/gro\u0308sse.yaml": "content/orders/gro\u0308sse.yaml",
    "content/orders/training.yml": "content/orders/training.yml",
    "content/orders/standard.yaml.txt": "content/orders/standard.yaml.txt",
    "content/orders/con.yaml": "content/orders/con.yaml",
    "content/phrases/Zugabe.yaml": "content/phrases/Zugabe.yaml",
    "content/brands/mein haus.yaml": "content/brands/mein haus.yaml",
    "templates/layouts/Bingo.typ": "templates/layouts/Bingo.typ",
    "templates/layouts/bingo.TYP": "templates/layouts/bingo.TYP",
    "assets/brands/notes.txt": "assets/brands/notes.txt",
    "assets/brands/Haus/brand.yaml": "assets/brands/Haus",
    "assets/brands/brand/brand.yaml": "assets/brands/brand",
}
POSIX = pytest.mark.skipif(os.name == "nt", reason="no file can be called so there")


@pytest.mark.parametrize("name", GOOD)
def test_what_may_be_a_name(name: str):
    assert is_name(name) and name_fault(name) is None and is_published(f"{name}--{name}")


@pytest.mark.parametrize("name", BAD)
def test_what_may_not(name: str):
    what, fix = name_fault(name)
    assert not is_name(name) and what and fix
    assert not is_published(f"standard--{name}") or name == "a--b"  # then it is two names


def test_the_rule_has_sixty_characters():
    """As many as leave room for everything that begins with it, in a path of 260."""
    assert name_fault("a" * 60) is None and "1 too many" in name_fault("a" * 61)[0]


@pytest.mark.parametrize("name", PASSING)
def test_what_nobody_means(name: str):
    assert is_passing(name)


@pytest.mark.parametrize("name", ["standard.yaml", "..yaml", "x.yml", "a~b.yaml", "#x.yaml", "notes.txt"])
def test_what_somebody_means(name: str):
    assert not is_passing(name)


def test_a_specimen_has_a_name_no_order_can_have():
    assert is_published("brand--musterstadt") and not is_published("brand") and not is_published("brand--a--b")


def lay(root, name: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("about: Nothing\n", encoding="utf-8")


@POSIX
def test_every_file_that_is_named_otherwise_is_told_at_once(sample):
    for name in MISNAMED:
        lay(sample, name)
    done = press(sample, "check")
    told = [line.split(": ")[0] for line in done.stderr.splitlines()[:-1]]
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert sorted(told) == sorted(MISNAMED.values())


@POSIX
@pytest.mark.skipif(sys.platform == "darwin", reason="every name is UTF-8 there")
@pytest.mark.parametrize(
    "words", [["check"], ["build"], ["list"], ["verify", "ABCD-0001"], ["specimen"]], ids=lambda words: words[0]
)
def test_a_byte_that_is_no_utf_8_and_what_steers_a_terminal_are_shown_safely(sample, words: list[str]):
    for name in (b"a\xff.yaml", b"b\x1b[31m.yaml"):
        with open(os.fsencode(sample / "content/orders") + b"/" + name, "wb"):
            pass
    done = press(sample, *words, PYTHONUTF8="1") if words == ["check"] else command(sample, *words)  # one as it is
    assert done.returncode == 2 and "Traceback" not in done.stderr and "\x1b" not in done.stderr
    assert "content/orders/a\\xff.yaml: " in done.stderr and "content/orders/b\\u001B[31m.yaml: " in done.stderr
    assert {path.name for path in (sample / "build").iterdir()} <= {".press"}  # a check may remember what fits


def test_what_editors_leave_lying_is_ignored(sample):
    for folder in ("content/orders", "content/phrases", "content/brands", "assets/brands", "templates/layouts"):
        for name in PASSING:
            lay(sample, f"{folder}/{name}")
    project = Project.at(sample)
    assert attempt(check, project)[1] == [] and list(project.misnamed()) == []
    assert (project.orders(), project.decks()) == (["standard"], ["probe"])
    assert set(project.layout_names()) >= {"bingo-3x3"} and all(map(is_name, project.layout_names()))


@POSIX
def test_what_is_called_like_a_file_and_is_none(sample):
    os.mkfifo(sample / "templates/layouts/pipe.typ")
    (sample / "content/orders/folder.yaml").mkdir()
    (sample / "content/orders/archive").mkdir()  # a folder is no order, and may be there
    lay(sample, "content/orders/archive/Old.yaml")
    told = {problem.where: problem.what for problem in Project.at(sample).misnamed()}
    assert told == {"templates/layouts/pipe.typ": "is no plain file", "content/orders/folder.yaml": "is a folder"}
    assert "pipe" not in Project.at(sample).layout_names() and Project.at(sample).orders() == ["standard"]


@pytest.mark.parametrize("key", ["brand", "layout", "decks", "id"])
@pytest.mark.parametrize("name, told", [("a" * 61, "1 too many"), ("nul", "Windows"), ("a--b", "hyphens")])
def test_what_an_order_names_follows_the_rule(sample, key: str, name: str, told: str):
    find, put = {
        "brand": ("brand: .*", f"brand: {name}"),
        "layout": ("layout: argumente", f"layout: {name}"),
        "decks": ("decks: .*", f"decks: [{name}]"),
        "id": ("layout: argumente", f"layout: argumente\n    id: {name}"),
    }[key]
    edit(sample / ORDER, find, put)
    _, problems = attempt(plan, sample)
    assert any(told in str(problem) and re.match(rf"{ORDER}:\d+$", problem.where) for problem in problems)


def test_the_field_is_the_rule():
    from pydantic import TypeAdapter, ValidationError

    field = TypeAdapter(Name)
    assert all(field.validate_python(name) == name for name in GOOD)
    for name in BAD:
        with pytest.raises((ValidationError, UnicodeEncodeError)):
            field.validate_python(name)
