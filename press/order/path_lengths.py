"""Lengths of paths: nothing below build/ needs more than 120 characters from there, so that Windows' 260 leave as many
for where the project lies."""

from collections.abc import Iterable, Iterator

from press.errors import Problem
from press.names import JOINT, LONGEST_PATH
from press.order.order import Order
from press.order.product import Product
from press.schema.validation import Loaded

_WORK = ".press/{}/work/"  # what is made lies there first: the longest way to it
_PACKAGE = _WORK + "{}-ENTWURF.zip"
_PICTURE = _WORK + "previews/{}-overview.png"
_TEMPLATE = _WORK + "t/9999/root/templates/layouts/{}.typ"

LONGEST_NAME = (LONGEST_PATH - len(_PACKAGE.format("", ""))) // 2  # of an order with what a variant adds


def room_for_variant(order_id: str, products: Iterable[Product]) -> int:
    """How many characters a variant may add to an order's name, beside the hyphens between."""
    paths = (path.format("", name) for product in products for path, name in _of(product))
    return min(LONGEST_NAME, *(LONGEST_PATH - len(path) for path in paths)) - len(order_id) - len(JOINT)


def _of(product: Product) -> tuple[tuple[str, str], tuple[str, str]]:
    """The longest paths that a product needs, and the name in each that stands behind what it is published under."""
    return (_PICTURE, product.pictures), (_TEMPLATE, product.layout.name)


def path_faults(name: str, products: Iterable[Product], order: Loaded[Order]) -> Iterator[Problem]:
    """Names of an order, its items and their layouts that make paths too long; `name` is what it is published under."""
    if more := _too_many(_PACKAGE.format(name, name)):
        what = f"published as `{name}`, its package's path has {more} characters too many for Windows"
        yield Problem(order.where("about"), what, f"give the file a name that is {-(-more // 2)} characters shorter")
        return
    for product in products:
        place = next(i for i, item in enumerate(order.value.items) if item.product == product.item.product)
        for path, long in _of(product):
            if more := _too_many(path.format(name, long)):
                what = f"published as `{name}`, what is made with `{long}` in its path has {more} characters too many"
                yield Problem(
                    order.where("items", place),
                    f"{what} for Windows",
                    "shorten the item's `id`, the layout's name, or the order's",
                )


def _too_many(path: str) -> int:
    return max(0, len(path) - LONGEST_PATH)
