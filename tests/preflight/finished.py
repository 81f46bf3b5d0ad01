"""Finished files just as a build hands them to preflight, with what was ordered of them."""

from dataclasses import dataclass
from pathlib import Path

from shared import shared
from tools import ORDER, copy_project, edit

from press.build.context import BuildContext
from press.build.setting import set_products
from press.build.steps import finish_product
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project
from press.preflight.expected import Expected, expected_of
from press.system.worker_pool import WorkerPool

SPOT = "HKS 4 N"  # as HKS 4 is called on the uncoated paper that orders have by themselves
SHEET = "bingo-3x3"
_BRAND = """name: Probehaus
website: https://example.org/probehaus
colours:
  ink: {cmyk: [0, 0, 0, 100]}
  paper: {cmyk: [0, 0, 0, 0]}
  accent: {cmyk: [0, 20, 90, 0], spot: HKS 4}
  accent-soft: {cmyk: [0, 20, 90, 0], spot: HKS 4, tint: 35}
  on-accent: {cmyk: [0, 0, 0, 100]}
fonts:
  display: Baloo 2
  text: Source Sans 3
"""


@dataclass(frozen=True)
class Finished:
    data: bytes
    expected: Expected


def two_sheets(root: Path) -> Finished:
    """The standard order's bingo sheet, two boards of it."""
    return _sheet(root, boards=2)


def many_sheets(root: Path) -> Finished:
    """More pages than a check may want to render."""
    return _sheet(root, boards=25)


def black_sheets(root: Path) -> Finished:
    """The same in black alone."""
    edit(root / ORDER, "^link: podcast", "link: podcast\ncolours: 1/0")
    return _sheet(root, boards=2)


def spot_sheets(root: Path) -> Finished:
    """The same in black and the spot colour of a brand of our own."""
    edit(root / ORDER, "^link: podcast", "link: podcast\ncolours: spot")
    folder = root / "assets/brands/probehaus"
    folder.mkdir()
    (folder / "brand.yaml").write_text(_BRAND, encoding="utf-8")
    return _sheet(root, boards=2, brand="probehaus")


def build_once(order, tmp_path_factory) -> Finished:
    return shared(tmp_path_factory, order.__name__, lambda folder: order(_with_room(copy_project(folder))))


def _with_room(root: Path) -> Path:
    """Recipes lay their marks beside a newsletter's address of one line."""
    edit(
        root / "content/podcast.yaml",
        "https://www.amtshelden.de/amtshelden-newsletter/",
        "https://example.org/newsletter",
    )
    return root


def _sheet(root: Path, **overrides) -> Finished:
    plan = make_plan(Project.at(root), "standard", Overrides(only=(SHEET,), **overrides), ("print",))
    context = BuildContext.begin(plan, plan.project.build, WorkerPool(1))
    (typeset,) = set_products(context, plan.products)
    data = finish_product(context, typeset).path.read_bytes()
    return Finished(data, expected_of(typeset.product, plan.content, plan.brand.value, typeset.facts))
