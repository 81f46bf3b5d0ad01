"""A package that is missing is told in a sentence: which, on what machine, what to do. Not by a compiler."""

import platform
import sys
import tomllib

import pytest
from command import command
from tools import ROOT, SAMPLE, copy_project

from press.errors import PressError
from press.system.missing_packages import NO_WHEEL, PYTHONS, explaining_missing_packages

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MACHINES = [("win32", "ARM64"), ("win32", "AMD64"), ("darwin", "x86_64"), ("darwin", "arm64"), ("linux", "x86_64")]


def told(error: ImportError, system: str = "linux", processor: str = "x86_64", version=(3, 12, 0)):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "platform", system)
        patch.setattr(sys, "version_info", version)
        patch.setattr(platform, "machine", lambda: processor)
        with pytest.raises(PressError) as raised, explaining_missing_packages():
            raise error
    (problem,) = raised.value.problems
    assert raised.value.exit_code == 4
    return problem


def missing(name: str) -> ModuleNotFoundError:
    return ModuleNotFoundError(f"No module named '{name}'", name=name)


@pytest.mark.parametrize(
    "system, processor, name", [("win32", "ARM64", "typst"), ("darwin", "x86_64", "pikepdf.models")]
)
def test_a_machine_without_a_ready_made_package(system: str, processor: str, name: str):
    problem = told(missing(name), system, processor)
    assert processor in problem.where and "not published ready-made for this machine" in problem.what
    assert ("x64" if system == "win32" else "Apple") in problem.fix


@pytest.mark.parametrize(
    "version, wrong", [((3, 10, 9), True), ((3, 11, 0), False), ((3, 14, 9), False), ((3, 15, 0), True)]
)
def test_a_python_without_ready_made_packages(version, wrong: bool):
    problem = told(missing("yaml"), version=version)
    assert ("for this Python" in problem.what and "3.11 to 3.14" in problem.fix) == wrong


def test_what_was_not_installed_or_does_not_load():
    problem = told(missing("yaml"), "win32", "AMD64")
    assert problem.what == "the package yaml is not installed" and sys.executable in problem.fix
    broken = told(ImportError("DLL load failed while importing _core", name="pikepdf._core"), "win32", "AMD64")
    assert "pikepdf does not load (DLL load failed" in broken.what


@pytest.mark.parametrize("name", ["press.build.built", "tasks", ""])
def test_a_bug_of_ours_stays_one(name: str):
    with pytest.raises(ImportError), explaining_missing_packages():
        raise ImportError("no such thing", name=name or None)


@pytest.mark.parametrize("machine", MACHINES, ids=" ".join)
def test_what_is_left_out_is_what_is_told(machine):
    """Markers in pyproject.toml are written as Python is."""
    here = {"sys_platform": machine[0], "platform_machine": machine[1]}
    wanted = [one.partition(";") for one in PROJECT["dependencies"] if ";" in one]
    left_out = {name.partition("==")[0] for name, _, marker in wanted if not eval(marker.strip(), here)}
    assert left_out == set(NO_WHEEL.get(machine, ((), ""))[0])


def test_pythons_are_those_that_pip_takes():
    (_, oldest), (_, newest) = PYTHONS
    assert PROJECT["requires-python"] == f">=3.{oldest},<3.{newest + 1}"


def test_a_command_tells_it(tmp_path, monkeypatch):
    root = copy_project(tmp_path / "project", SAMPLE)
    monkeypatch.setitem(sys.modules, "press.order.plan", None)
    monkeypatch.setitem(sys.modules, "press.build.build", None)
    with pytest.raises(ImportError):  # a module of ours
        command(root, "build")
    monkeypatch.undo()
    for name in [name for name in sys.modules if name.partition(".")[0] == "webbrowser"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "webbrowser", None)  # stands for a package
    done = command(root, "proof")
    assert done.returncode == 4 and "the package webbrowser is not installed" in done.stderr
