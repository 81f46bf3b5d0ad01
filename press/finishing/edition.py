"""An edition: for whom a product is set, and all in which one edition differs from another."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from press.brand.brand import Brand
from press.brand.palette import Palette
from press.colour.icc_profile import OutputProfile
from press.order.product import Product
from press.pdf.page_boxes import SLUG_MM, Geometry
from press.system.worker_pool import WorkerPool
from press.typesetting.logos import Prepare
from press.typesetting.stamp_slots import Stamped
from press.typst_engine.compiler import Typesetter


class Deliverable(Enum):
    """What goes with an edition's files."""

    TICKET = auto()  # the job ticket, for the print shop
    PACKAGE = auto()  # a ZIP of the edition's files, ticket and report
    ARGUMENTS = auto()  # the arguments as Markdown, for a website


@dataclass(frozen=True)
class FinishRequest:
    """A product as Typst set it, and what else finishing has to know."""

    order_id: str
    draft: bool
    product: Product
    title: str
    typeset: bytes
    stamped: Stamped | None  # how pages are put together, if `typeset` holds a form and stamps
    brand: Brand
    typesetter: Typesetter
    link_words: Mapping[str, str]  # where links lead, in words


@dataclass(frozen=True)
class Edition(ABC):
    """How an edition differs from the others; everything else is the same for all. Lengths are in mm."""

    name: str
    german_name: str
    german_use: str  # what it is for
    safe: float  # from the trim, free of text and codes
    standards: tuple[str, ...]  # as Typst names them
    tagged: bool
    forms: bool  # whether boards are stamped into a form; else each is set live
    logo: Prepare  # makes a logo fit for it
    deliverables: frozenset[Deliverable]

    def geometry(self, product: Product) -> Geometry:
        """The boxes of a product's pages. Without marks there is nothing around the bleed."""
        bleed = product.frame.bleed
        return Geometry(*product.trim, bleed=bleed, slug=SLUG_MM if product.frame.marks else bleed)

    def profile(self, product: Product) -> OutputProfile:
        """By which a product's colours become ink, or are shown."""
        return product.stock.profile

    def pages(self, product: Product, count: int) -> int:
        """How many pages a product's file has if so many are set."""
        return product.padded(count)

    @abstractmethod
    def palette(self, brand: Brand, profile: OutputProfile, colours: str) -> Palette:
        """The brand's colours by role; `colours` are the inks front/back."""

    @abstractmethod
    def finish(self, request: FinishRequest, target: Path, workers: WorkerPool) -> None:
        """Writes the finished file. Raises PressError if Typst cannot set what is added."""
