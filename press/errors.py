"""What goes wrong, in one form: where it is, what it is, and how to mend it."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar, overload

from press.language.message import Message, _, joined

T = TypeVar("T")
V = TypeVar("V")

_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")  # Unicode categories
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
    what: Message
    fix: Message

    def __str__(self) -> str:
        """A message, too."""
        return escaped(joined("", (self.where, ": ", self.what, "; ", self.fix)))


def short(written: object) -> str:
    """What somebody wrote, as a message quotes it."""
    text = str(written)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


@overload
def escaped(text: Message, but: str = "") -> Message: ...


@overload
def escaped(text: str, but: str = "") -> str: ...


def escaped(text: str, but: str = "") -> str:
    """On one line; what would steer a terminal or turn its letters around (controls, formats) is spelled out, `but`
    for some characters."""
    if isinstance(text, Message):
        return text.mapped(lambda value: escaped(value, but))
    return "".join(f"\\u{ord(c):04X}" if c not in but and unicodedata.category(c) in _STEERING else c for c in text)


class PressError(Exception):
    """All mistakes of one kind that were found, and the exit code they lead to."""

    def __init__(self, problems: Iterable[Problem] | Problem, exit_code: Exit = Exit.WRONG_INPUT):
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.exit_code = exit_code
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["PressError"], tuple[tuple[Problem, ...], Exit]]:
        """From one process to another."""
        return PressError, (self.problems, self.exit_code)


def choose_one(names: Iterable[str]) -> Message:
    """How to mend a name that is none: the names there are."""
    known = ", ".join(names)
    return _("choose one of: {known}", known=known) if known else _("there is none yet")


def refuse_if(problems: Iterable[Problem], exit_code: Exit = Exit.WRONG_INPUT) -> None:
    """Raises one PressError with every problem, if there is any."""
    if found := tuple(dict.fromkeys(problems)):
        raise PressError(found, exit_code)


class Collector:
    """Gathers the mistakes of loaders and checks, so that all are told at once. See `collecting`."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._exit_code = Exit.WRONG_INPUT

    def add(self, problems: Iterable[Problem], exit_code: Exit = Exit.WRONG_INPUT) -> None:
        """What a check found; of several exit codes, the highest counts."""
        self._problems += problems
        self._exit_code = max(self._exit_code, exit_code)

    @contextmanager
    def catching(self) -> Iterator[None]:
        """Takes in a PressError that ends this block, and goes on after it."""
        try:
            yield
        except PressError as error:
            self.add(error.problems, error.exit_code)

    def map(self, load: Callable[[T], V], things: Iterable[T]) -> list[V]:
        """What `load` makes of each thing, without those it raises a PressError for."""
        loaded = []
        for thing in things:
            with self.catching():
                loaded.append(load(thing))
        return loaded

    def refuse(self) -> None:
        """Raises one PressError with all that was gathered so far, if it is anything."""
        refuse_if(self._problems, self._exit_code)


@contextmanager
def collecting() -> Iterator[Collector]:
    """Inside, a Collector gathers mistakes; at the end one PressError has them all.

        with collecting() as problems:
            with problems.catching():
                texts = load_texts()
            decks = problems.map(load_deck, names)
            problems.add(check(decks))
        # here texts and decks are sound

    A PressError that the block itself raises ends it, and is told with what was gathered before.
    """
    collector = Collector()
    with collector.catching():
        yield collector
    collector.refuse()
