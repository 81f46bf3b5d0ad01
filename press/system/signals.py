"""Interrupts: Ctrl-C, or a signal that asks a command to end, stops it cleanly, until something has changed."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer, main_thread
from types import FrameType

# Ctrl-C, `kill`, a terminal that closes, Ctrl-Break: as far as the system has them.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
SOON = 0.05  # seconds until a signal that came at a bad moment comes again
BY_SIGNAL = 128  # and the signal's number: the exit code as shells say it


class Interrupted(KeyboardInterrupt):
    """Somebody asked the command to end."""

    def __init__(self, number: int):
        super().__init__()
        self.exit_code = BY_SIGNAL + number


@dataclass
class _Listener:
    """The signal that was asked to end by, and one that was let pass; whether it lets pass any by now."""

    asked: int | None = None
    passed: int | None = None
    deaf: bool = False
    again: Timer | None = None


_listeners: list[
    _Listener
] = []  # signals come to the process, not to a function: these are the process's own, the innermost last


@contextmanager
def raising_signals() -> Iterator[None]:
    """Inside, each of these signals raises Interrupted; one that the process was started to ignore stays ignored.

    May be nested: a round of many hears anew, and what it let pass because it was too late ends the rounds.
    """
    listener = _Listener()
    _listeners.append(listener)
    before = {
        number: signal.signal(number, _ask) for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN
    }
    hook, sys.unraisablehook = sys.unraisablehook, _lost
    try:
        yield
    finally:
        listener.deaf = True
        if listener.again:
            listener.again.cancel()
            listener.again.join()
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)
        _listeners.remove(listener)
        if listener.passed is not None and _listeners:
            raise Interrupted(listener.passed)


@contextmanager
def ctrl_c_for_us_alone() -> Iterator[None]:
    """Processes that are started inside never hear Ctrl-C, which all of a terminal get: not even while they begin, when
    Python would end them with a traceback. On Windows, where nothing can hold it back, one of that very moment is lost.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetConsoleCtrlHandler(None, True)  # is inherited
        try:
            yield
        finally:
            ctypes.windll.kernel32.SetConsoleCtrlHandler(None, False)
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])  # is inherited
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def point_of_no_return() -> None:
    """From here on the command carries through what it began. Raises Interrupted if that was asked for before."""
    raise_asked()
    ignore_signals()


def raise_asked() -> None:
    """Raises Interrupted if that was asked for: a library may have taken it for a KeyboardInterrupt of its own."""
    if _listeners and _listeners[-1].asked is not None:
        raise Interrupted(_listeners[-1].asked)


@contextmanager
def told_as_asked() -> Iterator[None]:
    """Inside, an error that a library made of an interrupt, as pydantic while it builds a model, is that interrupt."""
    try:
        yield
    except Exception:
        raise_asked()
        raise


def ignore_signals() -> None:
    """From here on signals are let pass: the command ends already, and clears up."""
    if _listeners:
        _listeners[-1].deaf = True


def _ask(number: int, frame: FrameType | None) -> None:
    listener = _listeners[-1]
    number = listener.asked or number  # the first one says how the command ends
    if listener.deaf:
        listener.passed = number
        return
    listener.asked = number
    if _importing(frame):
        _ask_again(number)
    else:
        raise Interrupted(number)


def _importing(frame: FrameType | None) -> bool:
    """Whether a module is being loaded: libraries in C end the process at once if that is broken off."""
    while frame and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is not None


def _ask_again(number: int) -> None:
    listener = _listeners[-1]
    if listener.again:
        listener.again.cancel()
    listener.again = Timer(SOON, _send, [number])
    listener.again.daemon = True
    listener.again.start()


def _send(number: int) -> None:
    """Sends the main thread a signal. One raised in another thread would be heard only when that has waited enough."""
    if sys.platform != "win32" and (main := main_thread().ident):
        signal.pthread_kill(main, number)
    elif signal.getsignal(signal.SIGINT) is _ask:  # no thread can be sent one there, and Ctrl-C alone ends a wait
        signal.raise_signal(signal.SIGINT)
    else:
        signal.raise_signal(number)


def _lost(fault: "sys.UnraisableHookArgs") -> None:
    """An interrupt that came while an object was cleared away goes no further: Python drops it."""
    if isinstance(fault.exc_value, Interrupted):
        _ask_again(fault.exc_value.exit_code - BY_SIGNAL)
    else:
        sys.__unraisablehook__(fault)
