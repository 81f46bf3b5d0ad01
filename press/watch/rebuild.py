"""A round of the watch: one build, however it ends."""

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from press.errors import PressError
from press.system.file_lock import OrderLockedError

if TYPE_CHECKING:  # the build's modules are loaded with the first build, not to name its result
    from press.build.build import BuildResult

TURN_S = 1  # between two tries while another build of the order runs
PATIENCE_S = 120  # after so long it is an error: the longest order of ours takes less


class SupersededError(Exception):
    """A newer edit has come: what is being built is of no more use."""


@dataclass(frozen=True)
class Round:
    """What was edited (nothing at the start), how it ended, and how long it took, in s.

    Built, refused by an error, broken off by a bug of ours, of which this is the traceback, or by a newer edit.
    """

    edited: tuple[str, ...]
    built: "BuildResult | None"
    error: PressError | None
    bug: str  # empty, if there was none
    seconds: float
    superseded: bool = False


def make_round(edited: tuple[str, ...], build: "Callable[[], BuildResult]") -> Round:
    """Builds. Raises only what is to end the watch: Ctrl-C."""
    began = time.monotonic()
    built: BuildResult | None = None
    error: PressError | None = None
    bug, superseded = "", False
    try:
        built = _in_turn(build, began + PATIENCE_S)
    except SupersededError:
        superseded = True
    except PressError as refusal:
        error = refusal
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a library that panics in Rust raises no Exception
        bug = traceback.format_exc()
    return Round(edited, built, error, bug, time.monotonic() - began, superseded)


def _in_turn(build: "Callable[[], BuildResult]", latest: float) -> "BuildResult":
    """Waits for another build of the same order: nobody saves a second time because of that."""
    while True:
        try:
            return build()
        except OrderLockedError:
            if time.monotonic() > latest:
                raise
        time.sleep(TURN_S)
