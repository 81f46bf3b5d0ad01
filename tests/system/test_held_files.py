"""What another program holds for a moment is waited for; then it is told."""

import errno
import shutil

import pytest
from held import FOREVER

from press.errors import PressError
from press.system.held_files import patiently
from press.system.os_errors import explaining_os_errors
from press.system.safe_files import take_away


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("press.system.held_files.PAUSE", 0.0)


@pytest.mark.parametrize("what", ["rmdir", "unlink", "mkdir", "rename"])
@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOTEMPTY, errno.EEXIST])
def test_a_moment_is_waited_for(number: int, what: str):
    tries = iter([OSError(number, "held"), OSError(number, "held"), None])

    def do() -> str:
        if error := next(tries):
            raise error
        return what

    assert patiently(do) == what


def test_what_no_program_holds_is_not_tried_again():
    tries = []

    def do() -> None:
        tries.append(1)
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        patiently(do)
    assert len(tries) == 1


@pytest.mark.parametrize("times, gone", [(2, True), (FOREVER, False)])
def test_a_folder_that_is_not_empty_yet(tmp_path, monkeypatch, times: int, gone: bool):
    """A file that is deleted while somebody reads it stays until that is over."""
    monkeypatch.setattr("press.system.held_files.PATIENCE", 0.0 if times == FOREVER else 2.0)
    folder, left = tmp_path / "folder", [times]
    folder.mkdir()

    def rmtree(path):
        if left[0]:
            left[0] -= 1
            raise OSError(errno.ENOTEMPTY, "not empty", str(path))
        folder.rmdir()

    monkeypatch.setattr("shutil.rmtree", rmtree)
    if gone:
        take_away(folder)
    else:
        with pytest.raises(PressError, match="another program has a file of it open"), explaining_os_errors(tmp_path):
            take_away(folder)
    assert folder.exists() != gone


def test_a_file_that_may_only_be_read_goes_too(tmp_path, monkeypatch):
    """Windows deletes none."""
    file = tmp_path / "folder/Notiz.txt"
    file.parent.mkdir()
    file.write_text("mine")
    file.chmod(0o400)
    monkeypatch.setattr("press.system.safe_files._READ_ONLY_STAYS", True)
    real, seen = shutil.rmtree, []

    def rmtree(path):
        if not file.stat().st_mode & 0o200:
            seen.append(path)
            raise PermissionError(errno.EACCES, "read-only", str(file))
        real(path)

    monkeypatch.setattr("shutil.rmtree", rmtree)
    take_away(file.parent)
    assert seen and not file.parent.exists()
