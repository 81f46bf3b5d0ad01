"""Lanes: each does the work, or says why it cannot."""

import os
from dataclasses import replace

import pytest

from bench.figures import PREFLIGHT, PREFLIGHTED, figures
from bench.lanes import SETTING, lane_of, lanes
from bench.runs import run_lanes
from press.system.progress import Progress

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell what a process took")

QUIET = Progress(terminal=False)
PACKAGES = {"fullbleed", "reportlab", "weasyprint"}


def test_the_press_end_to_end(work):
    (tried,) = run_lanes([lane_of("press")], {20: work}, 1, QUIET)
    assert (tried.failed, tried.checked) == (None, "text of all 20 pages, code and ground on 8")
    (made,) = figures([tried]).values()
    assert min(made.of(step) for step in PREFLIGHTED if step != "finishing") > 0 and made.of(SETTING) < made.whole
    assert sum(made.steps.values()) == pytest.approx(made.whole, rel=0.05)
    assert made.of(PREFLIGHT) < made.of(*PREFLIGHTED) < made.whole and made.size > 1 and made.peak > 50


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(lane.name, marks=[pytest.mark.thorough] if lane.name == "weasyprint" else [])  # the slowest
        for lane in lanes()
        if lane.name != "press"
    ],
)
def test_every_baseline_does_the_work(works, name: str):
    lane = lane_of(name)
    if lane.missing():
        pytest.skip(lane.missing())
    (tried,) = run_lanes([lane], {3: works[3]}, 1, QUIET)
    assert (tried.failed, tried.checked, len(tried.runs)) == (None, "text of all 3 pages, code and ground on 3", 1)


def test_lanes_tell_what_they_leave_out():
    assert lanes()[0].name == "press" and len(lanes()) == len({lane.place for lane in lanes()}) >= 7
    assert all(lane.about and lane.lacks for lane in lanes())
    assert {lane.package for lane in lanes() if lane.package} == PACKAGES


def test_a_lane_whose_package_is_missing_is_not_run(work):
    lane = replace(lane_of("floor"), package="no_such_package")
    (tried,) = run_lanes([lane], {20: work}, 1, QUIET)
    assert (
        tried.failed == "no_such_package is not installed: install the extra `bench`"
        and not tried.runs
        and not figures([tried])
    )


def test_a_lane_is_not_run_with_more_boards_than_it_can_bear(work):
    (tried,) = run_lanes([replace(lane_of("floor"), most=19)], {20: work}, 1, QUIET)
    assert tried.failed == "not run with more than 19 boards" and not tried.runs


def test_a_lane_that_does_not_do_the_work_has_no_figure(work):
    (tried,) = run_lanes([lane_of("floor")], {20: replace(work, link="https://probe.example/")}, 2, QUIET)
    assert "instead of https://probe.example/" in tried.failed and not tried.runs and not figures([tried])


def test_a_lane_that_breaks_has_no_figure(work):
    (tried,) = run_lanes([replace(lane_of("floor"), prepare=None)], {21: replace(work, count=21)}, 1, QUIET)
    assert tried.failed.startswith("ended with 1: ") and "FileNotFoundError" in tried.failed and not tried.runs
