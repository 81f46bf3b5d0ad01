"""Printed is promised: the register is written by released builds alone, and no edit breaks what stands in it."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from held import hold
from links.conftest import BRAND, SHORT, TARGETS
from tools import BUILT, DECK, ORDER, PODCAST, attempt, edit, make, manifest, write_item

from press.delivery.filenames import SNAPSHOT
from press.delivery.working_folder import last_published
from press.errors import Exit, PressError, Problem
from press.links.addresses import Address
from press.links.register_file import Printed, promise
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.proof.snapshot import state_of

REGISTER = "content/printed.yaml"
PRINTED = r"content/printed\.yaml:\d+, order `standard`, \d{4}-\d\d-\d\d, state [0-9A-F]{4}-[0-9A-F]{4}"


class Later(date):
    @classmethod
    def today(cls) -> date:
        return date(2099, 1, 2)


def told(root: Path, **overrides) -> list[str]:
    _, problems = attempt(make_plan, Project.at(root), "standard", Overrides(**overrides))
    return [str(problem) for problem in problems]


def register(root: Path) -> dict[str, dict]:
    written = yaml.safe_load((root / REGISTER).read_text(encoding="utf-8"))["addresses"]
    return {f"{promised['short']}{promised['key']}": promised for promised in written}


def test_a_released_build_writes_what_its_files_can_carry(released: Path):
    promised = register(released)
    assert set(promised) == {f"{SHORT}{key}" for key in TARGETS}
    assert promised[f"{SHORT}21"]["of"] == "episode folge-1" and promised[f"{SHORT}brief"]["of"] == "newsletter"
    (printing,) = promised[f"{SHORT}bb"]["printed"]
    page = (released / BUILT / "index.html").read_text(encoding="utf-8")
    assert printing["order"] == "standard" and printing["target"] == TARGETS["bb"] and printing["state"] in page
    assert REGISTER not in manifest(released)["inputs"], "nothing is made from it"


def test_the_same_content_adds_nothing_and_other_content_a_line(released: Path, monkeypatch):
    before = (released / REGISTER).read_bytes()
    monkeypatch.setattr("press.delivery.waiting.date", Later)
    assert make(released, release=True).promised == () and (released / REGISTER).read_bytes() == before
    edit(released / DECK, "board: Da könnte.*", "board: Ganz anders.")
    assert make(released, release=True).promised == ()
    after = register(released)
    assert {link: len(promised["printed"]) for link, promised in after.items()} == dict.fromkeys(after, 2)
    lines = before.decode().splitlines()
    assert [line for line in lines if line not in (released / REGISTER).read_text(encoding="utf-8")] == []


def test_drafts_and_builds_that_are_not_released_or_not_published_promise_nothing(town: Path, monkeypatch):
    write_item(town, "bingo-3x3", 1)
    make(town)
    assert not (town / REGISTER).exists()
    monkeypatch.setattr("press.build.build.publish_or_wait", _no_room)
    edit(town / DECK, "board: Da könnte.*", "board: Ganz anders.")
    with pytest.raises(PressError, match="no room"):
        make(town, release=True)
    assert not (town / REGISTER).exists()
    monkeypatch.undo()
    make(town)
    assert make(town, release=True).promised == tuple(f"{SHORT}{key}" for key in sorted(TARGETS)), "nothing was to do"


def test_a_released_order_that_waits_is_promised_when_it_is_published(released: Path, monkeypatch):
    """By whatever command puts it in its place."""
    (released / REGISTER).unlink()
    monkeypatch.setattr("press.system.held_files.PATIENCE", 0.0)
    edit(released / DECK, "board: Da könnte.*", "board: Ganz anders.")
    let_go = hold(monkeypatch, released / BUILT)
    with pytest.raises(PressError, match="waits"):
        make(released, release=True)
    assert not (released / REGISTER).exists()
    let_go()
    last_published(Project.at(released), "standard")
    assert set(register(released)) == {f"{SHORT}{key}" for key in TARGETS}
    assert {one["state"] for promised in register(released).values() for one in promised["printed"]} == {
        state_of((released / BUILT / SNAPSHOT).read_bytes())
    }


def _no_room(*_, **__):
    raise PressError(Problem("build/", "no room", "make some"), Exit.MACHINE)


def test_comments_at_its_top_are_kept_and_its_bytes_hang_on_nothing_else(released: Path):
    text = (released / REGISTER).read_text(encoding="utf-8")
    (released / REGISTER).write_text(
        re.sub(r"\A(#.*\n)+", "# Unser Versprechen.\n\n# Zweiter Absatz.\n", text), encoding="utf-8"
    )
    made = Printed(
        "andere", "0000-0000", SHORT, (Address("episode neu", "aa", "https://ziel.de/neu", f"{SHORT}aa", ()),)
    )
    assert promise(Project.at(released), made, "2026-01-02") == (f"{SHORT}aa",)
    after = (released / REGISTER).read_text(encoding="utf-8")
    assert after.startswith("# Unser Versprechen.\n\n# Zweiter Absatz.\n\naddresses:\n") and after.count("\n#") == 1
    assert list(register(released)) == sorted(f"{SHORT}{key}" for key in (*TARGETS, "aa"))
    assert promise(Project.at(released), made, "2026-01-03") == ()
    assert (released / REGISTER).read_text(encoding="utf-8") == after


def test_a_target_may_change(released: Path):
    edit(released / PODCAST, TARGETS["21"], "https://ziel.de/ganz/anders")
    assert told(released) == []


def test_a_key_that_was_renamed(released: Path):
    edit(released / PODCAST, "key: 21", "key: 22")
    (problem,) = told(released)
    assert re.match(
        rf"{PODCAST}:16: the episode folge-1 is called `22`, and its key `21` is printed: {PRINTED}; ", problem
    )
    assert problem.endswith("write `key: 21` again; its `link` may lead anywhere")


def test_a_key_that_was_removed_without_a_short_address_or_with_its_episode(released: Path):
    edit(released / PODCAST, "    key: 21\n", "")
    assert any(
        re.search(rf"{PODCAST}:12: the episode folge-1 has no key, and its key `21` is printed: {PRINTED}", one)
        for one in told(released)
    )
    edit(released / PODCAST, r"  - id: folge-1\n(    .*\n)+?(?=  - id)", "")
    edit(released / DECK, "    episode: folge-1\n", "")
    (problem,) = told(released)
    assert re.match(
        rf"{PODCAST}:11: the episode folge-1 is gone, and its key `21` is printed: {PRINTED}; put it back", problem
    )


def test_a_key_that_was_given_to_something_else(released: Path):
    edit(released / PODCAST, "key: 21", "key: neu")
    edit(released / PODCAST, "key: f2", "key: 21")
    problems = told(released)
    assert len(problems) == 2
    assert re.match(
        rf"{PODCAST}:19: the key `21` was printed for the episode folge-1, not for the episode folge-2: {PRINTED}",
        problems[0],
    )
    assert re.match(
        rf"{PODCAST}:19: the episode folge-2 is called `21`, and its key `f2` is printed: {PRINTED}", problems[1]
    )


def test_a_printed_target_that_becomes_a_placeholder(released: Path):
    edit(released / PODCAST, TARGETS["21"], "https://example.org/folge")
    (problem,) = told(released)
    assert re.match(
        rf"{PODCAST}:15: https://example.org/folge is a placeholder, and codes to `21` are printed: {PRINTED}", problem
    )


@pytest.mark.parametrize(
    "put, now",
    [("short: https://www.kommune.de/c/\n", "with https://www.kommune.de/c/"), ("", "without a short address")],
)
def test_a_short_address_that_an_order_was_printed_with(released: Path, put: str, now: str):
    edit(released / PODCAST, "^short: .*\n", put)
    (problem,) = told(released)
    assert re.search(
        rf"the order `standard` was printed with {SHORT}, not {now}: {PRINTED}; write `short: {SHORT}` in {ORDER}",
        problem,
    )
    assert told(released, seed=99) == [], "another order, or a variant, was not"
    edit(released / ORDER, '"seed": 7', f'"seed": 7, "short": "{SHORT}"')
    assert told(released) == []


def test_another_brand_has_a_short_address_of_its_own(released: Path):
    edit(released / BRAND, "^website: .*", "website: https://www.kommune.de\nshort: https://andere.de/")
    assert len(told(released)) == 1, "this order's own brand"


@pytest.mark.parametrize(
    "find, put, says",
    [
        (r'since: "\d{4}', 'since: "26', "was not written by the press"),
        ("of: podcast", "of: podcast\n    von: x", "unknown key `von`"),
        (f"short: {SHORT}", "short: https://www.kommune.de/b", "does not end with /"),
        ('key: "f2"', 'key: "21"', "https://www.kommune.de/b/21 stands already at content/printed.yaml:"),
    ],
)
def test_a_register_that_is_wrong(released: Path, find: str, put: str, says: str):
    edit(released / REGISTER, find, put)
    problems = told(released)
    assert len(problems) == 1 and problems[0].startswith(REGISTER) and says in problems[0], problems


def test_one_that_cannot_be_written_is_told_and_entered_later(town: Path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    write_item(town, "bingo-3x3", 1)
    monkeypatch.setattr("press.links.register_file.os.replace", refuse)
    with pytest.raises(PressError, match=r"content/printed\.yaml: the order is published, but") as raised:
        make(town, release=True)
    assert raised.value.exit_code == Exit.MACHINE and (town / BUILT).exists() and not (town / REGISTER).exists()
    monkeypatch.undo()
    assert len(make(town, release=True).promised) == len(TARGETS)
