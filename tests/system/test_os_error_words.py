"""What the machine lacks, in one form: what is named, and what is told as a bug."""

import errno
import os

import pytest

from press.errors import PressError
from press.system.os_errors import MACHINE, UNNAMED, explaining_os_errors


@pytest.mark.parametrize(
    "error, where",
    [
        (OSError(errno.ENOSPC, "x"), "build"),  # where most is written
        (OSError(errno.EDQUOT, "x"), "build"),
        (OSError(errno.EROFS, "x"), UNNAMED),
        (PermissionError(errno.EACCES, "x"), UNNAMED),
        (OSError(errno.EIO, "x"), UNNAMED),
        (FileNotFoundError(errno.ENOENT, "x"), UNNAMED),
        (OSError(errno.EMFILE, "x"), MACHINE),
        (MemoryError(), MACHINE),
        (RuntimeError("can't start new thread"), MACHINE),
        (OSError(errno.ENOSPC, "x", "standard output"), "standard output"),
        (OSError(errno.EACCES, "x", b"/nowhere/\xff"), "/nowhere/\udcff"),
    ],
    ids=repr,
)
def test_the_one_form(tmp_path, monkeypatch, error: Exception, where: str):
    """What names no file is not laid on one."""
    monkeypatch.setattr("press.system.os_errors.gettempdir", lambda: str(tmp_path))
    with pytest.raises(PressError) as told, explaining_os_errors(tmp_path):
        raise error
    (problem,) = told.value.problems
    assert (
        told.value.exit_code == 4
        and problem.where == where
        and problem.what
        and problem.fix
        and "{" not in str(problem)
    )


@pytest.mark.parametrize("free, full", [({"build": 2, "temp": 1}, "/temp"), ({"build": 1, "temp": 2}, "build")])
def test_of_two_disks_the_fuller_one_is_full(tmp_path, monkeypatch, free, full):
    """A file that is written says nothing of its name: it lies in build/ or among the system's temporary files."""
    monkeypatch.setattr("press.system.os_errors.gettempdir", lambda: "/temp")
    monkeypatch.setattr("press.system.os_errors._disk", lambda path: path)
    monkeypatch.setattr("press.system.os_errors._room", lambda disk: free[disk.name])
    with pytest.raises(PressError) as told, explaining_os_errors(tmp_path):
        raise OSError(errno.ENOSPC, "x")
    assert told.value.problems[0].where == full.replace("/", os.sep)


@pytest.mark.parametrize("named", ["build/x", "content/y.yaml"])
def test_the_file_is_named_from_the_root(tmp_path, named: str):
    for error in (OSError(errno.EACCES, "x", str(tmp_path / named)), FileNotFoundError(tmp_path / named)):
        with pytest.raises(PressError) as told, explaining_os_errors(tmp_path):
            raise error
        assert told.value.problems[0].where == named


@pytest.mark.parametrize(
    "error",
    [OSError("image file is truncated"), OSError(errno.EXDEV, "x"), ValueError("x"), RuntimeError("x")],
    ids=repr,
)
def test_what_says_nothing_of_the_machine_stays_a_bug(tmp_path, error: Exception):
    with pytest.raises(type(error)) as told, explaining_os_errors(tmp_path):
        raise error
    assert told.value is error
