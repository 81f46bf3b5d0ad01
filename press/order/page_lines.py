"""Page lines: where a page is folded and cut, on its front and on its back."""

from typing import NamedTuple

from press.order.layouts import Lines
from press.order.product import Product


class PageLines(NamedTuple):
    """In mm from the left and the upper edge of the page's trim."""

    folds: Lines
    cuts: Lines


def page_lines(product: Product, page: int) -> PageLines:
    """The lines of a page, from 1: scaled to the size that was ordered, and mirrored on the back."""
    back = product.layout.sides == 2 and page % 2 == 0
    return PageLines(_placed(product.layout.folds, product, back), _placed(product.layout.cuts, product, back))


def _placed(lines: Lines, product: Product, back: bool) -> Lines:
    width, height = product.trim
    wide, high = (side / own for side, own in zip(product.trim, product.layout.trim))
    x, y = [value * wide for value in lines.x], [value * high for value in lines.y]
    if back and _turns_sideways(product):
        x = [width - value for value in x]
    elif back:
        y = [height - value for value in y]
    return Lines(x=tuple(sorted(x)), y=tuple(sorted(y)))


def _turns_sideways(product: Product) -> bool:
    """Whether the sheet is turned like the page of a book, on an upright edge."""
    width, height = product.trim
    return (product.layout.duplex == "short-edge") == (width > height)
