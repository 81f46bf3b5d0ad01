"""Publishing: a finished working folder takes the place of the last build in one move, or not at all.

Whatever is published has a name: an order's, a variant's (`standard--musterstadt`) or a specimen's.
"""

import os
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from press.delivery.strays import carry_along, leave_behind, strays
from press.errors import Exit, PressError, Problem
from press.language.message import _
from press.paths import Project
from press.system.held_files import HELD, patiently
from press.system.safe_files import is_folder, take_away
from press.system.signals import point_of_no_return

ASIDE = "aside"  # in an order's workshop
PARALLEL_FLUSHES = (
    8  # files brought to the disk at once: it takes them together, and waits once instead of once for each
)


class HeldError(PressError):
    """Somebody holds a file of a folder that is to move (Windows): nothing was moved."""

    def __init__(self, folder: str, to: str, waits: bool = False):
        what = _("cannot become {to}: another program has a file of it open, or may not be disturbed", to=to)
        fix = _("close it (a PDF viewer, a window of that folder), then run the command again")
        if waits:
            what += _("; the order is finished, and waits")
            fix += _(", which puts the finished order in its place")
        super().__init__(
            Problem(folder, what, fix),
            Exit.MACHINE,
        )
        self._folders = folder, to

    def waiting(self) -> "HeldError":
        """The same, of an order that is kept."""
        return HeldError(*self._folders, waits=True)


def publish(project: Project, name: str, work: Path, made_before: Collection[str] | None = None) -> Path:
    """Puts the finished working folder in the place of the last build.

    `made_before` names the files of that, if they are known: what somebody else put beside them stays there. Raises
    PressError if that cannot be, and HeldError if somebody holds a file of one of them.
    """
    final, aside = project.published(name), project.workshop(name) / ASIDE
    _flush_to_disk(work)
    own = strays(project, final, work, made_before)
    point_of_no_return()
    if final.exists():
        _move(project, final, aside)
    try:
        carry_along(own, aside, work)
        _move(project, work, final)
    except BaseException:
        leave_behind(own, work)
        put_back(project, name)
        raise
    with suppress(OSError):  # the next build takes it away
        take_away(aside)
    return final


def publish_failed(project: Project, name: str, work: Path) -> Path:
    """Keeps what preflight refused beside the last good build, to be looked at until the next build."""
    point_of_no_return()
    _move(project, work, failed := project.refused(name))
    return failed


def put_back(project: Project, name: str) -> None:
    """A build killed between its two moves left the last good one aside."""
    if is_aside(project, name):
        patiently(lambda: (project.workshop(name) / ASIDE).rename(project.published(name)))


def is_aside(project: Project, name: str) -> bool:
    """Whether the last good build waits there, and nothing lies in its place."""
    return is_folder(project.workshop(name) / ASIDE) and not project.published(name).exists()


def _move(project: Project, folder: Path, to: Path) -> None:
    """Renames a folder. Raises HeldError."""
    try:
        patiently(lambda: folder.rename(to))
    except OSError as error:
        if error.errno not in HELD:
            raise
        raise HeldError(project.name(folder), project.name(to)) from None


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
