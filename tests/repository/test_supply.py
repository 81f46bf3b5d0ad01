"""What the project takes from others: pinned, needed, and with a licence that is known."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tools import ROOT

from press.brand.faces import Face, installed_faces
from press.web.web_fonts import write_fonts
from tasks import LINTERS

LISTED = (ROOT / "assets/LICENSES.md").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"([a-z0-9-]+)==\d[\d.]*")
FONTS = "fontpkg-"  # packages of these are found by fontpkg, not imported
# Not imported either: what pytest loads or a test runs, and where it is asked for.
PLUGINS = {
    "pytest-xdist": "-n auto" in PYPROJECT["tool"]["pytest"]["ini_options"]["addopts"],
    "import-linter": "lint-imports" in (ROOT / "tests/repository/test_layers.py").read_text(encoding="utf-8"),
}
WITHOUT = {"bench": "Packages of the benchmark", "dev": "Packages of the linters"}  # extras that tests do without
TOO = "press[test]"  # an extra that takes along what tests need
STUBS = "types-"  # begins the name of a package that tells mypy the types of another
OPEN_FONT_LICENCE = "SIL Open Font License, Version 1.1"
# Names (OpenType, name table): copyright, licence, where it stands; and those that carry the font's own name.
RIGHTS, OWN_NAMES = {0, 13, 14}, {1, 3, 4, 6, 16, 18, 21, 25}


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


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def rows(heading: str) -> list[list[str]]:
    """The rows of the table below a heading of LICENSES.md."""
    part = LISTED.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found = [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("| ")
    ][2:]
    assert found and len({row[0] for row in found}) == len(found)
    return found


def stated(package: str) -> str:
    """The licence a package names: in its metadata, or as the heading of its licence's text."""
    facts = distribution(package).metadata
    classified = [one.split(" :: ")[-1] for one in facts.get_all("Classifier", []) if one.startswith("License ::")]
    return (
        facts.get("License-Expression")
        or facts.get("License")
        or "; ".join(classified)
        or licence_text(package).splitlines()[0]
    )


def licence_text(package: str) -> str:
    (text,) = [
        file.read_text(encoding="utf-8-sig")
        for file in distribution(package).files
        if file.name in ("LICENSE", "LICENSE.txt") and ".dist-info" in str(file)
    ]
    return text


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


def test_every_file_in_assets_has_a_licence_that_is_there():
    assets = ROOT / "assets"
    listed = {what: place for what, _, _, place in rows("In this folder")}
    lying = {path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()} - {"LICENSES.md"}
    folders = tuple(what for what in listed if what.endswith("/"))
    assert {name for name in lying if not name.startswith(folders)} == {
        *(what for what in listed if what not in folders),
        *(place for what, place in listed.items() if what not in folders),
    }
    assert [place for place in listed.values() if not (assets / place).is_file()] == []
    assert {name for name in lying if name.startswith("icc/")} == {
        "icc/ISOcoated_v2_300_bas.icc",
        "icc/ISOcoated_v2_300_bas.txt",
        "icc/FOGRA47L_uncoated_280.icc",
        "icc/FOGRA47L_uncoated_280.txt",
    }


@pytest.mark.parametrize("what, whose, licence, place", rows("In this folder"))
def test_a_licence_in_assets_is_the_one_named(what, whose, licence, place):
    text = (ROOT / "assets" / place).read_text(encoding="utf-8")
    assert {"MIT": "MIT License", "Zlib": "The zlib/libpng License", "CC0-1.0": "CC0 1.0"}[licence] in text
    assert whose in ("ours", "made from public data") or whose.split(" and ")[0] in text


def test_every_font_package_is_listed_with_its_licence():
    listed = {package: (family, licence) for family, package, licence in rows("Fonts")}
    assert set(listed) == {name for name in RUNTIME if name.startswith(FONTS)}
    for package, (family, licence) in listed.items():
        assert stated(package) == licence == "OFL-1.1" and OPEN_FONT_LICENCE in licence_text(package)
        folder = str(distribution(package).locate_file(package.replace("-", "_")))
        assert all(str(file).startswith(folder) for file in installed_faces()[family].files)


def test_every_package_is_listed_with_its_licence():
    wanted = {name for name in RUNTIME | EXTRAS["test"] if not name.startswith(FONTS)}
    assert dict(rows("Python packages")) == {name: stated(name) for name in wanted}


@pytest.mark.parametrize("extra, heading", WITHOUT.items())
def test_every_package_of_an_extra_is_listed_with_its_licence(extra: str, heading: str):
    listed = dict(rows(heading))
    assert set(listed) == EXTRAS[extra]
    there = {name: licence for name, licence in listed.items() if installed(name)}
    assert {name: stated(name) for name in there} == there


def installed(package: str) -> bool:
    try:
        return bool(distribution(package))
    except PackageNotFoundError:
        return False


@pytest.mark.parametrize("face", installed_faces().values(), ids=lambda face: face.family)
def test_a_font_beside_the_proof_page_tells_its_rights_and_not_its_name(face: Face, tmp_path):
    """OFL 1.1, conditions 2 and 3: copyright and licence go along, a reserved name does not."""
    written = write_fonts((face, face), tmp_path)
    assert len(written) >= 2
    for font in written:
        with TTFont(tmp_path / font.file) as made:
            names = {record.nameID: str(record) for record in made["name"].names}
            assert set(names) >= RIGHTS and not OWN_NAMES & set(names)
            assert "opyright" in names[0] or "©" in names[0]
            assert re.search(r"Open Font License,? [Vv]ersion 1\.1", names[13])
