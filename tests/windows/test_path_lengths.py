"""Paths: nothing below build/ needs more than 120 characters from there, and a project that lies too deep is told."""

import pytest
from tools import ORDER, PRINT, attempt, edit, make, plan

from press.build.setting import set_product
from press.delivery.package import package_file
from press.delivery.preview import picture_name
from press.delivery.working_folder import working_folder
from press.errors import PressError
from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import LONGEST_NAME, Project

MOST = 120  # characters from build/; Windows' 260 leave 120 for the project
LONGEST = 47  # of a name under which something is published: twice, and what stands around it
NAME, ITEM = "a" * LONGEST, "b" * 31
NONE = Overrides()


def renamed(root, name: str, item: str = "bingo-3x3"):
    (root / ORDER).rename(root / f"content/orders/{name}.yaml")
    edit(root / f"content/orders/{name}.yaml", "layout: bingo-3x3", f"layout: bingo-3x3\n    id: {item}")
    return Project.at(root)


def deep(project: Project, path) -> int:
    return len(path.relative_to(project.build).as_posix())


def test_the_longest_names_need_no_longer_paths(sample):
    project = renamed(sample, NAME, ITEM)
    found = make_plan(project, NAME)
    work = project.work(NAME)
    lengths = [deep(project, work / package_file(NAME, draft=True))]
    lengths += [deep(project, work / picture_name(product, "overview")) for product in found.products]
    assert LONGEST_NAME == LONGEST and max(lengths) == MOST


@pytest.mark.parametrize(
    "name, item, says",
    [("a" * (LONGEST + 1), "bingo-3x3", "`aaa"), (NAME, ITEM + "b", "`bbb"), (NAME, "b" * 60, "`bbb")],
)
def test_longer_ones_are_told_before_anything_is_made(sample, name: str, item: str, says: str):
    _, problems = attempt(make_plan, renamed(sample, name, item), name)
    assert problems and all(says in problem.what and "Windows" in problem.what for problem in problems)
    assert all(problem.where.startswith(f"content/orders/{name}.yaml:") for problem in problems)


def test_a_layout_of_a_long_name_in_an_order_of_a_long_one_is_told(sample):
    layout = "c" * 60
    (sample / "templates/layouts/argumente.typ").rename(sample / f"templates/layouts/{layout}.typ")
    edit(sample / ORDER, "layout: argumente", f"layout: {layout}\n    id: kurz")
    assert attempt(make_plan, Project.at(sample), "standard")[1] == []
    (problem, *_) = attempt(make_plan, renamed(sample, NAME), NAME)[1]
    assert f"{layout}`" in problem.what


def test_what_lies_on_a_stage_needs_no_longer_paths(sample, monkeypatch):
    """Seen while a product is set, and reckoned up to the longest names there may be."""
    lengths, wanted = [], plan(sample)
    project = wanted.project

    def seen(context, product):
        made = set_product(context, product)
        lengths.extend(deep(project, path) for path in context.work.rglob("*"))
        return made

    monkeypatch.setattr("press.build.setting.set_product", seen)
    make(sample)
    assert lengths and max(lengths) + LONGEST - len("standard") <= MOST
    longest_specimen = len("brand--") + 60
    assert max(lengths) + longest_specimen - len("standard") <= MOST


@pytest.mark.parametrize("order, item, whole", [(37, 31, LONGEST), (10, 32, LONGEST), (10, 40, 39)])
def test_what_a_variant_adds_is_shortened_to_what_fits(sample, order: int, item: int, whole: int):
    """37 is the longest name of an order that leaves room for the digits which tell a variant."""
    project = renamed(sample, "a" * order, "b" * item)
    found = make_plan(project, "a" * order, Overrides(only=("b" * item,)), PRINT)
    assert len(found.name) == whole and found.variant != f"{'b' * item}--print"


@pytest.mark.parametrize("deeper, told", [(0, False), (1, True)])
def test_a_project_that_lies_too_deep_for_windows_is_told(tmp_path, monkeypatch, deeper: int, told: bool):
    """132 characters of its own path, `\\build\\`, 120 below and the one that ends it are 260."""
    root = tmp_path / ("x" * (132 + deeper - len(str(tmp_path)) - 1))
    root.mkdir()
    for name in ("content", "assets", "templates"):
        (root / name).mkdir()
    monkeypatch.setattr("press.system.long_paths._short_paths_only", lambda: True)
    project = Project.at(root)
    if not told:
        with working_folder(project, "order"):
            return
    with pytest.raises(PressError, match="1 characters too deep") as error, working_folder(project, "order"):
        pass
    assert error.value.exit_code == 4 and not project.build.exists()
