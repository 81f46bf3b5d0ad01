"""Orders whose pages are written without a build."""

from pathlib import Path

import pytest
from game.opened_pages import BOARDS, Game, make_game
from proof_probe import Press, make_press, own_press
from shared import shared

__all__ = ["every_grid", "game_press", "own_press", "small"]

LAYOUTS = ("3x3", "3x4", "quer", "4x4", "5x5", "gross", "a5", "a6")


@pytest.fixture(scope="session")
def game_press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return shared(tmp_path_factory, "game-press", make_press)


@pytest.fixture(scope="session")
def every_grid(game_press: Press, tmp_path_factory: pytest.TempPathFactory) -> Game:
    """24 boards on each grid, with 25 phrases; the 5 × 5 and a 3 × 3 with a free cell, too."""
    return shared(tmp_path_factory, "game-grids", lambda folder: _every_grid(folder, game_press))


def _every_grid(folder: Path, press: Press) -> Game:
    items = [f"layout: bingo-{name}, boards: {BOARDS}" for name in LAYOUTS]
    free = [f"layout: bingo-{name}, id: frei-{name}, boards: {BOARDS}, free: true" for name in ("3x3", "5x5")]
    full = ["layout: bingo-5x5, id: voll, boards: 24, free: false"]
    press.order("alle", *items, *free, *full, deck="kleinstadtniveau, zugabe")
    return make_game(folder, press.plan("alle"))


@pytest.fixture(scope="session")
def small(game_press: Press, tmp_path_factory: pytest.TempPathFactory) -> Game:
    """24 boards of 3 × 3 with phrases of markup."""
    return shared(tmp_path_factory, "game-small", lambda folder: _small(folder, game_press))


def _small(folder: Path, press: Press) -> Game:
    press.order("klein", f"layout: bingo-3x3, boards: {BOARDS}", deck="boese")
    return make_game(folder, press.plan("klein"))
