"""What goes wrong, in one form: where it is, what it is, and how to mend it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

MAX_SHOWN = 60  # characters of what somebody wrote; whoever wrote more knows how it goes on


class Exit(IntEnum):
    """Exit codes of every command."""

    FINE = 0
    BUG = 1
    WRONG_INPUT = 2
    PREFLIGHT = 3
    MACHINE = 4


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: `where` is `file:line` (or an option, or a layout's cell)."""

    where: str
    what: str
    fix: str

    def __str__(self) -> str:
        return _seen(f"{self.where}: {self.what}; {self.fix}")


def short(written: object) -> str:
    """What somebody wrote, as a message quotes it."""
    text = str(written)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


def _seen(message: str) -> str:
    """A message on one line, with what would steer a terminal or turn its letters around (controls, formats) spelled out."""
    return "".join(
        f"\\u{ord(c):04X}" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in message
    )


class PressError(Exception):
    """All mistakes of one kind that were found, and the exit code they lead to."""

    def __init__(self, problems: Iterable[Problem] | Problem, exit_code: Exit = Exit.WRONG_INPUT):
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.exit_code = exit_code
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self):
        """From one process to another."""
        return PressError, (self.problems, self.exit_code)


def refuse_if(problems: Iterable[Problem], exit_code: Exit = Exit.WRONG_INPUT) -> None:
    """Raises one PressError with every problem, if there is any."""
    if found := tuple(dict.fromkeys(problems)):
        raise PressError(found, exit_code)
