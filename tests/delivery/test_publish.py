"""Publishing: an order appears in one move. Whatever goes wrong, the last good build stays and nothing lies around."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command import command
from tools import DECK, ORDER, PATIENCE_S, built_files, edit, left_in_build, make, press

from press.delivery.publish import publish
from press.delivery.working_folder import working_folder
from press.errors import PressError, Problem
from press.paths import Project
from press.system.progress import Progress


class Interrupted(Progress):
    """Somebody presses Ctrl-C at the first, second, … step, before or after its work."""

    def __init__(self, step: int, after: bool):
        super().__init__(terminal=False)
        self.left, self.after = step, after

    def over(self, things, *rest):
        self.left -= 1
        if self.left == 0 and not self.after:
            raise KeyboardInterrupt
        yield from super().over(things, *rest)
        if self.left == 0:
            raise KeyboardInterrupt


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("step", [1, 2])
def test_an_interrupted_build_changes_nothing(small, step: int, after: bool):
    before = built_files(small)
    edit(small / DECK, "board: Da könnte.*", "board: Ganz anders.")
    with pytest.raises(KeyboardInterrupt):
        make(small, Interrupted(step, after))
    assert built_files(small) == before
    make(small)  # and the next one is not in the way of anything
    assert built_files(small) != before


def test_a_first_build_that_fails_leaves_nothing(sample):
    edit(sample / DECK, "board: Da könnte.*", f"board: {'W' * 60}")
    assert command(sample, "build").returncode == 2
    assert left_in_build(sample) == []


def test_a_build_that_fails_at_its_last_step_changes_nothing(small, monkeypatch):
    def fail(*_):
        raise PressError(Problem("x", "y", "z"))

    before = built_files(small)
    edit(small / DECK, "board: Da könnte.*", "board: Ganz anders.")
    monkeypatch.setattr("press.build.build.make_manifest", fail)
    with pytest.raises(PressError):
        make(small)
    assert built_files(small) == before


def test_a_new_build_replaces_all_of_the_old_one(built):
    edit(built / ORDER, "  - layout: argumente\n    copies: 3\n", "")
    make(built)
    names = set(built_files(built))
    assert "standard/print/bingo-3x3.pdf" in names and not any("argumente" in name for name in names)


def test_a_second_build_at_the_same_time_is_refused(small):
    before = built_files(small)
    with working_folder(Project.at(small), "standard"):
        done = press(small, "build")
        assert done.returncode == 4 and "another build" in done.stderr and "Traceback" not in done.stderr
    assert built_files(small) == before
    make(small)


def test_another_order_may_be_built_at_the_same_time(small):
    (small / "content/orders/other.yaml").write_bytes((small / ORDER).read_bytes())
    with working_folder(Project.at(small), "standard"):
        assert command(small, "build", "--edition", "print", "--order", "other").returncode == 0
    assert (small / "build/other--print/manifest.json").exists()


def test_a_build_killed_between_the_two_moves_is_mended(small):
    """The next build puts the last good one back, even if it fails itself."""
    before = built_files(small)
    workshop = small / "build/.press/standard"
    (small / "build/standard").rename(workshop / "aside")
    (workshop / "work").mkdir()
    (workshop / "work/rest").write_text("x")
    edit(small / DECK, "board: Da könnte.*", f"board: {'W' * 60}")
    assert command(small, "build").returncode == 2
    assert built_files(small) == before


@pytest.mark.parametrize("move", [1, 2])
def test_an_error_in_publishing_leaves_the_last_build(small, monkeypatch, move: int):
    """Even between its two moves."""
    before, moves, rename = built_files(small), [], Path.rename

    def failing(self, target):
        moves.append(self)
        if len(moves) == move:
            raise OSError("the disk is full")
        return rename(self, target)

    with pytest.raises(OSError, match="the disk is full"), working_folder(Project.at(small), "standard") as work:
        (work / "new").write_text("x")
        monkeypatch.setattr(Path, "rename", failing)
        publish(Project.at(small), "standard", work)
    assert len(moves) >= move and built_files(small) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal of that kind")
def test_ctrl_c_shows_no_traceback(small):
    before = built_files(small)
    process = subprocess.Popen(
        [sys.executable, "-m", "invoke", "build", "--boards", "300"],
        cwd=small,
        text=True,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout.readline()  # it has begun
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode not in (0, None) and "Traceback" not in out + err
    assert built_files(small) == before
