"""What a build opens, it closes, and does not leave to Python's search for garbage: Windows moves no folder in which a
file is open."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools import SAMPLE, copy_project, edit, print_only, write_item

from press.build.build import build
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.system.progress import Progress
from press.system.worker_pool import WorkerPool

OPEN = Path("/proc/self/fd")  # of Linux: a link for each file
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not OPEN.is_dir(), reason="this system does not tell which files are open"),
]


@pytest.fixture(autouse=True)
def nothing_collected() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def still_open(root: Path) -> list[str]:
    """Files below a folder, also those that have gone since."""
    links = (OPEN / number for number in os.listdir(OPEN))
    files = [os.readlink(link) for link in links if link.is_symlink()]
    return [file for file in files if file.startswith(f"{root}/")]


def test_of_an_order_that_is_made_and_made_anew(tmp_path):
    root = copy_project(tmp_path / "project", SAMPLE)
    write_item(root, "bingo-3x3", 2)
    print_only(root, "bingo-3x3")
    for sentence in ("Da könnte jede kommen.", "Da könnten alle kommen."):
        edit(root / "content/phrases/probe.yaml", "Da könnte.* kommen[.]", sentence)
        made = build(make_plan(Project.at(root), "standard", Overrides()), Progress(), workers=WorkerPool(1))
        assert made.made and still_open(root) == []


def test_the_look_notices_what_is_left_open(tmp_path):
    with (tmp_path / "left.pdf").open("wb"):
        assert still_open(tmp_path) == [str(tmp_path / "left.pdf")]
    assert still_open(tmp_path) == []
