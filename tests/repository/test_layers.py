"""The layers of the house: every room is on one of its floors, and a module that imports upwards is refused."""

import shutil
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest
from tools import ROOT

(CONTRACT,) = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
UPWARDS = {
    "at its head": "import press.cli.output\n",
    "when it is called": "def late():\n    from press.build import published_build\n",
    "for types alone": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from press.proof.page import Page\n",
    "from the benchmark": "from bench import options\n",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all modules, and of the contract."""
    root = tmp_path_factory.mktemp("house")
    for package in ("press", "bench"):
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def linted(root: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("lint-imports", path=sysconfig.get_path("scripts"))
    return subprocess.run([program, "--no-logo", "--no-cache"], cwd=root, capture_output=True, text=True)


def test_every_room_is_on_a_floor():
    found = [*(ROOT / "press").glob("*.py"), *(path.parent for path in (ROOT / "press").glob("*/__init__.py"))]
    rooms = {f"press.{path.stem}" for path in found} - {"press.__init__"}
    floors = [room.strip() for floor in CONTRACT["layers"] for room in floor.split("|")]
    assert sorted(floors) == sorted(rooms | {"bench"})


def test_the_house_as_it_is_keeps_the_contract(house: Path):
    done = linted(house)
    assert done.returncode == 0 and "1 kept, 0 broken" in done.stdout


@pytest.mark.parametrize("line", UPWARDS.values(), ids=UPWARDS)
def test_a_module_that_imports_upwards_is_refused(house: Path, line: str):
    added = house / "press/system/upwards.py"
    added.write_text(line, encoding="utf-8")
    done = linted(house)
    added.unlink()
    assert done.returncode == 1 and "press.system.upwards -> " in done.stdout
