"""Interrupts: Ctrl-C, or a signal that asks a command to end, stops it cleanly – up to the moment when something has changed."""

import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Iterator

# Ctrl-C, `kill`, a terminal that closes, Ctrl-Break: as far as the system has them.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
BY_SIGNAL = 128  # and the signal's number: the exit code as shells say it


class Interrupted(KeyboardInterrupt):
    """Somebody asked the command to end."""

    def __init__(self, number: int):
        super().__init__()
        self.exit_code = BY_SIGNAL + number


@dataclass
class _State:
    """Signals come to the process, not to a function: this is the process's own."""

    asked: int | None = None
    deaf: bool = False


_state = _State()


@contextmanager
def heeded() -> Iterator[None]:
    """Inside, each of these signals raises Interrupted. One that the process was started to ignore (`nohup`) stays ignored."""
    outer = _state.asked, _state.deaf
    _state.asked, _state.deaf = None, False
    before = {number: signal.signal(number, _ask) for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN}
    hook, sys.unraisablehook = sys.unraisablehook, _lost
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)
        _state.asked, _state.deaf = outer


def point_of_no_return() -> None:
    """From here on the command carries through what it began. Raises Interrupted if that was asked for before."""
    if _state.asked is not None:
        raise Interrupted(_state.asked)
    _state.deaf = True


def unheeded() -> None:
    """From here on signals are let pass: the command ends already, and clears up."""
    _state.deaf = True


def _ask(number: int, _frame) -> None:
    if not _state.deaf:
        _state.asked = number
        raise Interrupted(number)


def _lost(fault) -> None:
    """An interrupt that came while an object was cleared away goes no further; `point_of_no_return` raises it again."""
    if not isinstance(fault.exc_value, Interrupted):
        sys.__unraisablehook__(fault)
