"""Packages that are not installed, or do not load: told in one sentence, with what this machine is and what to do."""

import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from press.errors import Exit, PressError, Problem
from press.language.message import _, verbatim

OURS = ("press", "bench", "tasks")
NO_WHEEL = {  # (system, processor) as Python names them → the packages that are published only as source for it
    ("win32", "ARM64"): (("typst",), _("install the Python for x64 from python.org, which runs there, too")),
    ("darwin", "x86_64"): (
        ("pikepdf",),
        _("use a Mac with an Apple chip; or install qpdf, a compiler, then it by pip"),
    ),
}
PYTHONS = ((3, 11), (3, 14))  # the oldest and the newest that all packages are published for


@contextmanager
def explaining_missing_packages() -> Iterator[None]:
    """Inside, the import of a package that fails is raised as a PressError. One of our own modules is a bug of ours."""
    try:
        yield
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        if not package or package in OURS:
            raise
        raise PressError(_problem(package, error), Exit.MACHINE) from error


def _problem(package: str, error: ImportError) -> Problem:
    here = _(
        "Python {version} on {system}, {machine}",
        version=platform.python_version(),
        system=sys.platform,
        machine=platform.machine(),
    )
    lacking, instead = NO_WHEEL.get((sys.platform, platform.machine()), ((), verbatim("")))
    if package in lacking:
        return Problem(
            here, _("the package {package} is not published ready-made for this machine", package=package), instead
        )
    if not PYTHONS[0] <= sys.version_info[:2] <= PYTHONS[1]:
        oldest, newest = (".".join(map(str, version)) for version in PYTHONS)
        what = _("the package {package} is not published ready-made for this Python", package=package)
        return Problem(
            here, what, _("make .venv with a Python from {oldest} to {newest}", oldest=oldest, newest=newest)
        )
    if isinstance(error, ModuleNotFoundError):
        return Problem(
            here,
            _("the package {package} is not installed", package=package),
            _('run "{executable}" -m pip install -e .', executable=sys.executable),
        )
    what = _("the package {package} does not load ({error})", package=package, error=error)
    return Problem(here, what, _('run "{executable}" -m pip install --force-reinstall -e .', executable=sys.executable))
