"""A project of its own for tests of the proof page, with orders, evil phrases and a layout with mistakes."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tools import ROOT, one_check_alone

from press.build.build import BuildResult, build
from press.errors import PressError
from press.order.plan import Plan, make_plan
from press.paths import Project
from press.system.progress import Progress
from press.system.worker_pool import WorkerPool

EVIL = ("<script>alert(1)</script>", '"><img src=x>')  # phrases that must be shown as text

ORDER = """
about: What the proof page is tested on.
brand: {brand}
decks: [{deck}]
seed: 7
items:
{items}
"""

# A layout with two mistakes on its second page, and one fold.
FAULTY = """
#let facts = (
  title: "Faltprobe",
  about: "A leaflet with mistakes",
  purpose: "Zum Prüfen <b>von</b> Fehlern",
  trim: (297, 210),
  final: (197, 210),
  sides: 2,
  duplex: "short-edge",
  folds: (100,),
)
#metadata(facts) <layout>
#let layout(job, brand) = {
  page(place(dx: 40mm, dy: 40mm, text(size: 14pt, job.texts.title)))
  page(place(dx: 1mm, dy: 60mm, text(size: 14pt, "Zu nah")) + place(dx: 120mm, dy: 60mm, text(size: 4pt, "Zu klein")))
}
"""


@dataclass(frozen=True)
class Press:
    """A copy of the project in which tests may write."""

    project: Project

    def order(self, name: str, *items: str, brand: str = "kleinstadtniveau", deck: str = "kleinstadtniveau") -> None:
        lines = "\n".join(f"  - {{{item}}}" for item in items)
        self.project.order(name).write_text(ORDER.format(brand=brand, deck=deck, items=lines), encoding="utf-8")

    def build(self, name: str, *editions: str) -> BuildResult:
        """Builds an order, for print alone if nothing else is said."""
        return build(self.plan(name, *editions), Progress(terminal=False))

    def remake(self, name: str, *editions: str) -> BuildResult:
        """The same, in this process and with no look at the files but at their boxes: for what is told of a build."""
        with one_check_alone():
            return build(self.plan(name, *editions), Progress(terminal=False), workers=WorkerPool(1))

    def plan(self, name: str, *editions: str) -> Plan:
        return replace(make_plan(self.project, name, editions=editions or ("print",)), variant=None)

    def refused(self, name: str) -> Path:
        """Builds an order that preflight must refuse, and gives the folder it is kept in."""
        with pytest.raises(PressError):
            self.build(name)
        return self.project.build / f"{name}--refused"

    def edit(self, path: Path, *changes: tuple[str, str]) -> None:
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def make_press(folder: Path) -> Press:
    for part in ("content", "assets", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    press = Press(Project.at(folder))
    (press.project.layouts / "faltprobe.typ").write_text(FAULTY, encoding="utf-8")
    phrases = press.project.deck("kleinstadtniveau").read_text(encoding="utf-8")
    evil = phrases.replace("board: Dafür haben wir kein Budget.", f"board: '{EVIL[0]}'").replace(
        "board: Damit machen wir uns doch nur angreifbar!", f"board: '{EVIL[1]}'"
    )
    press.project.deck("boese").write_text(evil, encoding="utf-8")
    return press


def read(folder: Path) -> str:
    """The page of a folder."""
    return (folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def own_press(tmp_path: Path) -> Press:
    """A project for a test that changes content."""
    return make_press(tmp_path / "press")
