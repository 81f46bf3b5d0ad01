"""Lines over a page's picture: where it is trimmed, how far it bleeds, what stays free, where it is folded and cut."""

from dataclasses import dataclass

from press.finishing.registry import edition_of
from press.order.layouts import Lines
from press.order.product import Product
from press.pdf.page_boxes import Geometry

KINDS = {  # in the order of the switches
    "trim": "Endformat",
    "bleed": "Anschnitt",
    "safe": "Sicherheitsabstand",
    "fold": "Falz",
    "cut": "Schnitt",
}


@dataclass(frozen=True)
class Area:
    """In mm from the upper left corner of the media."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True)
class Frame:
    """A page as areas and lines in mm, from the upper left corner of its media; x and y of folds and cuts."""

    media: Area
    trim: Area
    bleed: Area
    safe: Area
    folds: Lines
    cuts: Lines

    def kinds(self) -> tuple[str, ...]:
        """The lines this page has."""
        there = {
            "trim": True,
            "bleed": self.bleed != self.trim,
            "safe": True,
            "fold": bool(self.folds.x or self.folds.y),
            "cut": bool(self.cuts.x or self.cuts.y),
        }
        return tuple(kind for kind in KINDS if there[kind])


def frame(product: Product, page: int) -> Frame:
    """The lines of a page, from 1."""
    edition = edition_of(product)
    geometry, safe = edition.geometry(product), edition.safe
    trim = _inset(geometry, geometry.slug)
    layout, back = product.layout, product.layout.sides == 2 and page % 2 == 0
    placed = [_placed(lines, product, trim, back) for lines in (layout.folds, layout.cuts)]
    return Frame(
        media=_inset(geometry, 0),
        trim=trim,
        bleed=_inset(geometry, geometry.slug - geometry.bleed),
        safe=Area(trim.left + safe, trim.top + safe, trim.width - 2 * safe, trim.height - 2 * safe),
        folds=placed[0],
        cuts=placed[1],
    )


def _inset(geometry: Geometry, mm: float) -> Area:
    return Area(mm, mm, geometry.width + 2 * (geometry.slug - mm), geometry.height + 2 * (geometry.slug - mm))


def _placed(lines: Lines, product: Product, trim: Area, back: bool) -> Lines:
    """A layout's lines on the page: scaled to the size that was ordered, and mirrored on the back."""
    wide, high = (side / own for side, own in zip(product.trim, product.layout.trim))
    x, y = [value * wide for value in lines.x], [value * high for value in lines.y]
    if back and _turns_sideways(product):
        x = [trim.width - value for value in x]
    elif back:
        y = [trim.height - value for value in y]
    return Lines(x=tuple(sorted(trim.left + value for value in x)), y=tuple(sorted(trim.top + value for value in y)))


def _turns_sideways(product: Product) -> bool:
    """Whether the sheet is turned like the page of a book, on an upright edge."""
    width, height = product.trim
    return (product.layout.duplex == "short-edge") == (width > height)
