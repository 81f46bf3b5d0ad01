"""Orders built once: what the proof page is tested on."""

import time
from pathlib import Path

import pytest
from proof.shown import DESK, PHONE
from proof_probe import Press, make_press, own_press
from shared import shared

from press.build.build import BuildResult
from press.proof.page import write_proof

__all__ = ["codes", "draft", "own_press", "press", "refused", "timed_draft"]


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return shared(tmp_path_factory, "press", make_press)


@pytest.fixture(scope="session")
def timed_draft(press: Press, tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildResult, float]:
    """A draft with evil phrases, more boards than are shown, two deals, two sides, and products of one layout; and how
    long its page took to write, in seconds of this process."""
    return shared(tmp_path_factory, "draft", lambda _: _draft(press))


@pytest.fixture(scope="session")
def draft(timed_draft: tuple[BuildResult, float]) -> BuildResult:
    return timed_draft[0]


def _draft(press: Press) -> tuple[BuildResult, float]:
    spent = []

    def timed(shown):
        start = time.process_time()
        write_proof(shown)
        spent.append(time.process_time() - start)

    press.order(
        "entwurf",
        "layout: bingo-gross, boards: 30",
        "layout: bingo-gross, id: frei, boards: 4, free: true",
        "layout: argumente, copies: 24",
        "layout: plakat",
        "layout: plakat, id: plakat-a4, size: a4",
        deck="boese",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("press.build.build.write_proof", timed)
        made = press.remake("entwurf")
    (seconds,) = spent
    return made, seconds


@pytest.fixture(scope="session")
def codes(press: Press, tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """Sheets whose codes differ, four of them on a page; both editions."""
    return shared(tmp_path_factory, "codes", lambda _: _codes(press))


def _codes(press: Press) -> BuildResult:
    press.order("codes", "layout: bingo-3x3, boards: 5, link: episode", "layout: bingo-a6, boards: 6")
    return press.remake("codes", "print", "office")


@pytest.fixture(scope="session")
def refused(press: Press, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What preflight refused, in the folder where it is kept."""
    return shared(tmp_path_factory, "refused", lambda _: _refused(press))


def _refused(press: Press) -> Path:
    press.order(
        "fehler", "layout: bingo-3x3, boards: 2, colours: spot", "layout: faltprobe, copies: 50", brand="musterstadt"
    )
    return press.refused("fehler")


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def size(request) -> dict:
    return request.param


@pytest.fixture(params=[PHONE, pytest.param(DESK, marks=pytest.mark.thorough)], ids=["phone", "desk"])
def any_size(request) -> dict:
    """For what works in the same way at every width."""
    return request.param
