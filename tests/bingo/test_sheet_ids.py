"""Sheet IDs as people type them, and what is none."""

import pytest

from press.bingo.deal import parse_sheet_id
from press.errors import PressError


@pytest.mark.parametrize(
    "typed", ["7K30-0042", "7k30-0042", " 7K30-0042 ", "7K3O-0042", "7k3o-42", "7K30-00042", "7K30-OO42"]
)
def test_sheet_ids_as_people_type_them(typed: str):
    assert parse_sheet_id(typed) == ("7K30", 42)


def test_letters_that_are_misread():
    assert parse_sheet_id("oil1-0001") == ("0111", 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "7K30",
        "7K30-",
        "7K30-0",
        "7K30--1",
        "7K3-0042",
        "7K300-0042",
        "7K3U-0042",
        "7K30-4x",
        "7K30-²",
        "7K30-٣",
        "7K30-" + "1" * 5000,
    ],
    ids=lambda typed: typed[:12],
)
def test_what_is_no_sheet_id(typed: str):
    with pytest.raises(PressError, match="is no sheet ID"):
        parse_sheet_id(typed)
