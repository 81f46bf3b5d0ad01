"""Every test there is, is run: pytest passes over folders by their names."""

from fnmatch import fnmatch

import pytest
from tools import ROOT

TESTS = ROOT / "tests"


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config):
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {part for path in TESTS.rglob("test_*.py") for part in path.relative_to(TESTS).parts[:-1]}
    assert {"build", "watch"} <= folders and passed_over
    assert [name for name in sorted(folders) if any(fnmatch(name, pattern) for pattern in passed_over)] == []
