"""Codes: what a reader reads is the link."""

import string

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from press.typesetting.qr_code import Code, encode

PIXELS = 4  # per module
QUIET_ZONE = 4  # modules, ISO/IEC 18004
URL_CHARACTERS = string.ascii_letters + string.digits + "-._~:/?#[]@!$&'()*+,;=%"


def read(code: Code):
    """The codes on a picture of the matrix with its quiet zone."""
    side = code.modules + 2 * QUIET_ZONE
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(code.rows):
        for x, module in enumerate(row):
            picture.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0 if module == "1" else 255)
    return zxingcpp.read_barcodes(picture.resize((side * PIXELS, side * PIXELS), Image.Resampling.NEAREST))


@settings(max_examples=60)
@given(st.text(URL_CHARACTERS, max_size=280))
def test_a_reader_reads_the_link(rest: str):
    link = "https://example.org/" + rest
    found = read(encode(link))
    assert [code.text for code in found] == [link]
    assert found[0].ec_level == "Q"


def test_the_matrix_has_no_border():
    code = encode("https://example.org/")
    assert (
        code.rows[0].startswith("1111111") and code.rows[0].endswith("1111111") and code.rows[-1].startswith("1111111")
    )
    assert {len(row) for row in code.rows} == {code.modules} and set("".join(code.rows)) == {"0", "1"}


@pytest.mark.parametrize(
    "length, modules", [(32, 29), (46, 33), (60, 37), (74, 41)]
)  # ISO/IEC 18004, table 7: level Q, bytes
def test_the_smallest_code_that_holds_the_link(length: int, modules: int):
    assert encode("x" * length).modules == modules
    assert encode("x" * (length + 1)).modules == modules + 4


def test_the_same_link_gives_the_same_code():
    assert encode("https://example.org/a") == encode("https://example.org/a") != encode("https://example.org/b")


@pytest.mark.parametrize("link", ["https://a.de", "HTTPS://A.DE", "1"])
def test_a_short_link_makes_no_coarser_code(link: str):
    """29 modules at least: fewer are wider, and their quiet zone would eat up its place."""
    assert encode(link).modules == 29
