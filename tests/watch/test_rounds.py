"""Rounds: however a build ends, the watch goes on and says what came of it."""

from itertools import islice
from types import SimpleNamespace

import pytest
from tools import DECK, edit, left_in_build

from press.errors import Exit, PressError, Problem
from press.paths import Project
from press.system.file_lock import OrderLockedError
from press.watch.live import Notice
from press.watch.loop import Overtaken, Wanted, watch
from press.watch.messages import BUILDING, TITLES, notice, round_summary
from press.watch.rebuild import make_round

PROBLEMS = (
    Problem(f"{DECK}:5", "`board` is missing", "add it"),
    Problem(f"{DECK}:6", "unknown key `bord`", "did you mean `board`?"),
)
EDITED = (DECK,)


def fails(error: BaseException):
    def build():
        raise error

    return build


def built(*made: str, of: int, same: bool = False):
    return SimpleNamespace(
        made=made, manifest=SimpleNamespace(products=[None] * of), comparison=None if same else object()
    )


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr("press.watch.rebuild.TURN_S", 0)


def test_problems_are_told_with_their_places():
    round_ = make_round(EDITED, fails(PressError(PROBLEMS)))
    first, *lines = round_summary(round_)
    assert first.startswith(f"{DECK}: 2 problems, the last good pictures stay (0.") and first.endswith(" s)")
    assert lines == [f"  {problem}" for problem in PROBLEMS]
    assert notice(round_) == Notice("So lässt es sich nicht setzen", tuple(map(str, PROBLEMS)), failed=True)


def test_a_bug_of_ours_is_told_with_its_traceback():
    round_ = make_round(EDITED, fails(KeyError("ours")))
    first, *lines = round_summary(round_)
    assert "a bug of ours" in first and lines[0].strip().startswith("Traceback") and lines[-1] == "  KeyError: 'ours'"
    assert notice(round_).lines[0] == "KeyError: 'ours'" and notice(round_).failed


def test_a_newer_edit_breaks_a_round_off(sample):
    progress = Overtaken(Project.at(sample))
    progress.begin()
    things = progress.over(["one", "two"], "setting")
    assert next(things) == "one"
    edit(sample / DECK, "board: Da könnte.*", "board: Ganz anders.")
    round_ = make_round(EDITED, lambda: next(things))
    assert round_.superseded and not (round_.built or round_.error or round_.bug)
    assert round_summary(round_)[0].startswith(f"{DECK}: broken off for a newer edit (0.")
    assert notice(round_) == BUILDING
    progress.begin()
    assert list(progress.over(["one", "two"], "setting")) == ["one", "two"]


def test_a_panic_of_a_library_ends_nothing():
    assert "Panic" in make_round(EDITED, fails(type("Panic", (BaseException,), {})("in Rust"))).bug


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_what_is_to_end_it_ends_it(end):
    with pytest.raises(end):
        make_round(EDITED, fails(end()))


def test_it_waits_for_another_build_of_the_order(impatient):
    tries = [OrderLockedError("standard")] * 3

    def build():
        if tries:
            raise tries.pop()
        return built("a.pdf", of=1)

    round_ = make_round(EDITED, build)
    assert round_.built and not tries


def test_it_waits_not_for_ever(impatient, monkeypatch):
    monkeypatch.setattr("press.watch.rebuild.PATIENCE_S", 0.05)
    round_ = make_round(EDITED, fails(OrderLockedError("standard")))
    assert round_.error and notice(round_).title == TITLES[Exit.MACHINE]


@pytest.mark.parametrize(
    "result, said",
    [
        (built("a.pdf", "b.pdf", of=9), "set anew a.pdf, b.pdf"),
        (built(*"abcde", of=9), "set anew a, b, c, d and 1 more"),
        (built(*"abcde", of=5), "all 5 files set anew"),
        (built(of=2), "ticket, package and proof page made anew"),
        (built(of=2, same=True), "nothing to set anew"),
    ],
)
def test_what_was_made_is_told(result, said):
    round_ = make_round((), lambda: result)
    assert round_summary(round_)[0].startswith(f"to begin with: {said} (0.") and notice(round_) is None


def test_many_edits_are_told_in_few_words():
    assert round_summary(make_round(tuple("abcdefg"), lambda: built(of=1, same=True)))[0].startswith(
        "a, b, c, d and 3 more: "
    )


def test_every_way_to_fail_has_its_words():
    assert set(TITLES) == set(Exit) - {Exit.FINE} and len({*TITLES.values(), BUILDING.title}) == len(TITLES) + 1


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("x"),
        Wanted("../standard"),
        Wanted("standard", brand="x"),
        Wanted("standard", only=("x",)),
        Wanted("standard", edition="x"),
    ],
    ids=str,
)
def test_what_was_typed_wrong_ends_it_at_once(sample, wanted):
    with pytest.raises(PressError) as refused:
        list(islice(watch(Project.at(sample), wanted), 2))
    assert refused.value.exit_code == Exit.WRONG_INPUT and not left_in_build(sample)


def test_an_order_that_is_written_wrong_does_not(sample):
    (sample / "content/orders/standard.yaml").write_text("about: x\n", encoding="utf-8")
    _, said = islice(watch(Project.at(sample), Wanted("standard")), 2)
    assert "  content/orders/standard.yaml:1: `brand` is missing; add it" in said
