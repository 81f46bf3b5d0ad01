"""A product: one item of the order in one edition, with the lines along which its pages are folded and cut."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from press.bingo.board_numbers import BoardNumbers, last_of
from press.bingo.deal import Deal
from press.brand.ground import Ground
from press.colour.icc_profile import OutputProfile
from press.content.content import Content
from press.layouts.binding import Binding, pages_multiple
from press.layouts.layout import Layout, Lines
from press.order.imposition import Sheets
from press.order.link_target import Target
from press.order.options import SIZE
from press.order.order import Order
from press.order.order_item import Item
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
    target: Target  # of its codes
    part: str | None = None  # of an item whose boards are spread over several files
    players: int = 0  # how many boards its round is played with; none on a handout

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


def players_of(item: Item, order: Order) -> int:
    """With how many boards its round is played: those up to the highest number that items of its layout have."""
    same = (other.boards for other in order.items if other.layout == item.layout and other.boards)
    ranges = [last_of(boards) for boards in same if isinstance(boards, BoardNumbers)]
    return max([item.boards or 0, *ranges])


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
