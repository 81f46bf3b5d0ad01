"""Clearing: build/ is emptied, unless somebody is at work there."""

from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path

from press.names import JOINT, REFUSED, is_published
from press.paths import Project
from press.system.file_lock import SUFFIX as LOCK
from press.system.file_lock import order_lock
from press.system.safe_files import is_folder, refuse_other_than_folder, take_away
from press.system.signals import point_of_no_return

KEEPER = ".gitkeep"  # keeps the empty folder in the repository


def clear(project: Project) -> None:
    """Empties build/, but nothing that a link leads to. Raises PressError, and leaves all as it was, while an order
    there is being built, or if build/ itself is a link."""
    refuse_other_than_folder(project, project.build)
    found = [path for path in _lying(project.build) if path not in (project.build / KEEPER, project.private)]
    ours = _lying(project.private) if is_folder(project.private) else []
    with ExitStack() as held:
        for name in sorted(_names([*found, *ours])):
            held.enter_context(order_lock(project, name))
        point_of_no_return()
        if not is_folder(project.private):
            take_away(project.private)
        for path in [*found, *ours]:
            if path.suffix != LOCK or path.parent != project.private:  # a lock goes with whoever holds it
                take_away(path)
    with suppress(OSError):  # somebody has begun meanwhile
        project.private.rmdir()


def _lying(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _names(found: Iterable[Path]) -> set[str]:
    """The names of orders, variants and specimens that things in build/ belong to."""
    names = {path.name.removesuffix(LOCK).removesuffix(f"{JOINT}{REFUSED}") for path in found}
    return {name for name in names if is_published(name)}
