"""What is printed on the terminal: tables, problems."""

import os
import sys
from collections.abc import Iterable, Sequence

from press.errors import PressError
from press.system.say import say_error
from press.system.signals import Interrupted


def table(rows: Iterable[Sequence[str]], indent: int = 2) -> list[str]:
    """Rows as aligned columns."""
    rows = [list(map(str, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows)]
    return [" " * indent + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]


def print_problems(end: PressError | Interrupted) -> None:
    """Every problem on a line of its own."""
    if isinstance(end, Interrupted):
        say_error("Interrupted; the last good build is untouched.")
        return
    count = len(end.problems)
    say_error(*map(str, end.problems), f"{count} {'problem' if count == 1 else 'problems'}; nothing was changed.")


def has_display() -> bool:
    """Whether a browser's window would be seen: at a terminal, on a machine with a screen."""
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("darwin", "win32") or any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
