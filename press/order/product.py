"""A product: one item of the order in one edition."""

from dataclasses import dataclass
from typing import Any

from press.bingo.deal import Deal
from press.brand.ground import Ground
from press.colour.icc_profile import OutputProfile
from press.content.content import Content
from press.order.binding import Binding, pages_multiple
from press.order.imposition import Sheets
from press.order.layouts import Layout
from press.order.options import SIZE
from press.order.order import Item
from press.order.stock import Stock


@dataclass(frozen=True)
class Frame:
    """What stands around the pages of the print edition: bleed in mm, and whether there are marks."""

    bleed: float
    marks: bool


@dataclass(frozen=True)
class Product:
    """Everything that was ordered of it, ready to be set."""

    item: Item
    layout: Layout
    edition: str
    sheets: Sheets | None  # of a bingo sheet; none of a handout
    stock: Stock
    frame: Frame
    colours: str  # inks front/back
    ground: Ground
    options: dict[str, Any]
    part: str | None = None  # of an item whose boards are spread over several files

    @property
    def trim(self) -> tuple[float, float]:
        """Width and height of the page in mm."""
        return self.layout.sizes.get(self.options.get(SIZE, ""), self.layout.trim)

    @property
    def binding(self) -> Binding | None:
        """How its leaves hold together; None of a layout that is not bound."""
        bindings = self.layout.bindings
        return self.item.binding or (bindings[0] if bindings else None)

    @property
    def pages_multiple(self) -> int:
        """Its pages come in as many: leaves have two sides, folded sheets four."""
        return pages_multiple(self.layout.sides, self.binding)

    def padded(self, pages: int) -> int:
        """How many pages a file has, blank ones among them, if so many are set."""
        return -(-pages // self.pages_multiple) * self.pages_multiple

    @property
    def profile(self) -> OutputProfile:
        """Of the printing condition it is made for."""
        return self.stock.profile

    @property
    def id(self) -> str:
        return f"{self.item.product}-{self.part}" if self.part else self.item.product

    @property
    def deal(self) -> Deal | None:
        return self.sheets.deal if self.sheets else None

    @property
    def boards(self) -> int:
        return self.sheets.count if self.sheets else 0

    @property
    def span(self) -> tuple[str, str] | None:
        """The IDs of its first and its last sheet."""
        if self.sheets is None:
            return None
        return self.sheets.deal.sheet_id(self.sheets.first), self.sheets.deal.sheet_id(self.sheets.last)

    @property
    def file(self) -> str:
        """Where it lies below build/<order>/."""
        return f"{self.edition}/{self.id}.pdf"

    @property
    def pictures(self) -> str:
        """How the names of its pages' pictures begin, below previews/."""
        return f"{self.id}-{self.edition}"

    def title(self, content: Content) -> str:
        """The document's title."""
        return f"{content.texts.value.title}: {self.layout.title}"


def deal_for(content: Content, layout: Layout, seed: int, free: bool | None = None) -> Deal | None:
    """The deal of a layout's boards; None for a handout."""
    grid = layout.grid(free)
    return Deal(tuple(p.id for p in content.phrases), grid, seed) if grid else None
