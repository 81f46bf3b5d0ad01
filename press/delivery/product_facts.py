"""What there is to know of a product before it is printed, in German: for the job ticket and the proof page."""

from press.brand.brand import Brand
from press.brand.palette import SPOT, spots
from press.content.typography import NBSP, grouped
from press.delivery.finished_file import FinishedFile
from press.order.product import Product

Facts = tuple[tuple[str, str], ...]  # name and value

_EDGES = {"long-edge": "lange Seite", "short-edge": "kurze Seite", None: "–"}


def product_facts(file: FinishedFile, brand: Brand) -> Facts:
    """Sizes, numbers, colours, paper and what to do after printing."""
    product = file.product
    copies, layout = product.item.copies, product.layout
    pages = f"{grouped(file.pages)} {'Seite' if file.pages == 1 else 'Seiten'}"
    return (
        ("Endformat", _size(layout.final or product.trim)),
        *([("Bogenformat", _size(product.trim))] if layout.final else []),
        ("Umfang", f"{pages} auf {grouped(file.leaves)} Blatt"),
        ("Auflage", f"{grouped(copies)} × jedes Blatt" if product.boards else f"{grouped(copies)} Stück"),
        ("Bogen insgesamt", grouped(file.leaves * copies)),
        *(
            [("Verschiedene Spielfelder", f"{grouped(product.boards)}, {' bis '.join(product.span)}")]
            if product.span
            else []
        ),
        ("Farben", _colours(product, spots(brand, product.profile, product.colours))),
        ("Papier", str(product.stock.paper)),
        ("Druckbedingung", _condition(product)),
        ("Verarbeitung", product.item.finishing or layout.finishing),
        *([("Wenden über", _EDGES[layout.duplex])] if layout.sides == 2 else []),
    )


def _colours(product: Product, spot_names: tuple[str, ...]) -> str:
    """Inks front/back in words."""
    if product.colours == SPOT:
        names = ("Schwarz", *(name.replace(" ", NBSP) for name in spot_names))
        back = len(names) if product.layout.sides == 2 else 0
        return f"{len(names)}/{back} ({', '.join(names)})"
    return f"{product.colours} ({'nur Schwarz' if product.colours[0] == '1' else 'Skala CMYK'})"


def _condition(product: Product) -> str:
    """What the colours are made for."""
    kind = "gestrichenes" if product.stock.paper.coated else "ungestrichenes"
    return f"{product.profile.condition} ({kind} Papier), Farbauftrag höchstens {product.profile.ink_limit:.0f} %"


def _size(size: tuple[float, float]) -> str:
    return f"{size[0]:g} × {size[1]:g} mm".replace(".", ",")
