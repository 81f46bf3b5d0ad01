"""The boards' data: every board can be read back, whatever the grid and the number of phrases."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proof_probe import Press

from press.build.build import BuildResult
from press.proof import board_search as boards
from press.web.board_digits import DIGITS, FREE, digits


def calls(path: Path) -> list:
    """The arguments of the one call a script makes."""
    found = re.fullmatch(r"\w+\((.*)\);\n", path.read_text(encoding="ascii"), re.DOTALL)
    return json.loads(f"[{found[1]}]")


@given(st.integers(0, 64**2 - 1))
def test_digits_are_read_back(index):
    assert len(set(DIGITS)) == 64
    first, second = map(DIGITS.index, digits(index, 2))
    assert 64 * first + second == index


def test_a_free_cell_is_no_number():
    assert digits(None, 2) == FREE * 2


@pytest.mark.parametrize("order", ["entwurf", "codes"])
def test_every_board_lies_in_the_folder(press: Press, draft: BuildResult, codes: BuildResult, order: str):
    folder = press.project.build / order / "proof"
    (data,) = calls(folder / "data.js")
    for product in press.plan(order).products:
        if not product.sheets:
            continue
        told = next(one for one in data["products"] if one["id"] == product.id)
        id_, chunk, cells, links = calls(folder / f"boards-{product.id}-1.js")
        assert (id_, chunk, told["code"], told["boards"]) == (product.id, 0, product.deal.code, product.boards)
        size = told["rows"] * told["columns"]
        for sheet in product.sheets:
            at = (sheet.number - 1) * size
            assert [None if digit == FREE else DIGITS.index(digit) for digit in cells[at : at + size]] == list(
                sheet.board
            )
            assert told["links"][DIGITS.index(links[sheet.number - 1]) if links else 0] == sheet.link


@pytest.mark.parametrize("count", [4, 5])
def test_many_boards_lie_in_several_files(own_press: Press, monkeypatch, count):
    monkeypatch.setattr(boards, "CHUNK", 2)
    own_press.order("probe", f"layout: bingo-3x3, boards: {count}")
    folder = own_press.remake("probe").folder / "proof"
    names = sorted(path.name for path in folder.glob("boards-*.js"))
    assert names == [f"boards-bingo-3x3-{n}.js" for n in range(1, -(-count // 2) + 1)]
    assert len("".join(calls(folder / name)[2] for name in names)) == 9 * count
