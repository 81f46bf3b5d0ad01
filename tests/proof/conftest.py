"""Orders built once a worker: what the proof page is tested on."""

from pathlib import Path

import pytest
from proof_probe import Press, make_press, own_press

from press.build.build import BuildResult

__all__ = ["codes", "draft", "own_press", "press", "refused"]


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return make_press(tmp_path_factory.mktemp("press"))


@pytest.fixture(scope="session")
def draft(press: Press) -> BuildResult:
    """A draft with evil phrases, more boards than are shown, two deals, two sides, and products of one layout."""
    press.order(
        "entwurf",
        "layout: bingo-gross, boards: 30",
        "layout: bingo-gross, id: frei, boards: 4, free: true",
        "layout: argumente, copies: 24",
        "layout: plakat",
        "layout: plakat, id: plakat-a4, size: a4",
        deck="boese",
    )
    return press.build("entwurf")


@pytest.fixture(scope="session")
def codes(press: Press) -> BuildResult:
    """Sheets whose codes differ, four of them on a page; both editions."""
    press.order("codes", "layout: bingo-3x3, boards: 5, link: episode", "layout: bingo-a6, boards: 6")
    return press.build("codes", "print", "office")


@pytest.fixture(scope="session")
def refused(press: Press) -> Path:
    press.order(
        "fehler", "layout: bingo-3x3, boards: 2, colours: spot", "layout: faltprobe, copies: 50", brand="musterstadt"
    )
    return press.refused("fehler")
