"""Publication: two moves; what was broken off between them is mended by the next look, or the next build."""

import errno
import os
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace

import line_by_line
import pytest
from held import hold
from line_by_line import look, publish_new
from tools import PATIENCE_S, files

from press.delivery.publish import publish
from press.delivery.working_folder import working_folder
from press.errors import PressError
from press.paths import Project

SCRIPT = Path(line_by_line.__file__)
WORK = ".press/order/work"  # where a build is at work
CAN_FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot split a process in two")


def killed(root: Path, what: str) -> list[list[str]]:
    """What was found after each line at which it was killed."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(root), what], capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert done.returncode == 0, done.stderr
    return [line.split()[1:] for line in done.stdout.splitlines()]


@CAN_FORK
def test_killed_at_every_line_the_next_look_and_the_next_build_mend_it(bare):
    rows = killed(bare, "publishing")
    assert len(rows) > 40 and [state for state, _ in groupby(row[0] for row in rows)] == ["old", "missing", "new"]
    for at_once, looked, after_look, built, after_build in rows:
        assert looked == built == ("new" if at_once == "new" else "old")
        assert after_build == "order" and "order" in after_look.split(",")
        assert at_once != "missing" or "aside" not in after_look


@CAN_FORK
@pytest.mark.parametrize("what, lines", [("mending by a look", 10), ("mending by a build", 25)])
def test_killed_while_it_is_mended_it_is_mended_the_next_time(bare, what: str, lines: int):
    rows = killed(bare, what)
    assert len(rows) > lines and {at_once for at_once, *_ in rows} == {"missing", "old"}
    assert {(looked, built, after) for _, looked, _, built, after in rows} == {("old", "old", "order")}


def test_what_was_never_published_is_not_made_up(bare):
    (bare / "build" / WORK).mkdir(parents=True)
    assert look(Project.at(bare)) == "missing"


@pytest.mark.parametrize("folder", ["order", WORK])
def test_a_file_that_somebody_looks_at_keeps_the_last_build(bare, monkeypatch, folder: str):
    shutil.copytree(bare / "old", bare / "build/order")
    monkeypatch.setattr("press.system.held_files.PATIENCE", 0.2)
    hold(monkeypatch, bare / "build" / folder)
    with pytest.raises(PressError) as error:
        publish_new(Project.at(bare))
    (problem,) = error.value.problems
    assert error.value.exit_code == 4 and problem.where == f"build/{folder}"
    assert "open" in problem.what and "close it" in problem.fix
    assert files(bare / "build") == {"order/a": b"old", "order/b": b"old"}


@pytest.mark.parametrize("folder", ["order", WORK])
def test_a_file_that_is_held_for_a_moment_is_waited_for(bare, monkeypatch, folder: str):
    shutil.copytree(bare / "old", bare / "build/order")
    hold(monkeypatch, bare / "build" / folder, 3)
    publish_new(Project.at(bare))
    assert files(bare / "build") == {"order/a": b"new", "order/b": b"new"}


@pytest.mark.parametrize("held, published", [(1.9, True), (2.3, False)])
def test_a_file_is_waited_for_as_long_as_two_seconds(bare, monkeypatch, held: float, published: bool):
    """As long as a virus scanner takes; by a clock that goes as fast as it is asked to wait."""
    now, rename = [100.0], Path.rename

    def renamed(self, target):
        if self.name == "work" and now[0] < 100 + held:
            raise PermissionError(errno.EACCES, "in use", str(self))
        return rename(self, target)

    monkeypatch.setattr(
        "press.system.held_files.time",
        SimpleNamespace(monotonic=lambda: now[0], sleep=lambda seconds: now.append(now.pop() + seconds)),
    )
    monkeypatch.setattr(Path, "rename", renamed)
    if published:
        publish_new(Project.at(bare))
    else:
        with pytest.raises(PressError, match="another program has a file of it open"):
            publish_new(Project.at(bare))
    assert (bare / "build/order").exists() == published


def test_everything_is_on_the_disk_before_it_is_shown(bare, monkeypatch):
    """A machine that loses power then must not have published empty files."""
    settled, done = [], []
    monkeypatch.setattr(os, "fsync", lambda handle: settled.append(os.fstat(handle).st_ino))
    monkeypatch.setattr("press.delivery.publish.point_of_no_return", lambda: done.extend(settled))
    with working_folder(Project.at(bare), "order") as work:
        (work / "folder").mkdir()
        (work / "folder/a").write_text("new")
        wanted = {
            path.stat().st_ino for path in (work / "folder/a", *([] if os.name == "nt" else [work, work / "folder"]))
        }
        publish(Project.at(bare), "order", work)
    assert set(done) == wanted
