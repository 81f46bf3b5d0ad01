"""Variants: an order that options of the command line change is published beside the order as it is written."""

import re

import pytest
from tools import ORDER, copy_project, edit, write_item

from press.order.plan import make_plan
from press.order.variant import Overrides
from press.paths import Project


def name(root, editions=("print", "office"), **overrides) -> str:
    return make_plan(Project.at(root), "standard", Overrides(**overrides), editions).name


@pytest.fixture
def two_brands(sample):
    """With an order called like every kind of thing there is."""
    edit(sample / ORDER, "layout: argumente", "layout: karten\n    id: musterstadt\n  - layout: argumente")
    return sample


@pytest.mark.parametrize(
    "overrides, editions, wanted",
    [
        ({}, ("print", "office"), "standard"),
        ({}, ("office", "print"), "standard"),
        ({"brand": "kleinstadtniveau"}, ("print", "office"), "standard"),
        ({"only": ("argumente", "bingo-3x3")}, ("print", "office"), "standard"),
        ({"boards": 2, "seed": 7}, ("print", "office"), "standard"),
        ({"brand": "musterstadt"}, ("print", "office"), "standard--musterstadt"),
        ({"only": ("bingo-3x3",)}, ("print", "office"), "standard--bingo-3x3"),
        ({"seed": 8}, ("print", "office"), "standard--seed-8"),
        ({"boards": 3}, ("print", "office"), "standard--boards-3"),
        ({"only": ("argumente",), "boards": 3}, ("print", "office"), "standard--argumente"),
        ({}, ("print",), "standard--print"),
        (
            {"only": ("bingo-3x3",), "boards": 3, "seed": 0},
            ("office",),
            "standard--bingo-3x3--boards-3--seed-0--office",
        ),
    ],
)
def test_what_a_variant_is_called(sample, overrides: dict, editions: tuple[str, ...], wanted: str):
    assert name(sample, editions, **overrides) == wanted


def test_the_same_items_have_one_name_however_they_are_asked_for(sample):
    edit(sample / ORDER, "layout: argumente\n    copies: 3", "layout: bingo-3x3\n    id: mehr\n    boards: 1")
    edit(sample / ORDER, "  - layout: bingo-3x3\n    id", "  - layout: argumente\n  - layout: bingo-3x3\n    id")
    assert name(sample, only=("bingo-3x3",)) == name(sample, only=("mehr", "bingo-3x3")) == "standard--bingo-3x3--mehr"


def test_what_could_mean_something_else_is_told_apart(two_brands):
    """A brand and an item of one name, an item called like an edition, like a seed."""
    by_brand, by_item = name(two_brands, brand="musterstadt"), name(two_brands, only=("musterstadt",))
    assert by_brand != by_item
    assert all(re.fullmatch(r"standard--musterstadt-[0-9a-f]{8}", each) for each in (by_brand, by_item))
    for like in ("print", "seed-9", "boards-3"):
        write_item(two_brands, "bingo-3x3", 2)
        edit(two_brands / ORDER, '"items": \\[', f'"items": [{{"layout": "argumente", "id": "{like}"}}, ')
        variants = {name(two_brands, only=(like,)), name(two_brands, ("print",)), name(two_brands, seed=9)}
        assert len(variants | {name(two_brands, boards=3)}) == 4, like


def test_long_names_are_shortened_and_stay_apart(tmp_path):
    root = copy_project(tmp_path / "project")
    order = Project.at(root)
    products = [item.product for item in make_plan(order, "katalog").order.value.items]
    names = set()
    for left_out in products[:3]:
        only = tuple(product for product in products if product != left_out)
        plan = make_plan(order, "katalog", Overrides(only=only))
        assert len(plan.name) <= 47 and re.fullmatch(r"[a-z0-9]+(--?[a-z0-9]+)*", plan.variant)
        assert plan.name == make_plan(order, "katalog", Overrides(only=only[::-1])).name
        names.add(plan.name)
    assert len(names) == 3


@pytest.mark.parametrize("length, shortened", [(37, False), (38, True)])
def test_forty_seven_characters_in_all_are_not_too_many(sample, length: int, shortened: bool):
    item = "a" * (length - len("--print"))
    edit(sample / ORDER, "layout: argumente", f"layout: argumente\n    id: {item}")
    variant = make_plan(Project.at(sample), "standard", Overrides(only=(item,)), ("print",)).variant
    assert (variant != f"{item}--print") == shortened and len(variant) == 37
