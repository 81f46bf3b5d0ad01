"""Long paths: Windows takes 260 characters, unless its administrator allows more."""

import sys

from press.errors import Exit, PressError, Problem
from press.language.message import _
from press.names import LONGEST_PATH
from press.paths import Project

MAX_PATH = 260  # of windef.h, with the character that ends it


def refuse_too_deep(project: Project) -> None:
    """Raises PressError if the project lies so deep that the system would not take the paths of what is made in it."""
    length = len(str(project.build)) + 1 + LONGEST_PATH
    if _short_paths_only() and length >= MAX_PATH:
        what = _(
            "lies {over} characters too deep: with what is made in it, Windows takes no longer path",
            over=length + 1 - MAX_PATH,
        )
        fix = _("move it to a folder with a shorter path, or have long paths allowed (LongPathsEnabled)")
        raise PressError(Problem(str(project.root), what, fix), Exit.MACHINE)


def _short_paths_only() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    allowed = getattr(ctypes.WinDLL("ntdll"), "RtlAreLongPathsEnabled", None)  # Windows 10 and newer
    return not (allowed and allowed() & 0xFF)  # a BOOLEAN is a byte
