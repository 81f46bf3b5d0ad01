"""What the proof page is made from: the products of a build with all that was learned of them."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from press.delivery.preview import Picture
from press.order.options import SIZE
from press.order.plan import Plan
from press.order.product import Product
from press.proof.code_counts import Codes


@dataclass(frozen=True)
class ProofProduct:
    """A product whose file lies in the order's folder, the links of its codes, and the pictures of its pages."""

    product: Product
    codes: Codes
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class ProofModel:
    """An order whose files lie in the working folder; `report` is its preflight.json."""

    plan: Plan
    made: tuple[ProofProduct, ...]
    report: dict[str, Any]
    work: Path

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
