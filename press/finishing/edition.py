"""Editions: for whom a product is set and how it is finished. One module each."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from press.brand.palette import Palette
from press.order.plan import Plan
from press.order.product import Product
from press.system.worker_pool import WorkerPool
from press.typesetting.logos import Prepare
from press.typesetting.typst_facts import SetFacts
from press.typst_engine.compiler import Typesetter


@dataclass(frozen=True)
class Edition:
    """How an edition differs from the others; everything else is the same for all."""

    bleed: float  # mm
    standards: tuple[str, ...]  # as Typst names them
    tagged: bool
    forms: bool  # whether boards are stamped into a form; else each is set live
    palette: Callable[[Plan, Product], Palette]
    logo: Prepare
    finish: Callable[[Plan, Product, bytes, SetFacts, Typesetter, Path, WorkerPool], None]  # writes the file


def edition_of(product: Product) -> Edition:
    return importlib.import_module(f"press.finishing.{product.edition}_edition").EDITION
