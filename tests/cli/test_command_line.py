"""What is typed behind options."""

import pytest

from press.cli.command_line import MAX_DIGITS, names, number
from press.errors import PressError


@pytest.mark.parametrize("value, found", [(None, ()), ("a", ("a",)), ("a, b ,", ("a", "b"))])
def test_names(value, found):
    assert names("--only", value) == found


@pytest.mark.parametrize("value", ["", " ", ",", " , ,"])
def test_names_that_name_nothing(value):
    """They do not mean: everything."""
    with pytest.raises(PressError, match="--only: names nothing"):
        names("--only", value)


@pytest.mark.parametrize(
    "value, found", [(None, None), ("0", 0), ("-1", -1), ("007", 7), ("9" * MAX_DIGITS, 10**40 - 1)]
)
def test_numbers(value, found):
    assert number("--boards", value) == found


@pytest.mark.parametrize(
    "value", ["", "１２", "٣", "²", "1_0", " 3", "3\n", "+3", "1.0", "0x1", "--1", "9" * (MAX_DIGITS + 1)]
)
def test_what_only_looks_like_a_number(value):
    with pytest.raises(PressError) as error:
        number("--seed", value)
    assert error.value.problems[0].where == "--seed" and len(str(error.value)) < 150
