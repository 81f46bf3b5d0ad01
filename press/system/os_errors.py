"""Errors of the operating system: what the machine lacks, in the press's one form instead of a traceback."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage
from tempfile import gettempdir

from press.errors import Exit, PressError, Problem
from press.language.message import _

MACHINE = _("this machine")
UNNAMED = _("a file that the system does not name")
AGAIN = _("then run the command again")
NO_THREAD = "can't start new thread"  # Python's own words for it

_HELD = _("cannot be cleared away: another program has a file of it open")
_LET_GO = _("close it (a PDF viewer, a window of that folder), {again}", again=AGAIN)

# What the system says by number → what that means, and how to mend it. `{disk}` is where the disk is mounted, or what
# is known of it.
_MEANINGS = {
    errno.ENOSPC: (_("the disk {disk} is full"), _("make room on it, {again}", again=AGAIN)),
    errno.EDQUOT: (
        _("your share of the disk {disk} is used up"),
        _("delete something of yours on it, {again}", again=AGAIN),
    ),
    errno.EFBIG: (
        _("larger than a file may be here"),
        _("raise the limit (ulimit -f), or use another disk, {again}", again=AGAIN),
    ),
    errno.EROFS: (
        _("the disk {disk} can only be read"),
        _("make it writable, or work in a copy elsewhere, {again}", again=AGAIN),
    ),
    errno.EACCES: (
        _("may not be read or written, or is open in another program"),
        _("give yourself the right to it, or close it there, {again}", again=AGAIN),
    ),
    errno.EPERM: (_("may not be changed"), _("give yourself the right to it, {again}", again=AGAIN)),
    errno.ENOENT: (
        _("is gone, and was there a moment ago"),
        _("leave it in its place while a command runs, and run it again"),
    ),
    errno.EBUSY: (_("is in use by the system"), _("free it, {again}", again=AGAIN)),
    errno.ENOTEMPTY: (_HELD, _LET_GO),
    errno.EEXIST: (_HELD, _LET_GO),
    errno.EIO: (
        _("the disk {disk} does not read or write as it should"),
        _("see whether it is broken, and save what is on it"),
    ),
    errno.ENOLCK: (_("the disk {disk} cannot lock files"), _("use a disk of this machine")),
    errno.EMFILE: (_("too many files are open at once"), _("raise the limit (ulimit -n), {again}", again=AGAIN)),
    errno.ENFILE: (_("too many files are open on this machine"), _("close other programs, {again}", again=AGAIN)),
    errno.ENOMEM: (_("the memory is used up"), _("close other programs, {again}", again=AGAIN)),
    errno.EAGAIN: (
        _("no more threads or processes may be started"),
        _("close other programs, or raise the limits (ulimit -u and -v), {again}", again=AGAIN),
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


def is_of_the_machine(error: Exception) -> bool:
    """Whether the system refused something; not so what libraries say of a file that they cannot read."""
    return _number(error) in _MEANINGS


def _place(error: Exception, number: int, root: Path) -> tuple[str, Path | str]:
    """What an error is about, as people read it, and the disk that holds it."""
    named = _named(error)
    if named is None and number in _NO_ROOM:
        named = str(_fuller(root / "build", Path(gettempdir())))
    if named is None:
        return MACHINE if number in _OF_THE_MACHINE else UNNAMED, _("it lies on")
    if not os.path.isabs(named):
        return named, _("it lies on")
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
