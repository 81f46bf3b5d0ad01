"""Edits: which files differ below the folders an editor works in, told one save at a time."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from press.names import is_passing
from press.paths import Project
from press.system.signals import raise_asked

FOLDERS = ("content", "assets", "templates")
QUIET_S = (
    0.06  # a file is written in several steps, a few ms apart: a save is over when nothing has happened for so long
)
LONGEST_S = 1.0  # or, where it never ends, as when a whole folder is copied, after so long
LOOK_S = 0.5  # so often it looks even if nothing is told: a network drive tells nothing
STEP_MS = 10  # how exactly it hears that something has happened

# Two versions of a file differ in the time they were written, their size, their inode, or the time that the system
# itself notes of any change: whoever puts the first back cannot put back the last. (Windows notes none.)
Version = tuple[int, int, int, int]
State = dict[str, Version]  # by file, as people name it


def edits(project: Project) -> Iterator[tuple[str, ...]]:
    """The names of the files that were edited, one save at a time; waits for the next. First none: where it begins.

    No edit is lost while nobody asks: what was saved during a build comes when it is over, as one.
    """
    before = state(project)
    yield ()
    for _ in _stirrings([project.root / folder for folder in FOLDERS]):
        if state(project) != before:
            now = _settled(project)
            if names := differing(before, now):
                yield names
            before = now


def state(project: Project) -> State:
    """The version of every file that an editor may mean to change."""
    found: State = {}
    for top in FOLDERS:
        for folder, folders, names in os.walk(project.root / top):
            folders[:] = [name for name in folders if not is_passing(name)]
            for name in names:
                if not is_passing(name) and (version := _version(path := Path(folder, name))):
                    found[project.name(path)] = version
    return found


def differing(before: State, now: State) -> tuple[str, ...]:
    """The files that are new, gone or other."""
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))


def _settled(project: Project) -> State:
    """The state once a save is over."""
    latest, now = time.monotonic() + LONGEST_S, state(project)
    while time.monotonic() < latest:
        time.sleep(QUIET_S)
        before, now = now, state(project)
        if now == before:
            break
    return now


def _version(path: Path) -> Version | None:
    try:
        found = path.stat()
        return found.st_mtime_ns, found.st_size, found.st_ino, found.st_ctime_ns
    except OSError:  # gone since its folder was read
        return None


def _stirrings(folders: Iterable[Path]) -> Iterator[None]:
    """Comes whenever something may have happened, at the latest after LOOK_S. What it was, the files tell."""
    from watchfiles import watch  # not needed before the first build is done

    try:
        for _ in watch(
            *folders,
            watch_filter=None,
            step=STEP_MS,
            debounce=2 * STEP_MS,
            rust_timeout=round(LOOK_S * 1000),
            yield_on_timeout=True,
        ):
            yield
    except KeyboardInterrupt:
        raise_asked()
        raise
    # The system gives no more watches (OSError), or not even something to watch with (which the library passes on as a
    # RuntimeError): all programs share a limit.
    except (OSError, RuntimeError):
        while True:
            time.sleep(LOOK_S)
            yield
