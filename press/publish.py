"""Publishing: an order is made in a working folder and appears in build/ in one move, or not at all."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from press.errors import Exit, PressError, Problem
from press.project import Project


@contextmanager
def working_folder(project: Project, order_id: str) -> Iterator[Path]:
    """An empty folder to make the order in. Mends what a killed build left; one build of an order at a time."""
    project.build.mkdir(exist_ok=True)
    work = project.build / f".{order_id}.work"
    with _alone(project.build / f".{order_id}.lock", order_id):
        _mend(project, order_id)
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def publish_failed(project: Project, order_id: str, work: Path) -> Path:
    """Keeps what preflight refused beside the last good build, to be looked at until the next build."""
    failed = refused_folder(project, order_id)
    work.rename(failed)
    return failed


def publish(project: Project, order_id: str, work: Path) -> Path:
    """Puts the finished working folder in the place of the last build."""
    final, old = project.build / order_id, project.build / f".{order_id}.old"
    if final.exists():
        final.rename(old)
    work.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    return final


def _mend(project: Project, order_id: str) -> None:
    """A build killed between the two moves left the last good one aside: put it back."""
    final, old = project.build / order_id, project.build / f".{order_id}.old"
    if old.exists() and not final.exists():
        old.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(refused_folder(project, order_id), ignore_errors=True)


def refused_folder(project: Project, order_id: str) -> Path:
    """Where the last build of an order lies if preflight refused it."""
    return project.build / f"{order_id}-REFUSED"


@contextmanager
def _alone(path: Path, order_id: str) -> Iterator[None]:
    """Holds the order's lock; the system frees it when the process ends, however it ends."""
    with path.open("a+") as file:
        try:
            _lock(file)
        except OSError:
            raise PressError(Problem(f"build/{order_id}", "another build of this order is running", "wait for it"), Exit.MACHINE) from None
        yield


if os.name == "nt":
    import msvcrt

    def _lock(file) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
