"""Publishing: an order is made in a working folder and appears in build/ in one move, or not at all."""

import os
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from press.errors import Exit, PressError, Problem
from press.paths import Project
from press.system.file_lock import order_lock
from press.system.signals import ignore_signals, point_of_no_return

REFUSED = "-REFUSED"  # ends the name of a folder that holds what preflight refused

PARALLEL_FLUSHES = (
    8  # files brought to the disk at once: it takes them together, and waits once instead of once for each
)
PATIENCE = 2.0  # seconds: for so long a virus scanner or an indexer may hold a file of a folder that is to move
PAUSE = 0.1


@contextmanager
def working_folder(project: Project, order_id: str) -> Iterator[Path]:
    """An empty folder to make the order in. Mends what a killed build left; one build of an order at a time."""
    project.build.mkdir(exist_ok=True)
    work = project.build / f".{order_id}.work"
    with order_lock(project, order_id):
        _mend(project, order_id)
        try:
            work.mkdir()
            yield work
        finally:
            ignore_signals()
            shutil.rmtree(work, ignore_errors=True)


def publish_failed(project: Project, order_id: str, work: Path) -> Path:
    """Keeps what preflight refused beside the last good build, to be looked at until the next build."""
    point_of_no_return()
    _move(work, failed := refused_folder(project, order_id))
    return failed


def publish(project: Project, order_id: str, work: Path) -> Path:
    """Puts the finished working folder in the place of the last build. Raises PressError if somebody holds that."""
    final, old = project.build / order_id, _aside(project, order_id)
    _flush_to_disk(work)
    point_of_no_return()
    if final.exists():
        _move(final, old)
    try:
        _move(work, final)
    except BaseException:
        _put_back(project, order_id)
        raise
    shutil.rmtree(old, ignore_errors=True)
    return final


def last_published(project: Project, order_id: str) -> Path:
    """Where the last build of an order lies, if there is one; a build that was killed in publishing is mended first."""
    final = project.build / order_id
    if not final.exists() and _aside(project, order_id).exists():
        with order_lock(project, order_id):
            _put_back(project, order_id)
    return final


def refused_folder(project: Project, order_id: str) -> Path:
    """Where the last build of an order lies if preflight refused it."""
    return project.build / f"{order_id}{REFUSED}"


def _aside(project: Project, order_id: str) -> Path:
    """Where the last build waits for the next one to take its place."""
    return project.build / f".{order_id}.old"


def _mend(project: Project, order_id: str) -> None:
    _put_back(project, order_id)
    for path in (_aside(project, order_id), project.build / f".{order_id}.work", refused_folder(project, order_id)):
        if path.exists():
            shutil.rmtree(path)


def _put_back(project: Project, order_id: str) -> None:
    """A build killed between its two moves left the last good one aside."""
    final, old = project.build / order_id, _aside(project, order_id)
    if old.exists() and not final.exists():
        old.rename(final)


def _move(folder: Path, to: Path) -> None:
    """Renames a folder. Raises PressError that asks to close the file that holds it in its place (Windows)."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            folder.rename(to)
            return
        except PermissionError:
            if time.monotonic() > end:
                why = "another program has a file of it open, or may not be disturbed"
                what = f"cannot become build/{to.name}: {why}"
                fix = "close it (a PDF viewer, a window of that folder), and build again"
                raise PressError(Problem(f"build/{folder.name}", what, fix), Exit.MACHINE) from None
        time.sleep(PAUSE)


def _flush_to_disk(folder: Path) -> None:
    """Waits until everything is really on the disk: a machine that loses power then shows no order of empty files."""
    with ThreadPoolExecutor(PARALLEL_FLUSHES) as workers:
        for _ in workers.map(_flush, [folder, *folder.rglob("*")]):
            pass


def _flush(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # no folder can be opened there
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)  # Windows flushes only what one may write to
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
