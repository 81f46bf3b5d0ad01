"""The working folder: where an order is made, in its workshop, and what a build that was broken off has left there."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from press.delivery.publish import is_aside, put_back
from press.delivery.waiting import is_waiting, publish_waiting
from press.paths import Project
from press.system.file_lock import order_lock
from press.system.held_files import patiently
from press.system.long_paths import refuse_too_deep
from press.system.safe_files import is_folder, refuse_other_than_folder, take_away
from press.system.signals import ignore_signals


@contextmanager
def working_folder(project: Project, name: str) -> Iterator[Path]:
    """An empty folder to make the order in. Mends what a killed build left, and publishes what was finished and had to
    wait; one build of an order at a time.

    Raises PressError if something else lies where the order's folder belongs: it is somebody's own.
    """
    refuse_too_deep(project)
    work = project.work(name)
    with order_lock(project, name):
        refuse_other_than_folder(project, project.published(name))
        _mend(project, name)
        try:
            patiently(partial(work.mkdir, parents=True))
            yield work
        finally:
            ignore_signals()
            if not is_waiting(project, name):
                _clear(work)
            with suppress(OSError):  # it holds the record of what is published
                project.workshop(name).rmdir()


def last_published(project: Project, name: str) -> Path:
    """Where the last build of an order lies, if there is one; one that was killed in publishing is mended first, one
    that waits is published. Raises HeldError if it has to wait on."""
    final = project.published(name)
    if is_aside(project, name) or is_waiting(project, name):
        with order_lock(project, name):
            put_back(project, name)
            publish_waiting(project, name)
    return final


def _mend(project: Project, name: str) -> None:
    if not is_folder(workshop := project.workshop(name)):
        take_away(workshop)
    put_back(project, name)
    publish_waiting(project, name)
    left = workshop.iterdir() if workshop.exists() else ()
    for path in (project.refused(name), *(path for path in left if path != project.record(name))):
        take_away(path)


def _clear(work: Path) -> None:
    """Deletes what can be deleted, the deepest folders first: `rmtree` holds each level open, and there may be no room
    for so many open files when a build failed because of that."""
    for folder, _, _ in os.walk(work, topdown=False):
        shutil.rmtree(folder, ignore_errors=True)
