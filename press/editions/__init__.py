"""Editions: for whom a product is set and how it is finished. One module each."""

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from press.brand import Brand
from press.product import Product
from press.fit import SetFacts
from press.hands import Hands
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
    forms: bool  # whether boards are stamped into a form; else each is set live
    palette: Callable[[Plan, Product], Palette]
    logo: Callable[[Logo, Brand, OutputProfile, Typesetter, str], str]
    finish: Callable[[Plan, Product, bytes, SetFacts, Typesetter, Path, Hands], None]  # writes the file


def edition_of(product: Product) -> Edition:
    return importlib.import_module(f"press.editions.{product.edition}").EDITION
