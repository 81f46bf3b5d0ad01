"""Publication: one step where the system has it, two that mend each other elsewhere, and nobody at work beside it."""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from line_by_line import publish_new
from press.system.exchange_folders import exchange
from tools import files

from press.delivery.publish import publish, working_folder
from press.errors import PressError
from press.paths import Project

SCRIPT = Path(__file__).with_name("line_by_line.py")
CAN_EXCHANGE = sys.platform in ("linux", "darwin")
CAN_FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot split a process in two")


def killed(root: Path, how: str) -> list[list[str]]:
    done = subprocess.run([sys.executable, str(SCRIPT), str(root), how], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


@CAN_FORK
@pytest.mark.skipif(not CAN_EXCHANGE, reason="this system cannot exchange two folders in one step")
def test_killed_at_every_line_the_order_is_there_at_once(bare):
    rows = killed(bare, "exchanging")
    assert len(rows) > 40 and {at_once for _, at_once, *_ in rows} == {"old", "new"}
    assert all(found == at_once and lying == "order" for _, at_once, found, lying in rows)


@CAN_FORK
def test_killed_at_every_line_between_two_moves_the_next_look_mends_it(bare):
    rows = killed(bare, "moving")
    assert len(rows) > 40 and {at_once for _, at_once, *_ in rows} == {"old", "missing", "new"}
    assert {found for _, _, found, _ in rows} == {"old", "new"} and {lying for *_, lying in rows} == {"order"}


def test_an_exchange_of_what_is_not_there_is_an_error_of_the_system(bare):
    if CAN_EXCHANGE:
        with pytest.raises(FileNotFoundError):
            exchange(bare / "old", bare / "nothing")
    else:
        assert not exchange(bare / "old", bare / "content")
    assert (bare / "old/a").exists()


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_a_disk_that_cannot_exchange_gets_two_moves(bare, monkeypatch, number: int):
    shutil.copytree(bare / "old", bare / "build/order")

    def refusing(one, other):
        ctypes.set_errno(number)
        return -1

    monkeypatch.setattr("press.system.exchange_folders._call", lambda: refusing)
    publish_new(Project.at(bare))
    assert files(bare / "build") == {"order/a": b"new", "order/b": b"new"}


def held_open(monkeypatch, times: int) -> None:
    """What Windows says of a folder with a file that somebody has open, so many times."""
    left, rename = [None] * times, Path.rename

    def renamed(self, target):
        if left:
            left.pop()
            raise PermissionError(errno.EACCES, "in use", str(self))
        return rename(self, target)

    monkeypatch.setattr("press.delivery.publish.exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", renamed)


def test_a_file_that_somebody_looks_at_keeps_the_last_build(bare, monkeypatch):
    shutil.copytree(bare / "old", bare / "build/order")
    monkeypatch.setattr("press.delivery.publish.PATIENCE", 0.2)
    held_open(monkeypatch, 999)
    with pytest.raises(PressError) as error:
        publish_new(Project.at(bare))
    (problem,) = error.value.problems
    assert (
        error.value.exit_code == 4
        and problem.where == "build/order"
        and "open" in problem.what
        and "close it" in problem.fix
    )
    assert files(bare / "build") == {"order/a": b"old", "order/b": b"old"}


def test_a_file_that_is_held_for_a_moment_is_waited_for(bare, monkeypatch):
    shutil.copytree(bare / "old", bare / "build/order")
    held_open(monkeypatch, 3)
    publish_new(Project.at(bare))
    assert files(bare / "build") == {"order/a": b"new", "order/b": b"new"}


@pytest.mark.parametrize("held, published", [(1.9, True), (2.3, False)])
def test_a_file_is_waited_for_as_long_as_two_seconds(bare, monkeypatch, held: float, published: bool):
    """As long as a virus scanner takes; by a clock that goes as fast as it is asked to wait."""
    now, rename = [100.0], Path.rename

    def renamed(self, target):
        if self.parent.name == "build" and now[0] < 100 + held:
            raise PermissionError(errno.EACCES, "in use", str(self))
        return rename(self, target)

    monkeypatch.setattr(
        "press.delivery.publish.time",
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
