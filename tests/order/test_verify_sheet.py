"""Verifying a sheet: what was dealt is said, and where two deals have one code, nobody guesses."""

import json
from itertools import count
from pathlib import Path

import pytest
from command import command
from tools import ORDER, write_item

from press.bingo.deal import Deal
from press.bingo.grid import Grid
from press.errors import PressError
from press.order.plan import make_plan
from press.order.verify_sheet import verify
from press.paths import Project

OTHER = "content/orders/other.yaml"


def phrase_ids(root: Path) -> tuple[str, ...]:
    return tuple(phrase.id for phrase in make_plan(Project.at(root), "standard").content.phrases)


def colliding(ids: tuple[str, ...], grid: Grid) -> tuple[Deal, Deal]:
    """Two deals with one code, of different seeds."""
    first: dict[str, Deal] = {}
    for seed in count(1):
        deal = Deal(ids, grid, seed)
        if (other := first.setdefault(deal.code, deal)) != deal:
            return other, deal
    raise AssertionError


@pytest.fixture
def two(sample: Path) -> tuple[Path, Deal, Deal]:
    """Two orders whose boards have one code, with different seeds."""
    grid = Grid(3, 3, False)
    write_item(sample, "bingo-3x3", boards=2)
    one, other = colliding(phrase_ids(sample), grid)
    order = json.loads((sample / ORDER).read_text(encoding="utf-8"))
    for name, deal in ((ORDER, one), (OTHER, other)):
        (sample / name).write_text(json.dumps(order | {"seed": deal.seed}), encoding="utf-8")
    return sample, one, other


def test_two_orders_with_one_code_are_both_named(two):
    root, one, other = two
    with pytest.raises(PressError) as error:
        verify(Project.at(root), one.sheet_id(1))
    (problem,) = error.value.problems
    assert error.value.exit_code == 2 and problem.where == one.sheet_id(1)
    for name, deal in (("standard", one), ("other", other)):
        assert f"of the order {name} (seed {deal.seed})" in problem.what
    assert "--order" in problem.fix and "--seed" in problem.fix


def test_an_option_says_whose_it_is(two):
    root, one, other = two
    project, sheet = Project.at(root), one.sheet_id(1)
    assert one.board(1) != other.board(1)
    for order, deal in (("standard", one), ("other", other)):
        assert verify(project, sheet, order).board == deal.board(1)
        assert verify(project, sheet, seed=deal.seed).board == deal.board(1)


def test_the_same_deal_in_two_orders_is_no_question(sample: Path):
    (sample / OTHER).write_bytes((sample / ORDER).read_bytes())
    sheet = next(p for p in make_plan(Project.at(sample), "standard").products if p.deal).span[0]
    assert verify(Project.at(sample), sheet).order in ("other", "standard")


def test_order_deck_and_seed_are_said(sample: Path):
    sheet = next(p for p in make_plan(Project.at(sample), "standard").products if p.deal).span[0]
    done = command(sample, "verify", sheet, "--layout", "bingo-3x3")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == f"Sheet {sheet}: bingo-3x3 of the order standard, deck probe, seed 7"


def test_a_layout_that_is_none(sample: Path):
    with pytest.raises(PressError, match="there is no layout `nirgends`"):
        verify(Project.at(sample), "0000-0001", layout_name="nirgends")


def test_an_order_whose_own_items_share_a_code_is_refused(sample: Path, monkeypatch):
    monkeypatch.setattr("press.bingo.deal.CODE_LENGTH", 0)  # a search would take a million deals
    order = {"about": "Two", "brand": "kleinstadtniveau", "decks": ["probe"], "seed": 7}
    items = [{"layout": "bingo-3x3", "boards": 2}, {"layout": "bingo-a5", "boards": 2, "free": True}]
    (sample / ORDER).write_text(json.dumps(order | {"items": items}), encoding="utf-8")
    with pytest.raises(PressError, match="the sheets of `bingo-3x3` and `bingo-a5` would carry the same IDs"):
        make_plan(Project.at(sample), "standard")
    items[1].pop("free")
    (sample / ORDER).write_text(json.dumps(order | {"items": items}), encoding="utf-8")
    assert make_plan(Project.at(sample), "standard").products  # one deal in two sizes
