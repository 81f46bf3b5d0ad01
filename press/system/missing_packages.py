"""Packages that are not installed, or do not load: told in one sentence, with what this machine is and what to do."""

import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from press.errors import Exit, PressError, Problem

OURS = ("press", "bench", "tasks")
NO_WHEEL = {  # (system, processor) as Python names them → the packages that are published only as source for it
    ("win32", "ARM64"): (("typst",), "install the Python for x64 from python.org, which runs there, too"),
    ("darwin", "x86_64"): (("pikepdf",), "use a Mac with an Apple chip; or install qpdf, a compiler, then it by pip"),
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
    here = f"Python {platform.python_version()} on {sys.platform}, {platform.machine()}"
    lacking, instead = NO_WHEEL.get((sys.platform, platform.machine()), ((), ""))
    if package in lacking:
        return Problem(here, f"the package {package} is not published ready-made for this machine", instead)
    if not PYTHONS[0] <= sys.version_info[:2] <= PYTHONS[1]:
        oldest, newest = (".".join(map(str, version)) for version in PYTHONS)
        what = f"the package {package} is not published ready-made for this Python"
        return Problem(here, what, f"make .venv with a Python from {oldest} to {newest}")
    if isinstance(error, ModuleNotFoundError):
        return Problem(here, f"the package {package} is not installed", f'run "{sys.executable}" -m pip install -e .')
    what = f"the package {package} does not load ({error})"
    return Problem(here, what, f'run "{sys.executable}" -m pip install --force-reinstall -e .')
