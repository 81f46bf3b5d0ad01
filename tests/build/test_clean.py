"""Clearing: build/ is emptied, but for what somebody is at work on, and for what a link leads to."""

import os

import pytest
from small_orders import bare
from tools import files

from press.build.clean import clear
from press.delivery.working_folder import working_folder
from press.paths import Project
from press.system.file_lock import OrderLockedError, order_lock

__all__ = ["bare"]


def lay(root, *names: str) -> None:
    for name in names:
        path = root / "build" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_everything_goes_but_the_keeper(bare):
    lay(bare, ".gitkeep", "standard/index.html", "standard--refused/index.html", "brand--a/specimen.pdf", "bench/b.md")
    lay(
        bare, "standard--print/a", ".press/standard/record/sums.json", ".press/gone.lock", ".standard.work/old", "Notiz"
    )
    clear(Project.at(bare))
    assert files(bare / "build") == {".gitkeep": b"x"} and [path.name for path in (bare / "build").iterdir()] == [
        ".gitkeep"
    ]


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_nothing_that_a_link_leads_to(bare):
    lay(bare, "standard/index.html")
    (bare / "build/standard/inside").symlink_to(bare / "old")
    (bare / "build/link").symlink_to(bare / "old")
    (bare / "build/.press").symlink_to(bare / "old")
    clear(Project.at(bare))
    assert set(files(bare / "old")) == {"a", "b"} and not list((bare / "build").iterdir())


@pytest.mark.parametrize("name", ["order", "order--musterstadt--print", "brand--a"])
def test_nothing_while_somebody_is_at_work(bare, name: str):
    project = Project.at(bare)
    lay(bare, "other/index.html", f"{name}/index.html")
    with working_folder(project, name) as work:
        (work / "x").write_text("x")
        before = files(bare / "build")
        with pytest.raises(OrderLockedError, match="another build of this order"):
            clear(project)
        assert files(bare / "build") == before


def test_a_first_build_that_has_only_begun_is_seen(bare):
    """There is nothing of it yet but its lock."""
    with order_lock(Project.at(bare), "order"), pytest.raises(OrderLockedError):
        clear(Project.at(bare))
