"""What is printed on the terminal: tables, problems."""

import os
import sys
from collections.abc import Iterable, Sequence

from press.errors import PressError
from press.language.catalogue import said
from press.language.message import _, ngettext
from press.system.say import say_error
from press.system.signals import Interrupted


def table(rows: Iterable[Sequence[str]], indent: int = 2) -> list[str]:
    """Rows as aligned columns, in the language that was chosen: only there it is known how wide they are."""
    rows = [list(map(said, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows)]
    return [" " * indent + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]


def print_problems(end: PressError | Interrupted) -> None:
    """Every problem on a line of its own."""
    if isinstance(end, Interrupted):
        say_error(_("Interrupted; the last good build is untouched."))
        return
    say_error(
        *map(str, end.problems),
        ngettext("{n} problem; nothing was changed.", "{n} problems; nothing was changed.", len(end.problems)),
    )


def has_display() -> bool:
    """Whether a browser's window would be seen: at a terminal, on a machine with a screen."""
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("darwin", "win32") or any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
