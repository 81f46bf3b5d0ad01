"""The work of a small benchmark, laid out once, and sheets made by the quickest lane."""

from pathlib import Path

import pytest
from tools import ROOT

from bench.clock import Clock
from bench.lanes import lane_of
from bench.prepare import prepare
from bench.work import Work
from press.paths import Project

BOARDS = 20


@pytest.fixture(scope="session")
def works(tmp_path_factory) -> dict[int, Work]:
    return prepare(Project.at(ROOT), tmp_path_factory.mktemp("bench") / "lanes", (3, BOARDS))


@pytest.fixture(scope="session")
def work(works) -> Work:
    return works[BOARDS]


@pytest.fixture(scope="session")
def sheets(work: Work, tmp_path_factory) -> Path:
    """Good sheets. Not to be changed."""
    target, lane = tmp_path_factory.mktemp("sheets") / "sheets.pdf", lane_of("floor")
    lane.prepare(work)
    lane.run(work, target, Clock())
    return target
