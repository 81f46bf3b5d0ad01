"""Files that others wrote: read only if they are files, never further than asked for, never out of their folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from press.errors import Problem
from press.paths import Project


def read_file(path: Path, most: int) -> bytes:
    """At most so many bytes of a file. Raises OSError, also for a folder, a pipe or a device, which may never end."""
    if path.exists() and not path.is_file():
        raise OSError("not a file")
    with path.open("rb") as file:
        return file.read(most)


def reason(error: OSError) -> str:
    """Why a file cannot be read, in the press's own words. Raises the error again if that is the machine's affair."""
    if isinstance(error, PermissionError):
        raise error
    return "no such file" if isinstance(error, FileNotFoundError) else "not a file"


def links_leading_out(project: Project, folder: Path) -> Iterator[Problem]:
    """Every link in a folder of the project that leads out of it.

    Whoever sent the folder must not choose what else is read.
    """
    home = Path(os.path.realpath(folder.parent), folder.name)
    for path in (folder, *sorted(folder.rglob("*"))):
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home):
            yield Problem(
                f"{project.name(path)}:1",
                f"a link that leads out of {project.name(folder)}/",
                "put what it leads to in its place",
            )
