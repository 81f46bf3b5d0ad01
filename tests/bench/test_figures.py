"""Figures, goals and tables from runs that are made up: medians, ratios, verdicts."""

import json

import pytest

from bench import report
from bench.commands import CHANGED, CHECK, FRESH, LIST, PRINT, UNCHANGED
from bench.editing import Save, complete, seen
from bench.figures import figure, figures
from bench.goals import goals
from bench.lanes import lane_of
from bench.measure import Measured
from bench.options import options
from bench.picture import picture
from bench.runs import Run, Tried
from bench.tables import goal_rows, lane_rows, step_rows
from press.errors import PressError

MIB = 2**20


def run(cpu: float, peak: int = 100, size: int = 1024, **steps: float) -> Run:
    return Run(cpu / 2, cpu, peak * MIB, size, {name: {"wall": value, "cpu": value} for name, value in steps.items()})


def tried(name: str, count: int, *runs: Run, failed: str | None = None) -> Tried:
    return Tried(lane_of(name), count, list(runs), "looked at", failed)


def commands(**seconds: float) -> dict[str, list[Measured]]:
    times = {PRINT: 3, FRESH: 4, UNCHANGED: 0.3, CHANGED: 1, CHECK: 0.5, LIST: 0.4} | seconds
    return {name: [Measured(wall, wall, 90 * MIB, 0, "")] * 3 for name, wall in times.items()}


PRESS = tried("press", 10_000, run(4, reading=0.1, setting=0.5, finishing=0.5, preflight=2, previews=0.3))
ALL = [
    PRESS,
    tried("fullbleed", 10_000, run(1.6, size=50_000_000, reading=0.1, setting=1.5)),
    tried("everything", 10_000, run(11, setting=8, finishing=2)),
    tried("weasyprint", 10_000, failed="not run with more than 100 boards"),
]


SAVES = [Save("a phrase", 0.2, 1), Save("a quote left open", 9, None), Save("a phrase", 0.4, 1.4)]


def test_what_is_refused_is_no_edit_to_be_complete():
    assert seen(SAVES) == pytest.approx(0.3) and complete(SAVES) == pytest.approx(1.2)


def test_medians_and_shares():
    made = figure(
        tried("press", 1_000, run(3, 90, setting=1), run(9, 80, setting=4), run(4, 300, setting=2, unheard=1))
    )
    assert (made.whole, made.wall, made.made, made.peak, made.runs) == (4, 2, 2, 90, 3)
    assert made.size == pytest.approx(1 / 1000) and made.steps == {"starting": 2, "setting": 2, "unheard": 0}
    assert figure(tried("press", 1_000)) is None


def test_goals_are_met_or_missed():
    by_about = {goal.about: goal for goal in goals(figures(ALL), commands(), SAVES)}
    measured = {
        about: (round(goal.measured, 3), goal.verdict) for about, goal in by_about.items() if goal.measured is not None
    }
    assert measured == {
        "10,000 boards, set and finished: of fullbleed's processor time": (0.667, "met"),
        "10,000 boards, set and finished: of the time of everything on every page": (0.1, "met"),
        "10,000 boards, from YAML to preflighted PDF: processor time a board": (0.31, "met"),
        "10,000 boards: a board's share of the file": (0.0, "met"),
        "10,000 boards: peak memory of any process": (100, "met"),
        "10,000 boards, the whole command: processor time a board": (0.4, "missed"),
        "invoke build, nothing changed: processor time": (0.3, "met"),
        "invoke build, one phrase changed: processor time": (1, "met"),
        "invoke build, all new: processor time": (4, "met"),
        "the office edition's share of that on the wall": (1, "met"),
        "invoke check": (0.5, "met"),
        "invoke list": (0.4, "met"),
        "invoke watch, from a save to the page": (0.3, "met"),
        "invoke watch, from a save to the checked order": (1.2, "met"),
    }
    assert {goal.verdict for goal in by_about.values() if goal.measured is None} == {"not measured"}


def test_goals_that_are_missed_are_shown():
    slow = [tried("press", 10_000, run(9, 401, 11_000_000, setting=2, preflight=5)), *ALL[1:]]
    large = tried("press", 50_000, run(60, 500, setting=10))
    small = tried("press", 1_000, run(0.5, setting=0.2))
    aims = goals(figures([small, *slow, large]), commands(**{CHECK: 0.61, FRESH: 6.1}), [Save("a phrase", 0.41, 1.6)])
    assert [goal.about for goal in aims if goal.met] == [
        "invoke build, nothing changed: processor time",
        "invoke build, one phrase changed: processor time",
        "invoke list",
    ]
    assert sum(row[-1] == "missed" for row in goal_rows(aims)) == 13


def test_a_goal_is_met_up_to_its_limit():
    at_limit = goals({}, commands(**{CHECK: 0.6}), [])
    assert next(goal for goal in at_limit if goal.about == "invoke check").met is True
    assert [goal.met for goal in goals({}, {}, [])] == [None] * 18


def test_tables_and_picture_tell_the_same_ratios():
    rows = {row[0]: row for row in lane_rows(ALL, 10_000)}
    assert rows["the press"][1:3] == ["0.1", "1"]
    assert [row[2] for name, row in rows.items() if name.startswith(("fullbleed", "everything"))] == ["1.5", "10"]
    assert (
        next(row for name, row in rows.items() if name.startswith("WeasyPrint"))[1]
        == "no figure: not run with more than 100 boards"
    )
    assert ["preflighted: reading + setting + finishing + preflight", "0.31"] in step_rows(ALL)
    drawn = picture(ALL)
    assert ">1.5 ×<" in drawn and ">10 ×<" in drawn and "WeasyPrint" not in drawn and "Logarithmic" in drawn


def test_a_lane_that_ran_with_fewer_boards_is_compared_at_that_number():
    few = [tried("press", 100, run(1, setting=0.2)), tried("weasyprint", 100, run(5, setting=4))]
    assert ">20 × at 100 boards<" in picture([*ALL, *few])
    assert picture(few[1:]) is None


def test_the_report_holds_what_was_measured(tmp_path):
    aims = goals(figures(ALL), commands(), SAVES)
    written = report.write_report(tmp_path / "bench", "a machine", ALL, commands(), SAVES, aims)
    assert [path.name for path in written] == ["bench.md", "bench.json", "bench.svg"]
    raw = json.loads(written[1].read_text(encoding="utf-8"))
    assert (
        raw["lanes"][0]["runs"][0]["steps"]["preflight"]["cpu"] == 2
        and len(raw["goals"]) == len(aims)
        and raw["machine"] == "a machine"
    )
    said = written[0].read_text(encoding="utf-8")
    assert (
        all(goal.about in said for goal in aims) and "leaves out" in said and "| 1.5 |" in said and "a machine." in said
    )


def test_options():
    chosen = options("1000, 100", "2", "floor,press", large=True)
    assert (chosen.counts, chosen.rounds, [lane.name for lane in chosen.lanes]) == (
        (100, 1_000, 50_000),
        2,
        ["press", "floor"],
    )
    for wrong in (("many",), ("0",), ("100", "-1"), ("100", "1", "no-lane"), ("",)):
        with pytest.raises(PressError):
            options(*wrong)
