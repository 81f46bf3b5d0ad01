"""Strays: what lies in an order's folder and was not made by the press. It is somebody's own."""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from press.errors import Exit, Problem, refuse_if
from press.language.message import _
from press.names import is_passing
from press.paths import Project
from press.system.safe_files import is_folder


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Everything below a folder that is no folder, links among them, by its name from there. No link is followed."""
    for path in sorted(folder.rglob("*")):
        if not is_folder(path):
            yield path.relative_to(folder).as_posix(), path


def strays(project: Project, published: Path, work: Path, made_before: Collection[str] | None) -> list[str]:
    """The names of what is somebody's own in the published folder, which the working folder will replace.

    `made_before` names the files the press made of it, None if that is not known. Raises PressError with every file
    that would be lost, as a new one bears its name.
    """
    if not is_folder(published):
        return []
    made_now = {name for name, _ in files_below(work)}
    ours = made_now if made_before is None else {*made_before}
    ours |= {str(folder) for name in ours for folder in PurePosixPath(name).parents}  # damaged: nobody's own
    own = {name: path for name, path in files_below(published) if name not in ours and not is_passing(path.name)}
    refuse_if(
        (
            Problem(
                project.name(path),
                _("is somebody's own, and this build would write over it"),
                _("take it away, then build again"),
            )
            for name, path in own.items()
            if name in made_now or not _has_room(work, name)
        ),
        Exit.MACHINE,
    )
    return list(own)


def carry_along(names: Collection[str], published: Path, work: Path) -> None:
    """Puts what is somebody's own in the published folder, wherever that lies now, into the working folder, too."""
    for name in names:
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        keep(published / name, work / name)


def leave_behind(names: Collection[str], work: Path) -> None:
    """Takes it out of the working folder again: it stays where it was."""
    for name in names:
        with suppress(OSError):
            (work / name).unlink()


def _has_room(work: Path, name: str) -> bool:
    """Whether nothing of the new build lies where the file, or a folder of it, would have to."""
    if (work / name).exists():
        return False
    return all(
        not os.path.lexists(place) or is_folder(place) for place in (work / name).parents if place != work.parent
    )


def keep(path: Path, to: Path) -> None:
    """The file itself, in both places: whatever happens, one of them is there. Pipes and devices stay behind."""
    if not path.is_symlink() and not path.is_file():
        return
    with suppress(OSError, NotImplementedError):  # a disk without hard links
        os.link(path, to, follow_symlinks=False)
        return
    shutil.copy2(path, to, follow_symlinks=False)
