"""The lock: one build of an order at a time, and nobody clears away what another is at work on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from press.errors import Exit, PressError, Problem
from press.paths import Project

SUFFIX = ".lock"


class OrderLocked(PressError):
    """Another build of the order is running."""

    def __init__(self, order_id: str):
        super().__init__(
            Problem(f"build/{order_id}", "another build of this order is running", "wait for it"), Exit.MACHINE
        )


@contextmanager
def order_lock(project: Project, order_id: str) -> Iterator[None]:
    """Holds the order's lock; the system frees it when the process ends, however it ends. Raises OrderLocked."""
    path = project.build / f".{order_id}{SUFFIX}"
    file = _held(path, order_id)
    try:
        yield
    finally:
        if (
            os.name == "nt"
        ):  # what is open cannot be deleted there: not by us, and not from under whoever opened it since
            file.close()
        with suppress(OSError):
            path.unlink()
        file.close()


def _held(path: Path, order_id: str) -> IO[str]:
    """The lock's file, locked, and still the one that has its name: whoever held it before has deleted it."""
    while True:
        file = path.open("a+")
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            file.close()
            raise OrderLocked(order_id) from None
        if _names(path, file):
            return file
        file.close()


def _names(path: Path, file: IO[str]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


if os.name == "nt":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
