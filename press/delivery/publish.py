"""Publishing: an order is made in a working folder and appears in build/ in one move, or not at all.

Whatever is published has a name: an order's, a variant's (`standard--musterstadt`) or a specimen's.
"""

import os
import shutil
import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from press.delivery.strays import carry_along
from press.errors import Exit, PressError, Problem
from press.paths import Project
from press.system.file_lock import order_lock
from press.system.safe_files import is_folder, refuse_other_than_folder, take_away
from press.system.signals import ignore_signals, point_of_no_return

WORK, ASIDE = "work", "aside"  # in an order's workshop

PARALLEL_FLUSHES = (
    8  # files brought to the disk at once: it takes them together, and waits once instead of once for each
)
PATIENCE = 2.0  # seconds: for so long a virus scanner or an indexer may hold a file of a folder that is to move
PAUSE = 0.1


@contextmanager
def working_folder(project: Project, name: str) -> Iterator[Path]:
    """An empty folder to make the order in. Mends what a killed build left; one build of an order at a time.

    Raises PressError if something else lies where the order's folder belongs: it is somebody's own.
    """
    workshop = project.workshop(name)
    work = workshop / WORK
    with order_lock(project, name):
        refuse_other_than_folder(project, project.published(name))
        _mend(project, name)
        try:
            work.mkdir(parents=True)
            yield work
        finally:
            ignore_signals()
            _clear(work)
            with suppress(OSError):  # it holds the record of what is published
                workshop.rmdir()


def publish_failed(project: Project, name: str, work: Path) -> Path:
    """Keeps what preflight refused beside the last good build, to be looked at until the next build."""
    point_of_no_return()
    _move(project, work, failed := project.refused(name))
    return failed


def publish(project: Project, name: str, work: Path, made_before: Collection[str] | None = None) -> Path:
    """Puts the finished working folder in the place of the last build.

    `made_before` names the files of that, if they are known: what somebody else put beside them stays there. Raises
    PressError if that cannot be, or if somebody holds a file of it.
    """
    final, aside = project.published(name), _aside(project, name)
    _flush_to_disk(work)
    carry_along(project, final, work, made_before)
    point_of_no_return()
    if final.exists():
        _move(project, final, aside)
    try:
        _move(project, work, final)
    except BaseException:
        _put_back(project, name)
        raise
    shutil.rmtree(aside, ignore_errors=True)
    return final


def last_published(project: Project, name: str) -> Path:
    """Where the last build of an order lies, if there is one; a build that was killed in publishing is mended first."""
    final = project.published(name)
    if not final.exists() and _aside(project, name).exists():
        with order_lock(project, name):
            _put_back(project, name)
    return final


def _aside(project: Project, name: str) -> Path:
    """Where the last build waits for the next one to take its place."""
    return project.workshop(name) / ASIDE


def _mend(project: Project, name: str) -> None:
    if not is_folder(workshop := project.workshop(name)):
        take_away(workshop)
    _put_back(project, name)
    left = workshop.iterdir() if workshop.exists() else ()
    for path in (project.refused(name), *(path for path in left if path != project.record(name))):
        take_away(path)


def _clear(work: Path) -> None:
    """Deletes what can be deleted, the deepest folders first: `rmtree` holds each level open, and there may be no room
    for so many open files when a build failed because of that."""
    for folder, _, _ in os.walk(work, topdown=False):
        shutil.rmtree(folder, ignore_errors=True)


def _put_back(project: Project, name: str) -> None:
    """A build killed between its two moves left the last good one aside."""
    final, aside = project.published(name), _aside(project, name)
    if is_folder(aside) and not final.exists():
        aside.rename(final)


def _move(project: Project, folder: Path, to: Path) -> None:
    """Renames a folder. Raises PressError that asks to close the file that holds it in its place (Windows)."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            folder.rename(to)
            return
        except PermissionError:
            if time.monotonic() > end:
                why = "another program has a file of it open, or may not be disturbed"
                what = f"cannot become {project.name(to)}: {why}"
                fix = "close it (a PDF viewer, a window of that folder), and build again"
                raise PressError(Problem(project.name(folder), what, fix), Exit.MACHINE) from None
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
