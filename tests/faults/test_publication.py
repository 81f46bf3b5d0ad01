"""Publication: one step where the system has it, two that mend each other elsewhere, and nobody at work beside it."""

import ctypes
import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from line_by_line import at_line, publish_new
from press import interrupts
from press.errors import PressError
from press.exchange import exchange
from press.interrupts import Interrupted
from press.project import Project
from press.publish import publish, working_folder
from tools import files

SCRIPT = Path(__file__).with_name("line_by_line.py")
CAN_EXCHANGE = sys.platform in ("linux", "darwin")
CAN_FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot split a process in two")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A project without content: enough to publish in."""
    for name in ("content", "assets", "templates", "build", "old"):
        (tmp_path / name).mkdir()
    for name in ("a", "b"):
        (tmp_path / "old" / name).write_text("old")
    return tmp_path


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


@pytest.mark.parametrize("exchanging", [True, False])
def test_interrupted_at_every_line_it_is_the_old_order_or_done(bare, monkeypatch, exchanging: bool):
    """Whoever is told that nothing was changed can rely on it, and no working folder lies around."""
    if not exchanging:
        monkeypatch.setattr("press.publish.exchange", lambda one, other: False)
    told = []
    for line in range(1, 999):
        shutil.rmtree(bare / "build")
        shutil.copytree(bare / "old", bare / "build/order")
        told.append(interrupted_at(line, Project.at(bare)))
        assert {path.read_text() for path in (bare / "build/order").iterdir()} == ({"old"} if told[-1] == "interrupted" else {"new"}), line
        assert {path.name for path in (bare / "build").iterdir()} <= {"order", ".order.lock"}, line
        if told[-1] == "not reached":
            break
    assert told.count("interrupted") > 20 and told.count("done") > 5 and told[-1] == "not reached"


def interrupted_at(line: int, project: Project) -> str:
    """Publishes, and asks for an end after so many lines of it."""
    sent = []

    def ask():
        sent.append(line)
        signal.raise_signal(signal.SIGTERM)

    try:
        with interrupts.heeded(), at_line(line, ask):
            publish_new(project)
    except Interrupted:
        return "interrupted"
    return "done" if sent else "not reached"


def test_an_interrupt_that_got_lost_is_heard_before_anything_changes(bare, capsys):
    """Python drops what is raised while an object is cleared away."""

    class Cleared:
        def __del__(self):
            signal.raise_signal(signal.SIGTERM)

    with pytest.raises(Interrupted) as ended, interrupts.heeded(), working_folder(Project.at(bare), "order") as work:
        (work / "a").write_text("new")
        thing = Cleared()
        del thing
        publish(Project.at(bare), "order", work)
    assert ended.value.exit_code == 143 and list((bare / "build").iterdir()) == [] and capsys.readouterr().err == ""


def test_a_round_of_many_hears_anew_and_ends_them_when_it_was_too_late():
    """As in a watch: what came while a round published ends the watch, not the publication."""
    done = []
    with interrupts.heeded(), pytest.raises(Interrupted):
        for number in range(3):
            with interrupts.heeded():
                interrupts.point_of_no_return()
                if number == 1:
                    signal.raise_signal(signal.SIGTERM)
                done.append(number)
    assert done == [0, 1]
    with interrupts.heeded():  # a single command is done by then
        interrupts.point_of_no_return()
        signal.raise_signal(signal.SIGTERM)


def test_signals_are_what_they_were_afterwards():
    before = [signal.getsignal(number) for number in interrupts.SIGNALS]
    with interrupts.heeded():
        assert [signal.getsignal(number) for number in interrupts.SIGNALS] != before
    assert [signal.getsignal(number) for number in interrupts.SIGNALS] == before


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

    monkeypatch.setattr("press.exchange._call", lambda: refusing)
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

    monkeypatch.setattr("press.publish.exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", renamed)


def test_a_file_that_somebody_looks_at_keeps_the_last_build(bare, monkeypatch):
    shutil.copytree(bare / "old", bare / "build/order")
    monkeypatch.setattr("press.publish.PATIENCE", 0.2)
    held_open(monkeypatch, 999)
    with pytest.raises(PressError) as error:
        publish_new(Project.at(bare))
    (problem,) = error.value.problems
    assert error.value.exit_code == 4 and problem.where == "build/order" and "open" in problem.what and "close it" in problem.fix
    assert files(bare / "build") == {"order/a": b"old", "order/b": b"old"}


def test_a_file_that_is_held_for_a_moment_is_waited_for(bare, monkeypatch):
    shutil.copytree(bare / "old", bare / "build/order")
    held_open(monkeypatch, 3)
    publish_new(Project.at(bare))
    assert files(bare / "build") == {"order/a": b"new", "order/b": b"new"}


def test_everything_is_on_the_disk_before_it_is_shown(bare, monkeypatch):
    """A machine that loses power then must not have published empty files."""
    settled, done = [], []
    monkeypatch.setattr(os, "fsync", lambda handle: settled.append(os.fstat(handle).st_ino))
    monkeypatch.setattr("press.publish.point_of_no_return", lambda: done.extend(settled))
    with working_folder(Project.at(bare), "order") as work:
        (work / "folder").mkdir()
        (work / "folder/a").write_text("new")
        wanted = {path.stat().st_ino for path in (work / "folder/a", *([] if os.name == "nt" else [work, work / "folder"]))}
        publish(Project.at(bare), "order", work)
    assert set(done) == wanted
