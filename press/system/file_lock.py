"""The lock: one build of an order at a time, and nobody clears away what another is at work on."""

import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from press.errors import Exit, PressError, Problem
from press.language.message import _
from press.paths import Project
from press.system.held_files import patiently
from press.system.safe_files import refuse_other_than_folder, take_away_other_than

SUFFIX = ".lock"
# Whoever opened the file just before its holder deleted it has to try again: with another one.
TIMEOUT_S, POLL_S = 0.1, 0.01
TRIES = 5  # the folder of locks goes when nobody is at work: it may do so just before a lock is made in it


class OrderLockedError(PressError):
    """Somebody else is at work on the order."""

    def __init__(self, name: str):
        super().__init__(
            Problem(f"build/{name}", _("another build of this order is running"), _("wait for it")), Exit.MACHINE
        )


@contextmanager
def order_lock(project: Project, name: str) -> Iterator[None]:
    """Holds the lock of an order or a variant; the system frees it when the process ends, however it ends.

    Raises OrderLockedError, and PressError if build/ is no folder.
    """
    path = project.lock(name)
    lock = FileLock(path, timeout=TIMEOUT_S, poll_interval=POLL_S, fallback_to_soft=False)
    try:
        held = _acquired(project, path, lock)
    except Timeout:
        raise OrderLockedError(name) from None
    try:
        with held:
            try:
                yield
            finally:
                with suppress(OSError):  # Windows deletes no file that is open; there filelock does, once it is free
                    path.unlink()
    finally:
        with suppress(OSError):  # others are at work, or something is remembered
            project.private.rmdir()


def _acquired(project: Project, path: Path, lock: FileLock) -> AbstractContextManager[object]:
    tries = 0
    while True:
        _prepare(project, path)
        try:
            return lock.acquire()
        except FileNotFoundError:
            tries += 1
            if tries == TRIES:
                raise


def _prepare(project: Project, path: Path) -> None:
    """A place for the lock: build/ as somebody made it, or a new one; what is not a folder or a lock there goes."""
    refuse_other_than_folder(project, project.build)
    take_away_other_than(stat.S_ISDIR, project.private)
    patiently(partial(project.private.mkdir, parents=True, exist_ok=True))
    take_away_other_than(stat.S_ISREG, path)
