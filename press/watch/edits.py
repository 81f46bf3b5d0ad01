"""Edits: which files differ below the folders an editor works in, told one save at a time."""

import os
import re
import time
from pathlib import Path
from typing import Iterable, Iterator

from press.project import Project

FOLDERS = ("content", "assets", "templates")
QUIET_MS = 60  # a save comes as several events, a few ms apart: it is over when for so long none comes
LONGEST_MS = 1000  # and when they come for so long without end, as when a whole folder is copied
LOOK_S = 0.5  # so often it looks even if nothing is told: a network drive tells nothing

# What editors and systems put beside an open file, or for a moment in its place: hidden files, backups, vim's 4913,
# JetBrains' ___jb_tmp___, Office's ~$name, Emacs' #name#, a download or an export that is not done.
_PASSING = re.compile(r"^\.|^~\$|~$|^#.*#$|^4913$|___jb_\w+___$|^sed\w{6}$|^thumbs\.db$|^desktop\.ini$"
                      r"|\.(?:sw[a-z]|tmp|temp|bak|orig|part|crdownload)$", re.IGNORECASE)

Version = tuple[int, int, int]  # two versions of a file differ in the time they were written, their size, or their inode
State = dict[str, Version]  # by file, as people name it


def edits(project: Project) -> Iterator[tuple[str, ...]]:
    """The names of the files that were edited, one save at a time; waits for the next. First none: where it begins.

    No edit is lost while nobody asks: what was saved during a build comes when it is over, as one.
    """
    before = state(project)
    yield ()
    for _ in _stirrings([project.root / folder for folder in FOLDERS]):
        now = state(project)
        if names := differing(before, now):
            before = now
            yield names


def state(project: Project) -> State:
    """The version of every file that an editor may mean to change."""
    found: State = {}
    for top in FOLDERS:
        for folder, folders, names in os.walk(project.root / top):
            folders[:] = [name for name in folders if not _PASSING.search(name)]
            for name in names:
                if not _PASSING.search(name) and (version := _version(path := Path(folder, name))):
                    found[project.name(path)] = version
    return found


def differing(before: State, now: State) -> tuple[str, ...]:
    """The files that are new, gone or other."""
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))


def _version(path: Path) -> Version | None:
    try:
        found = path.stat()
        return found.st_mtime_ns, found.st_size, found.st_ino
    except OSError:  # gone since its folder was read
        return None


def _stirrings(folders: Iterable[Path]) -> Iterator[None]:
    """Comes whenever something may have happened, at the latest after LOOK_S. What happened, the files themselves tell."""
    from watchfiles import watch  # not needed before the first build is done

    look_ms = round(LOOK_S * 1000)
    try:
        for _ in watch(*folders, watch_filter=None, step=QUIET_MS, debounce=LONGEST_MS, rust_timeout=look_ms, yield_on_timeout=True):
            yield
    except OSError:  # the system gives no more watches: all programs share a limit
        while True:
            time.sleep(LOOK_S)
            yield
