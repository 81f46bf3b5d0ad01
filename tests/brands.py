"""A project of its own for each test, brands to spoil, and an eye on what is opened meanwhile."""

import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tools import ROOT, attempt

from press.brand.loading import Kit, load_kit
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import COATED, load_profile
from press.errors import Problem
from press.paths import Project

SHIPPED = ("kleinstadtniveau", "musterstadt")

_opened: list[str] | None = None


def _watch(event: str, arguments: tuple) -> None:
    if _opened is not None and event in ("open", "socket.connect", "subprocess.Popen", "os.system", "urllib.Request"):
        _opened.append(f"{event} {arguments[0]}")


sys.addaudithook(_watch)  # for good: hooks cannot be taken away


@contextmanager
def _watched():
    global _opened
    _opened = []
    try:
        yield _opened
    finally:
        _opened = None


@pytest.fixture
def watched():
    """`with watched() as opened:` what Python opens, connects to and runs in there."""
    return _watched


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project in a folder that holds something nobody may read."""
    root = tmp_path / "project"
    for folder in ("content", "assets/icc", *(f"assets/brands/{brand}" for brand in SHIPPED), "templates"):
        shutil.copytree(ROOT / folder, root / folder, copy_function=shutil.copyfile)
    shutil.copy(ROOT / "tasks.py", root)
    (root / "build").mkdir()
    (tmp_path / "secret.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8"
    )
    shutil.copy(ROOT / "assets/icc/ISOcoated_v2_300_bas.icc", tmp_path / "secret.ttf")
    return Project.at(root)


@pytest.fixture(scope="session")
def profile() -> OutputProfile:
    return load_profile(Project.at(ROOT), COATED, "test")


@dataclass
class Victim:
    """A sound brand to be spoilt: musterstadt under another id."""

    project: Project
    profile: OutputProfile
    id: str = "opfer"

    @property
    def folder(self) -> Path:
        return self.project.brand(self.id).parent

    @property
    def yaml(self) -> str:
        return self.project.brand(self.id).read_text(encoding="utf-8")

    def change(self, old: str, new: str) -> None:
        assert self.yaml.count(old) == 1, old
        self.project.brand(self.id).write_text(self.yaml.replace(old, new), encoding="utf-8")

    def line(self, text: str) -> str:
        """`file:line` of the one line that holds a text."""
        numbers = [n for n, line in enumerate(self.yaml.splitlines(), 1) if text in line]
        assert len(numbers) == 1, (text, numbers)
        return f"assets/brands/{self.id}/brand.yaml:{numbers[0]}"

    def load(self) -> tuple[Kit | None, list[Problem]]:
        return attempt(load_kit, self.project, self.id, self.profile)


@pytest.fixture
def victim(project: Project, profile: OutputProfile) -> Victim:
    brand = Victim(project, profile)
    shutil.copytree(ROOT / "assets" / "brands" / "musterstadt", brand.folder)
    kit, problems = brand.load()
    assert kit and not problems
    return brand
