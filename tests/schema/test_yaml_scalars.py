"""Numbers that are none: told as what they are."""

import pytest

from press.schema.yaml_scalars import number_fault


@pytest.mark.parametrize(
    "written, whole, what, fix",
    [
        ("021", True, "leading zeros", "write 21"),
        ("00", True, "leading zeros", "write 0"),
        ("1:30", True, "a time", "one number"),
        ("0x10", True, "computers", "digits"),
        ("1_000", True, "underscores", "digits only"),
        ("1.000", True, "groups of three", "without points"),
        ("10 000", True, "groups of three", "without points"),
        ("50%", True, "unit", "write 50 alone"),
        ("15mm", False, "unit", "write 15 alone"),
        ("15 mm", False, "unit", "write 15 alone"),
        ("1,5", False, "comma", "write 1.5"),
        ("1,5", True, "comma", "without a comma"),
        (".5", False, "zero", "write 0.5"),
        ("7.5", True, "decimal", "without a point"),
        ("1", True, "quotes", "write 1 without"),
        ("zwei", True, "a text", "digits only"),
    ],
)
def test_number_fault(written: str, whole: bool, what: str, fix: str):
    said = number_fault(written, whole)
    assert what in said[0] and fix in said[1]
