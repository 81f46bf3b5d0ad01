"""The packages that the project pins, for itself and for each extra."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution

from tools import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"([a-z0-9-]+)==\d[\d.]*")
FONTS = "fontpkg-"  # packages of these are found by fontpkg, not imported
WITHOUT = {"bench": "Packages of the benchmark", "dev": "Packages of the linters"}  # extras that tests do without
TOO = "press[test]"  # an extra that takes along what tests need


def plain(wanted: str) -> str:
    """A package as it is wanted, without where."""
    return wanted.partition(";")[0]


def pinned(*wanted: str) -> set[str]:
    """The names of packages that are wanted; one that is not pinned to a version fails."""
    wanted = tuple(map(plain, wanted))
    loose = [one for one in wanted if not PIN.fullmatch(one)]
    assert wanted and not loose, f"not pinned with ==: {loose}"
    return {PIN.fullmatch(one)[1] for one in wanted}


RUNTIME = pinned(*PYPROJECT["project"]["dependencies"])
EXTRAS = {
    name: pinned(*(one for one in wanted if one != TOO))
    for name, wanted in PYPROJECT["project"]["optional-dependencies"].items()
}


def installed(package: str) -> bool:
    try:
        return bool(distribution(package))
    except PackageNotFoundError:
        return False
