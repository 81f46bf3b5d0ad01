"""The house: rooms of a size one can survey, each module's name once, and doors that are used.

A package's face (`__init__`) names in `__all__` the modules that others may import; the rest is its own affair, and its
tests'. The direction of imports is a contract of its own, in pyproject.toml (import-linter).
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools import ROOT

AT_THE_DOOR = 4  # modules directly in press/
FEWEST, MOST = 3, 15  # of a package
ONE_FILE_EACH = {"press.preflight.checks"}  # one check, one file: as many as there are rules
SENTENCES = 2  # of a face's first words


def name_of(path: Path, root: Path = ROOT) -> str:
    """A file's name as Python imports it."""
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


FILES = {name_of(path): path for path in sorted((ROOT / "press").rglob("*.py"))}
FACES = {name: path for name, path in FILES.items() if path.name == "__init__.py"}
MODULES = {name: path for name, path in FILES.items() if name not in FACES}
PACKAGES = sorted(set(FACES) - {"press"})
# What imports the press and is bound to its doors: the press itself, its commands, the benchmark.
IMPORTING = {**FILES, **{name_of(path): path for path in (ROOT / "tasks.py", *(ROOT / "bench").rglob("*.py"))}}


def modules_in(package: str) -> list[str]:
    return [name for name in MODULES if name.rpartition(".")[0] == package]


def public(source: str) -> set[str]:
    """The names in a face's `__all__`; a face without one fails."""
    for node in ast.parse(source).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            return set(ast.literal_eval(node.value))
    raise AssertionError("a package without __all__")


def imports(source: str, known: set[str]) -> Iterator[str]:
    """The known modules and packages that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module in known:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from names & known or {node.module}


def past_the_door(importer: str, imported: str, doors: dict[str, set[str]]) -> str | None:
    """The package that does not name what a module outside it imports; None if all on the way do."""
    parts = imported.split(".")
    for depth in range(2, len(parts)):
        package = ".".join(parts[:depth])
        inside = importer == package or importer.startswith(f"{package}.")
        if not inside and parts[depth] not in doors[package]:
            return package
    return None


def test_little_lies_outside_the_rooms():
    assert 0 < len(modules_in("press")) <= AT_THE_DOOR


@pytest.mark.parametrize("package", PACKAGES)
def test_a_room_can_be_surveyed(package: str):
    most = 99 if package in ONE_FILE_EACH else MOST
    assert FEWEST <= len(modules_in(package)) <= most, sorted(modules_in(package))


def test_each_module_has_a_name_of_its_own():
    counts = Counter(path.name for path in MODULES.values())
    assert len(counts) > 100 and {name: count for name, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_face_says_what_the_room_is_for_and_names_its_doors(package: str):
    source = FACES[package].read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    assert len(re.findall(r"\.(?:\s|$)", docstring)) >= SENTENCES, docstring
    inside = {name.rpartition(".")[2] for name in FILES if name.rpartition(".")[0] == package}
    assert public(source) <= inside


@pytest.mark.parametrize("package", PACKAGES)
def test_a_face_loads_nothing(package: str):
    """Whoever needs one module of a package does not wait for the others."""
    assert list(imports(FACES[package].read_text(encoding="utf-8"), set(FILES))) == []


def test_rooms_are_entered_by_their_doors():
    doors = {package: public(FACES[package].read_text(encoding="utf-8")) for package in PACKAGES}
    used: set[str] = set()
    wrong = []
    for importer, path in IMPORTING.items():
        for imported in imports(path.read_text(encoding="utf-8"), set(FILES)):
            used.add(imported)
            if package := past_the_door(importer, imported, doors):
                wrong.append(f"{importer} imports {imported}, which {package} does not name in __all__")
    assert wrong == [] and len(used) > 100


DOORS = {"press.a": {"b", "sub"}, "press.a.sub": {"c"}}


@pytest.mark.parametrize(
    "importer, imported, closed",
    [
        ("press.x", "press.a.b", None),
        ("press.x", "press.a.hidden", "press.a"),
        ("press.a.other", "press.a.hidden", None),
        ("press.ab.other", "press.a.hidden", "press.a"),
        ("press.x", "press.a.sub.c", None),
        ("press.a.b", "press.a.sub.hidden", "press.a.sub"),
        ("press.a.sub.d", "press.a.sub.hidden", None),
        ("tasks", "press.errors", None),
    ],
)
def test_a_closed_door_is_seen(importer: str, imported: str, closed: str | None):
    assert past_the_door(importer, imported, DOORS) == closed


@pytest.mark.parametrize(
    "line, found",
    [
        ("import press.a.b", {"press.a.b"}),
        ("from press.a import b, other", {"press.a.b"}),
        ("from press.a.b import Thing", {"press.a.b"}),
        ("def later():\n    from press.a.b import Thing", {"press.a.b"}),
        ("import os", set()),
    ],
)
def test_an_import_of_the_press_is_seen(line: str, found: set[str]):
    assert set(imports(line, {"press.a", "press.a.b"})) == found
