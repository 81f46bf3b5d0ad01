"""What the proof page is made from: the products of a build with all that was learned of them."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from press.brand.brand import Brand
from press.brand.faces import Face
from press.colour.icc_profile import OutputProfile
from press.content.content import Content
from press.delivery.companion import Companion
from press.delivery.finished_file import FinishedFile
from press.delivery.preview import Picture
from press.delivery.ticket.product_facts import Facts
from press.kept.kept_facts import NOTHING_KEPT, KeptFacts
from press.links.addresses import Addresses
from press.links.link_rules import Placeholder
from press.order.options import SIZE
from press.order.product import Product
from press.preflight.report import OrderReport

Codes = dict[str, int]  # link → codes on one copy


@dataclass(frozen=True)
class ProofProduct:
    """A product whose file lies in the order's folder, with what there is to know of it before it is printed."""

    file: FinishedFile
    facts: Facts
    codes: Codes
    pictures: tuple[Picture, ...]  # of its pages

    @property
    def product(self) -> Product:
        return self.file.product


@dataclass(frozen=True)
class ProofModel:
    """An order whose files lie in the working folder, what it is made from, and its preflight."""

    id: str
    content: Content
    addresses: Addresses
    brand: Brand
    faces: tuple[Face, ...]
    profile: OutputProfile
    made: tuple[ProofProduct, ...]
    report: OrderReport
    placeholders: tuple[Placeholder, ...]  # why it is a draft
    companions: tuple[Companion, ...]
    work: Path
    kept: KeptFacts = NOTHING_KEPT

    @cached_property
    def firsts(self) -> tuple[ProofProduct, ...]:
        """One edition of each product: what all have in common."""
        found: dict[str, ProofProduct] = {}
        for made in self.made:
            found.setdefault(made.product.id, made)
        return tuple(found.values())

    @cached_property
    def names(self) -> dict[str, str]:
        """What people call each product, by id: its layout, its size if there are several, its id if two are alike."""
        names = {made.product.id: _name(made.product) for made in self.firsts}
        twice = [name for name, count in Counter(names.values()).items() if count > 1]
        return {id_: f"{name} ({id_})" if name in twice else name for id_, name in names.items()}


def _name(product: Product) -> str:
    size = product.options.get(SIZE)
    return f"{product.layout.title} {size.upper()}" if size else product.layout.title
