"""What the project takes from others: pinned, and needed."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from repository.packages import EXTRAS, FONTS, PYPROJECT, RUNTIME, TOO, WITHOUT, installed, pinned, plain
from tools import ROOT

from tasks import LINTERS

# Not imported either: what pytest loads or a test runs, and where it is asked for.
PLUGINS = {
    "pytest-xdist": "-n auto" in PYPROJECT["tool"]["pytest"]["ini_options"]["addopts"],
    "import-linter": "lint-imports" in (ROOT / "tests/repository/test_layers.py").read_text(encoding="utf-8"),
}
STUBS = "types-"  # begins the name of a package that tells mypy the types of another


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(*paths: Path) -> dict[str, str]:
    """Top-level modules of others that files import, each with a file that does."""
    own = (
        {"press", "bench", "tasks"}
        | {path.stem for path in (ROOT / "tests").rglob("*.py")}
        | {path.name for path in (ROOT / "tests").iterdir()}
    )
    found: dict[str, str] = {}
    for path in paths:
        for node in statements(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module]
                if isinstance(node, ast.ImportFrom) and not node.level
                else []
            )
            found |= {name.split(".")[0]: path.relative_to(ROOT).as_posix() for name in names}
    return {name: path for name, path in found.items() if name not in own | sys.stdlib_module_names}


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Every statement below one: expressions, which are ten times as many, import nothing."""
    for part in ("body", "handlers", "orelse", "finalbody", "cases"):
        for inner in getattr(node, part, ()):
            yield inner
            yield from statements(inner)


def packages(modules: dict[str, str]) -> set[str]:
    """The packages that modules come from; a module of none fails."""
    known = packages_distributions()
    assert len(modules) > 2 and [f"{name} in {path}" for name, path in modules.items() if name not in known] == []
    return {canonical(known[name][0]) for name in modules}


BENCH = ROOT / "bench"  # its own extra, which tests do without


@cache
def of_the_press() -> dict[str, str]:
    return imported(ROOT / "tasks.py", *(ROOT / "press").rglob("*.py"))


def test_what_builds_it_is_pinned():
    assert pinned(*PYPROJECT["build-system"]["requires"]) == {"setuptools"}


def test_what_is_installed_is_what_is_pinned():
    extras = PYPROJECT["project"]["optional-dependencies"]
    wanted = [*map(plain, PYPROJECT["project"]["dependencies"]), *extras["test"]]
    wanted += [one for extra in WITHOUT for one in extras[extra] if one != TOO and installed(one.split("==")[0])]
    there = {one: f"{one.split('==')[0]}=={distribution(one.split('==')[0]).version}" for one in wanted}
    assert there == {one: one for one in wanted}


def test_the_press_declares_all_it_imports_and_no_more():
    fonts = {name for name in RUNTIME if name.startswith(FONTS)}
    assert packages(of_the_press()) == RUNTIME - fonts


def test_tests_declare_all_they_import_and_no_more():
    assert (
        packages(imported(*(ROOT / "tests").rglob("*.py"))) - RUNTIME | {name for name, used in PLUGINS.items() if used}
        == EXTRAS["test"]
    )


def test_the_bench_declares_all_it_imports_and_no_more():
    """Each of its packages has one module of the same name."""
    assert set(imported(*BENCH.rglob("*.py"))) - set(of_the_press()) == EXTRAS["bench"]


def test_the_linters_declare_all_they_run_and_no_more():
    """The tests' own extra among it: they run one of them, too."""
    programs = {linter.split()[0].replace("lint-imports", "import-linter") for linter in LINTERS}
    stubs = {name for name in EXTRAS["dev"] if name.startswith(STUBS)}
    assert len(programs) > 2 and programs - EXTRAS["test"] == EXTRAS["dev"] - stubs
    assert programs & EXTRAS["test"] and TOO in PYPROJECT["project"]["optional-dependencies"]["dev"]
    assert {name.removeprefix(STUBS) for name in stubs} <= RUNTIME


@pytest.mark.parametrize(
    "line",
    [
        "import numpy",
        "from numpy.linalg import norm",
        "import press.build, numpy",
        "try: pass\n    except ImportError: import numpy",
        "match 1:\n        case 1: import numpy",
        "if 0: pass\n    else: import numpy",
    ],
)
def test_an_import_is_seen(line, tmp_path, monkeypatch):
    monkeypatch.setattr("test_supply.ROOT", tmp_path)
    (tmp_path / "tests").mkdir()
    (tmp_path / "a.py").write_text(f"def later():\n    {line}\n", encoding="utf-8")
    assert imported(tmp_path / "a.py") == {"numpy": "a.py"}
