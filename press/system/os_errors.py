"""Errors of the operating system: what the machine lacks, in the press's one form instead of a traceback."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage
from tempfile import gettempdir

from press.errors import Exit, PressError, Problem

MACHINE = "this machine"
UNNAMED = "a file that the system does not name"
AGAIN = "then run the command again"
NO_THREAD = "can't start new thread"  # Python's own words for it

_HELD = "cannot be cleared away: another program has a file of it open"
_LET_GO = f"close it (a PDF viewer, a window of that folder), {AGAIN}"

# What the system says by number → what that means, and how to mend it. `{disk}` is where the disk is mounted, or what
# is known of it.
_MEANINGS = {
    errno.ENOSPC: ("the disk {disk} is full", f"make room on it, {AGAIN}"),
    errno.EDQUOT: ("your share of the disk {disk} is used up", f"delete something of yours on it, {AGAIN}"),
    errno.EFBIG: (
        "larger than a file may be here",
        f"raise the limit (ulimit -f), or use another disk, {AGAIN}",
    ),
    errno.EROFS: ("the disk {disk} can only be read", f"make it writable, or work in a copy elsewhere, {AGAIN}"),
    errno.EACCES: (
        "may not be read or written, or is open in another program",
        f"give yourself the right to it, or close it there, {AGAIN}",
    ),
    errno.EPERM: ("may not be changed", f"give yourself the right to it, {AGAIN}"),
    errno.ENOENT: (
        "is gone, and was there a moment ago",
        "leave it in its place while a command runs, and run it again",
    ),
    errno.EBUSY: ("is in use by the system", f"free it, {AGAIN}"),
    errno.ENOTEMPTY: (_HELD, _LET_GO),
    errno.EEXIST: (_HELD, _LET_GO),
    errno.EIO: (
        "the disk {disk} does not read or write as it should",
        "see whether it is broken, and save what is on it",
    ),
    errno.ENOLCK: ("the disk {disk} cannot lock files", "use a disk of this machine"),
    errno.EMFILE: ("too many files are open at once", f"raise the limit (ulimit -n), {AGAIN}"),
    errno.ENFILE: ("too many files are open on this machine", f"close other programs, {AGAIN}"),
    errno.ENOMEM: ("the memory is used up", f"close other programs, {AGAIN}"),
    errno.EAGAIN: (
        "no more threads or processes may be started",
        f"close other programs, or raise the limits (ulimit -u and -v), {AGAIN}",
    ),
}


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_OF_THE_MACHINE = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)


@contextmanager
def explaining_os_errors(root: Path) -> Iterator[None]:
    """Inside, what the system refuses is raised as a PressError; `root` is the project's folder.

    What says nothing of the machine is a bug of ours and stays what it is.
    """
    try:
        yield
    except (OSError, MemoryError, RuntimeError) as error:
        number = _number(error)
        if number not in _MEANINGS:
            raise
        where, disk = _place(error, number, root)
        what, fix = (text.format(disk=disk) for text in _MEANINGS[number])
        raise PressError(Problem(where, what, fix), Exit.MACHINE) from error


def _place(error: Exception, number: int, root: Path) -> tuple[str, Path | str]:
    """What an error is about, as people read it, and the disk that holds it."""
    named = _named(error)
    if named is None and number in _NO_ROOM:
        named = str(_fuller(root / "build", Path(gettempdir())))
    if named is None:
        return MACHINE if number in _OF_THE_MACHINE else UNNAMED, "it lies on"
    if not os.path.isabs(named):
        return named, "it lies on"
    path = Path(named)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else named, _disk(path)


def _number(error: Exception) -> int | None:
    """The system's number for it. Python and some libraries raise the system's errors without one."""
    if isinstance(error, MemoryError):
        return errno.ENOMEM
    if isinstance(error, RuntimeError):
        return errno.EAGAIN if str(error) == NO_THREAD else None
    if isinstance(error, OSError) and error.errno:
        return error.errno
    return errno.ENOENT if isinstance(error, FileNotFoundError) else None


def _named(error: Exception) -> str | None:
    """The file's name, as it is in the error: absolute, if it is a path of ours."""
    if isinstance(name := getattr(error, "filename", None), str | bytes | Path):
        return name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else os.fspath(name)
    first = next(iter(error.args), None)
    return str(first) if isinstance(first, str | Path) and os.path.isabs(first) else None


def _fuller(one: Path, other: Path) -> Path:
    """Of the two places that the press writes in, the one with less room: a file that is being written is not named."""
    disks = _disk(one), _disk(other)
    return other if disks[0] != disks[1] and _room(disks[1]) < _room(disks[0]) else one


def _room(disk: Path) -> int:
    """How many bytes are free on a disk."""
    return disk_usage(disk).free


def _disk(path: Path) -> Path:
    """Where the disk that holds a path is mounted; the path need not be there yet."""
    return next(folder for folder in (path, *path.parents) if os.path.ismount(folder) or folder == folder.parent)
