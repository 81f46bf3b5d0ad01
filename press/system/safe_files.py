"""Files that others wrote: read only if they are files, never further than asked for, never out of their folder; and
folders that others may have put something else in the place of."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from press.errors import Exit, PressError, Problem
from press.language.message import Message, _
from press.paths import Project
from press.system.held_files import patiently
from press.system.written_names import leading_out

JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT of winnt.h


# Windows has no pipes among its files, and wants to be told that bytes are bytes.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_READ_ONLY_STAYS = os.name == "nt"
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def read_file(path: Path, most: int) -> bytes:
    """At most so many bytes of a file. Raises OSError, also for a folder, a pipe or a device, which may never end."""
    if path.exists() and not path.is_file():
        raise OSError("not a file")
    with _opened(path, _AT_ONCE) as file:
        return _read(file, most)


def read_plain_file(path: Path, most: int) -> bytes:
    """At most so many bytes of a plain file. Raises OSError for all else: a link is not followed, a pipe or a device
    is not waited for."""
    with open_plain_file(path) as file:
        return _read(file, most)


def open_plain_file(path: Path) -> BinaryIO:
    """A plain file, to read; all else is refused like that. Raises OSError."""
    kind = os.lstat(path).st_mode
    if not stat.S_ISREG(kind):
        raise OSError("a link" if stat.S_ISLNK(kind) else "not a file")
    return _opened(path, _AT_ONCE | _NO_LINK)


def _read(file: BinaryIO, most: int) -> bytes:
    """No more memory is asked for than the file has: Windows does not take back what was too much of a block."""
    size = os.fstat(file.fileno()).st_size
    data = file.read(min(size + 1, most))
    return data + file.read(most - len(data)) if len(data) > size else data  # it grew meanwhile


def _opened(path: Path, flags: int) -> BinaryIO:
    """A file whose kind is looked at once more: something else may have come in its place meanwhile."""
    file = os.fdopen(os.open(path, os.O_RDONLY | flags), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError("not a file")
    return file


def open_inside(folder: Path, name: str) -> BinaryIO | None:
    """A plain file below a folder, by its name with slashes, to read; None if there is none. No link is followed, and
    a name that by its form may lead elsewhere is not even looked for."""
    if leading_out(name):
        return None
    path = folder
    try:
        for part in PurePosixPath(name).parts:
            if not is_folder(path):
                return None
            path /= part
        return open_plain_file(path)
    except (OSError, ValueError):  # also a name no file can have
        return None


def reason(error: OSError) -> Message:
    """Why a file cannot be read, in the press's own words. Raises the error again if that is the machine's affair."""
    if isinstance(error, PermissionError):
        raise error
    if isinstance(error, FileNotFoundError):
        return _("no such file")
    return _("a link") if error.args == ("a link",) else _("not a file")


def is_link(path: Path) -> bool:
    """Whether it leads elsewhere: a symbolic link, or a junction (Windows)."""
    if not os.path.lexists(path):
        return False
    return path.is_symlink() or getattr(os.lstat(path), "st_reparse_tag", 0) == JUNCTION


def is_folder(path: Path) -> bool:
    """Whether it is a folder itself, not a link to one."""
    return path.is_dir() and not is_link(path)


def is_plain_file(path: Path) -> bool:
    """Whether it is a file itself, not a link to one, and none that may never end."""
    return path.is_file() and not is_link(path)


def refuse_other_than_folder(project: Project, path: Path) -> None:
    """Raises PressError if something lies where a folder belongs. What is not there is none of that."""
    if is_folder(path) or not os.path.lexists(path):
        return
    what = _("is a link, where a folder belongs") if is_link(path) else _("is no folder")
    raise PressError(Problem(project.name(path), what, _("take it away, then run the command again")), Exit.MACHINE)


def take_away(path: Path) -> None:
    """Deletes a file, a folder with all that is in it, or a link, but never what a link leads to. Raises OSError,
    also if somebody holds a file of it for longer than a moment."""
    try:
        _delete(path)
    except OSError:
        _make_writable(path)
        patiently(lambda: _delete(path))


def _delete(path: Path) -> None:
    if is_folder(path):
        shutil.rmtree(path)
    elif path.is_dir() and not path.is_symlink():
        path.rmdir()  # a junction goes like an empty folder
    else:
        path.unlink(missing_ok=True)


def _make_writable(path: Path) -> None:
    """Windows deletes no file that may only be read; elsewhere the folder's rights decide."""
    for file in (path, *path.rglob("*")) if _READ_ONLY_STAYS and not is_link(path) else ():
        if is_plain_file(file):
            file.chmod(stat.S_IWRITE)


def take_away_other_than(wanted: Callable[[int], bool], path: Path) -> None:
    """Deletes what lies there unless its mode is of the wanted kind (`stat.S_ISREG`, `stat.S_ISDIR`). Raises OSError.

    One look decides: what is not there now may be another's the moment after.
    """
    with suppress(FileNotFoundError):
        found = os.lstat(path)
        if not wanted(found.st_mode) or getattr(found, "st_reparse_tag", 0) == JUNCTION:
            take_away(path)


def links_leading_out(project: Project, folder: Path) -> Iterator[Problem]:
    """Every link in a folder of the project that leads out of it.

    Whoever sent the folder must not choose what else is read.
    """
    home = Path(os.path.realpath(folder.parent), folder.name)
    for path in (folder, *sorted(folder.rglob("*"))):
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home):
            yield Problem(
                f"{project.name(path)}:1",
                _("a link that leads out of {path}/", path=project.name(folder)),
                _("put what it leads to in its place"),
            )
