"""An order that things happen to."""

import shutil
from pathlib import Path

import pytest
from shared import shared
from tools import SAMPLE, copy_project, make, print_only, write_item


@pytest.fixture(scope="session")
def small_once(tmp_path_factory) -> Path:
    """Two sheets without an office edition, built: what is quickly made can be broken off often. Not to be changed."""

    def two_sheets(root: Path) -> Path:
        write_item(copy_project(root, SAMPLE), "bingo-3x3", 2)
        print_only(root, "bingo-3x3")
        make(root)
        return root

    return shared(tmp_path_factory, "small", two_sheets)


@pytest.fixture
def small(small_once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(small_once, tmp_path / "small")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A project without content: enough to publish in."""
    for name in ("content", "assets", "templates", "build", "old"):
        (tmp_path / name).mkdir()
    for name in ("a", "b"):
        (tmp_path / "old" / name).write_text("old")
    return tmp_path
