"""Lines over a page's picture: where it is trimmed, how far it bleeds, what stays free, where it is folded and cut."""

from dataclasses import dataclass

from press.finishing.registry import edition_of
from press.layouts.layout import Lines
from press.order.product import Product, page_lines
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
    lines = page_lines(product, page)
    return Frame(
        media=_inset(geometry, 0),
        trim=trim,
        bleed=_inset(geometry, geometry.slug - geometry.bleed),
        safe=Area(trim.left + safe, trim.top + safe, trim.width - 2 * safe, trim.height - 2 * safe),
        folds=_moved(lines.folds, trim),
        cuts=_moved(lines.cuts, trim),
    )


def _inset(geometry: Geometry, mm: float) -> Area:
    return Area(mm, mm, geometry.width + 2 * (geometry.slug - mm), geometry.height + 2 * (geometry.slug - mm))


def _moved(lines: Lines, trim: Area) -> Lines:
    """Lines of the trim as lines of the media."""
    return Lines(x=tuple(trim.left + value for value in lines.x), y=tuple(trim.top + value for value in lines.y))
