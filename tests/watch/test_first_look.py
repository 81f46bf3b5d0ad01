"""The first page that an edit changed, found by what pages show."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tools import BUILT, edit, plan

from press.build.build import build
from press.build.context import BuildContext
from press.build.setting import set_product
from press.build.steps import finish_product
from press.delivery.finished_file import FinishedFile
from press.errors import PressError, Problem
from press.system.progress import Progress
from press.system.worker_pool import WorkerPool
from press.watch.first_look import first_look


def finished(root: Path, work: Path) -> FinishedFile:
    """The boards as the content now says them, finished but not checked."""
    order = plan(root, only=("bingo-3x3",))
    context = BuildContext.begin(order, work, WorkerPool(1))
    return finish_product(context, set_product(context, order.products[0]))


def test_nothing_to_see(built: Path, tmp_path: Path):
    assert first_look(finished(built, tmp_path / "work"), built / BUILT) is None


@pytest.mark.parametrize("edited, page", [("^how_to_title: .*", 1), (None, 2)], ids=["every page", "the second"])
def test_the_first_page_that_looks_different(built: Path, tmp_path: Path, edited: str | None, page: int):
    if edited:
        edit(built / "content/texts.yaml", edited, "how_to_title: So")
    else:  # the second page is remembered as another one
        first, second = (built / BUILT / f"previews/bingo-3x3-print-{n}.png" for n in (1, 2))
        second.write_bytes(first.read_bytes())
    look = first_look(finished(built, tmp_path / "work"), built / BUILT)
    assert look and look.title == f"Bingobogen 3 × 3, Seite {page}"
    with Image.open(BytesIO(look.picture)) as picture:
        assert picture.format == "PNG" and picture.mode == "RGB" and max(picture.size) == 1373


def test_what_was_never_published(built: Path, tmp_path: Path):
    look = first_look(finished(built, tmp_path / "work"), tmp_path)
    assert look and look.title == "Bingobogen 3 × 3, Seite 1"


class StopError(Exception):
    pass


def test_it_is_shown_before_the_others_are_set(built: Path, monkeypatch: pytest.MonkeyPatch):
    shown: list[str] = []

    def set_others(*_: object) -> None:
        raise StopError

    edit(built / "content/texts.yaml", "^how_to_title: .*", "how_to_title: So")
    monkeypatch.setattr("press.build.build.set_products", set_others)
    with pytest.raises(StopError):
        build(plan(built), Progress(), workers=WorkerPool(1), look=lambda file: shown.append(file.product.file))
    assert shown == [plan(built).products[0].file]


def test_what_does_not_fit_is_not_shown(built: Path, monkeypatch: pytest.MonkeyPatch):
    shown: list[str] = []
    monkeypatch.setattr(
        "press.build.build.misfits", lambda *_: iter([Problem("deck.yaml:1", "too long", "shorten it")])
    )
    edit(built / "content/texts.yaml", "^how_to_title: .*", "how_to_title: So")
    with pytest.raises(PressError, match="too long"):
        build(plan(built, only=("bingo-3x3",)), Progress(), look=lambda file: shown.append(file.product.file))
    assert shown == []
