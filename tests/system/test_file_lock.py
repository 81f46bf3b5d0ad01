"""The lock: whatever lies in its place is no reason to stop."""

import os
from pathlib import Path

import pytest

from press.paths import Project
from press.system.file_lock import OrderLockedError, order_lock


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def folder(path: Path) -> None:
    (path / "inside").mkdir(parents=True)


def link(path: Path) -> None:
    path.symlink_to(path.parents[2] / "kept")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def old(path: Path) -> None:
    path.write_text("of a process that was killed")


@pytest.mark.skipif(os.name == "nt", reason="links want rights there, and there are no pipes")
@pytest.mark.parametrize("put", [folder, link, pipe, old])
@pytest.mark.parametrize("place", ["lock", "private"])
def test_what_is_no_lock_gives_way(project: Project, put, place: str):
    """And nothing that a link leads to is touched."""
    kept = project.root / "kept"
    kept.mkdir()
    path = project.lock("standard") if place == "lock" else project.private
    path.parent.mkdir(parents=True)
    put(path)
    with order_lock(project, "standard"):
        assert project.lock("standard").is_file()
        with pytest.raises(OrderLockedError), order_lock(project, "standard"):
            pass
    assert kept.is_dir() and not project.lock("standard").exists()
