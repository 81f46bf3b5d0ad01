"""Every edition there is, by its name."""

from press.finishing.edition import Edition
from press.finishing.office_edition import OFFICE
from press.finishing.print_edition import PRINT
from press.order.product import Product

EDITIONS: dict[str, Edition] = {edition.name: edition for edition in (PRINT, OFFICE)}


def edition_of(product: Product) -> Edition:
    return EDITIONS[product.edition]
