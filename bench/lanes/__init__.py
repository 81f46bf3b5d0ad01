"""Lanes: ways to make the same sheets. One module each; each holds a `LANE`."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.clock import Clock
from bench.work import Work

SETTING, FINISHING = "setting", "finishing"  # the steps that are compared: from boards to a file for print


@dataclass(frozen=True)
class Lane:
    """A way to make the sheets: what it is, and what it leaves out of the work."""

    name: str
    label: str  # as tables show it
    place: int  # in tables; the press comes first
    about: str
    lacks: str
    run: Callable[[Work, Path, Clock], None]  # writes the file
    package: str | None = None  # that must be installed
    most: int | None = None  # no more boards than this: it would take too long
    prepare: Callable[[Work], None] | None = None  # what is not its work; not timed

    def missing(self) -> str | None:
        """Why it cannot run here."""
        try:
            importlib.import_module(self.package or "press")
        except ImportError:
            return f"{self.package} is not installed: install the extra `bench`"
        except OSError as error:  # a package that cannot find a library of the system
            return f"{self.package} lacks a library of the system: {str(error).splitlines()[0]}"
        return None

    @property
    def title(self) -> str:
        """Its name with the version that runs."""
        try:
            return f"{self.label} {version(self.package)}" if self.package else self.label
        except PackageNotFoundError:
            return self.label


def lanes() -> tuple[Lane, ...]:
    """Every lane there is, in order."""
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return tuple(sorted((module.LANE for module in modules), key=lambda lane: lane.place))


def lane_of(name: str) -> Lane:
    return next(lane for lane in lanes() if lane.name == name)
