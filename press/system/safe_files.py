"""Files that others wrote: read only if they are files, never further than asked for, never out of their folder."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from press.errors import Problem
from press.paths import Project


# Windows has no pipes among its files, and wants to be told that bytes are bytes.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: Path, most: int) -> bytes:
    """At most so many bytes of a file. Raises OSError; a folder, a pipe or a device, which may never end, is no file."""
    if path.exists() and not path.is_file():
        raise OSError("not a file")
    with path.open("rb") as file:
        return file.read(most)


def read_plain_file(path: Path, most: int) -> bytes:
    """At most so many bytes of a plain file. Raises OSError for all else: a link is not followed, and a pipe or a device
    is not waited for."""
    kind = os.lstat(path).st_mode
    if not stat.S_ISREG(kind):
        raise OSError("a link" if stat.S_ISLNK(kind) else "not a file")
    handle = os.open(path, os.O_RDONLY | _AT_ONCE)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):  # in whose place it came meanwhile
            raise OSError("not a file")
        return file.read(most)


def reason(error: OSError) -> str:
    """Why a file cannot be read, in the press's own words. Raises the error again if that is the machine's affair."""
    if isinstance(error, PermissionError):
        raise error
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return "a link" if error.args == ("a link",) else "not a file"


def links_leading_out(project: Project, folder: Path) -> Iterator[Problem]:
    """Every link in a folder of the project that leads out of it: whoever sent the folder must not choose what else is read."""
    home = Path(os.path.realpath(folder.parent), folder.name)
    for path in (folder, *sorted(folder.rglob("*"))):
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home):
            yield Problem(
                f"{project.name(path)}:1",
                f"a link that leads out of {project.name(folder)}/",
                "put what it leads to in its place",
            )
