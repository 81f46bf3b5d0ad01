"""A deal is the same wherever and whenever it is dealt again: sheets in people's hands must stay true."""

import os
import subprocess

from same.test_same_pythons import others
from tools import ROOT, python

from press.bingo.deal import ALPHABET, Deal
from press.bingo.grid import Grid

TWELVE = tuple("abcdefghijkl")

DEALT = """
from press.bingo.deal import Deal
from press.bingo.grid import Grid
small = Deal(tuple("abcdefghijkl"), Grid(3, 3), 2026)
large = Deal(tuple("abcdefghijklmnopqrstuvwxy"), Grid(5, 5, True), 2026)
for deal in (small, large):
    print(deal.code, [deal.board(n) for n in (*range(1, 302), 90_000, deal.boards)], sorted(deal._exchanged.items()))
"""


def test_the_same_boards_in_another_process():
    assert python(DEALT, PYTHONHASHSEED="1") == python(DEALT, PYTHONHASHSEED="2") != ""


def test_the_same_boards_from_every_python_at_hand():
    """Dealing needs no package, so that any of them can run it as it lies here."""
    here = python(DEALT)
    for told, other in others().items():
        done = subprocess.run(
            [other, "-c", DEALT],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.stdout == here, told


def test_sheets_in_peoples_hands_stay_true():
    """Dealt once and written down. If this fails, sheets in print can no longer be verified: raise DEAL_VERSION."""
    deal = Deal(TWELVE, Grid(3, 3), 2026)
    assert deal.sheet_id(42) == "CVFV-0042"
    assert deal.board(1) == (9, 10, 0, 3, 1, 4, 2, 11, 7)
    assert deal.board(300) == (5, 10, 2, 3, 9, 4, 7, 6, 1)
    assert deal.board(90_000) == (9, 7, 1, 4, 10, 11, 6, 2, 3)  # as in version 1: it has not changed its board
    assert deal.earlier_codes == {"K0GW": 1}


def test_the_code_hangs_on_what_the_deal_hangs_on():
    one = Deal(TWELVE, Grid(3, 3), 1)
    others = [
        Deal(TWELVE[::-1], Grid(3, 3), 1),
        Deal(TWELVE[:-1], Grid(3, 3), 1),
        Deal(TWELVE, Grid(3, 4), 1),
        Deal(TWELVE, Grid(4, 3), 1),
        Deal(TWELVE, Grid(3, 3, free=True), 1),
        Deal(TWELVE, Grid(3, 3), 2),
    ]
    assert len({deal.code for deal in (one, *others)}) == 7
    assert Deal(TWELVE, Grid(3, 3), 1).code == one.code and set(one.code) <= set(ALPHABET)
