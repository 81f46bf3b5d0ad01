"""Editions: for whom a product is set and how it is finished. One module each."""

import importlib
from dataclasses import dataclass
from typing import Callable

from press.brand import Brand
from press.job import Product
from press.logo import Logo
from press.palette import Palette
from press.plan import Plan
from press.profile import OutputProfile
from press.typeset import Typesetter


@dataclass(frozen=True)
class Edition:
    """How an edition differs from the others; everything else is the same for all."""

    bleed: float  # mm
    standards: tuple[str, ...]  # as Typst names them
    tagged: bool
    palette: Callable[[Plan, Product], Palette]
    logo: Callable[[Logo, Brand, OutputProfile, Typesetter], str]
    finish: Callable[[Plan, Product, bytes, Typesetter], bytes]


def edition_of(product: Product) -> Edition:
    return importlib.import_module(f"press.editions.{product.edition}").EDITION
