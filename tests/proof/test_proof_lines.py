"""Lines: where they lie on a page, in mm from the upper left corner of its media."""

from dataclasses import replace

import pytest

from press.layouts.layout import Layout
from press.order.link_target import Target
from press.order.order_item import Item
from press.order.product import Frame, Product
from press.proof.lines import Area, frame


def product(trim=(297, 210), duplex="short-edge", sides=2, options=None, **facts) -> Product:
    layout = Layout.model_validate(
        {"name": "x", "title": "X", "about": "x", "trim": trim, "sides": sides, "duplex": duplex, **facts}
    )
    stock = None  # lines hang on no paper
    target = Target("https://x.example", "website")  # nor on where codes lead
    return Product(
        Item(layout="x"), layout, "print", None, stock, Frame(3, True), "4/4", "accent", options or {}, target
    )


def test_areas_of_a_print_sheet():
    one = product()
    found = frame(one, 1)
    assert found.media == Area(0, 0, 317, 230) and found.trim == Area(10, 10, 297, 210)
    assert found.bleed == Area(7, 7, 303, 216) and found.safe == Area(14, 14, 289, 202)
    assert found.kinds() == ("trim", "bleed", "safe")


def test_an_office_page_has_no_bleed():
    found = frame(replace(product(), edition="office"), 1)
    assert found.safe == Area(6, 6, 285, 198)
    assert found.media == found.trim == found.bleed and found.kinds() == ("trim", "safe")


@pytest.mark.parametrize(
    "trim, duplex, page, x",
    [
        ((297, 210), "short-edge", 1, (110, 207)),
        ((297, 210), "short-edge", 2, (110, 207)),  # 297 - 197 and 297 - 100
        ((297, 210), "long-edge", 2, (110, 207)),  # turned upwards: left stays left
        ((210, 297), "long-edge", 1, (110, 207)),
        ((210, 297), "long-edge", 2, (23, 120)),
        ((210, 297), "short-edge", 2, (110, 207)),
    ],
)
def test_folds_are_mirrored_on_the_back(trim, duplex, page, x):
    one = product(trim, duplex, folds=(100, 197))
    assert frame(one, page).folds.x == pytest.approx(x)


def test_level_cuts_are_mirrored_when_the_sheet_is_turned_upwards():
    one = product((297, 210), "long-edge", cuts={"y": (50,)})
    assert frame(one, 1).cuts.y == (60,) and frame(one, 2).cuts.y == (170,)
    assert frame(one, 1).kinds()[-1] == "cut"


def test_lines_grow_with_the_size_that_was_ordered():
    one = product((210, 297), None, 1, {"size": "a3"}, sizes={"a3": (297, 420)}, cuts={"x": (105,), "y": (148.5,)})
    found = frame(one, 1)
    assert found.cuts.x == pytest.approx((158.5,)) and found.cuts.y == pytest.approx((220,))


def test_one_side_is_never_mirrored():
    one = product((210, 297), None, 1, folds=(50,))
    assert frame(one, 2).folds.x == (60,)
