"""Orders: what the command line may change, and what it may not."""

import pytest
from tools import ORDER, edit, plan

from press.errors import PressError
from press.order.plan import chosen_editions


def items(root, **overrides) -> list[tuple[str, int | None]]:
    return [(item.product, item.boards) for item in plan(root, **overrides).order.value.items]


def test_the_order_as_written(sample):
    order = plan(sample).order.value
    assert (order.seed, order.link, order.decks) == (7, None, ("probe",))
    assert items(sample) == [("bingo-3x3", 2), ("argumente", None)]


def test_overrides(sample):
    assert items(sample, boards=5) == [("bingo-3x3", 5), ("argumente", None)]
    assert items(sample, only=("argumente",)) == [("argumente", None)]
    assert plan(sample, seed=8).order.value.seed == 8 and plan(sample, seed=0).order.value.seed == 0
    assert plan(sample, brand="kleinstadtniveau").order.value.brand == "kleinstadtniveau"


def test_two_products_of_one_layout(sample):
    edit(sample / ORDER, "layout: argumente\n    copies: 3", "layout: bingo-3x3\n    id: mehr\n    boards: 1")
    assert items(sample) == [("bingo-3x3", 2), ("mehr", 1)]
    assert items(sample, only=("mehr",)) == [("mehr", 1)]
    assert items(sample, only=("bingo-3x3",)) == [
        ("bingo-3x3", 2),
        ("mehr", 1),
    ]  # a layout's name means all of its products


@pytest.mark.parametrize(
    "overrides, where, told",
    [
        ({"brand": "x"}, "--brand", "kleinstadtniveau"),
        ({"only": ("x", "argumente")}, "--only", "bingo-3x3, argumente"),
        ({"boards": 0}, "--boards", "ask for 1 to"),
        ({"boards": 10**7}, "--boards", "ask for 1 to"),
        ({"seed": -1}, "--seed", "from 0"),
        ({"seed": 2**63}, "--seed", "from 0"),
    ],
)
def test_options_that_cannot_be(sample, overrides: dict, where: str, told: str):
    with pytest.raises(PressError) as error:
        plan(sample, **overrides)
    (problem,) = error.value.problems
    assert problem.where == where and told in str(problem) and error.value.exit_code == 2


def test_all_wrong_options_at_once(sample):
    with pytest.raises(PressError) as error:
        plan(sample, brand="x", only=("x",), boards=0, seed=-1)
    assert [problem.where for problem in error.value.problems] == ["--brand", "--only", "--boards", "--seed"]


def test_more_boards_than_exist_by_option_names_their_number(sample):
    assert items(sample, boards=453_600)[0] == ("bingo-3x3", 453_600)
    with pytest.raises(PressError, match="453,600"):
        plan(sample, boards=453_601)


def test_editions():
    assert chosen_editions("print") == ("print",) and "print" in chosen_editions("all")
    with pytest.raises(PressError, match=r"print, .*all"):
        chosen_editions("screen")
