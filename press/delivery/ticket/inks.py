"""Inks by name: what a product is printed with, front and back."""

from press.brand.brand import Brand
from press.brand.palette import ONE_PLATE, SPOT, spots
from press.order.product import Product

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
GERMAN = {"Yellow": "Gelb", "Black": "Schwarz"}


def ink_names(product: Product, brand: Brand) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The inks of front and back, as XJDF names them: process inks in English, spots as their plates are called."""
    if product.colours == SPOT:
        front: tuple[str, ...] = ("Black", *spots(brand, product.profile, product.colours))
    else:
        front = ("Black",) if product.colours in ONE_PLATE else PROCESS
    return front, front if product.layout.sides == 2 else ()


def count_of(product: Product, brand: Brand) -> str:
    """Inks front/back in numbers: 4/0, or 2/2 of a spot order."""
    front, back = ink_names(product, brand)
    return f"{len(front)}/{len(back)}"


def german(inks: tuple[str, ...]) -> str:
    return ", ".join(GERMAN.get(ink, ink).replace(" ", "\u00a0") for ink in inks)
