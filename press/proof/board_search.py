"""The boards' data: every board of an order, small enough to lie beside the page and be looked up by its number.

Boards stand in files of `CHUNK`, which the page loads when one of them is asked for - as scripts, because a page opened
from a disk may not read files in any other way.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.content.typography import bind
from press.order.imposition import Sheets
from press.order.product import Product
from press.proof.proof_model import ProofModel
from press.web.board_digits import DIGITS, board_text, digits, width_of

CHUNK = 5000  # boards a file: 45 kB on a grid of 3 × 3


@dataclass(frozen=True)
class SearchableProduct:
    """A product whose boards can be looked up, with the IDs of its first and last sheet."""

    id: str
    title: str
    first: str
    last: str
    boards: int


def searchable(order: ProofModel) -> tuple[SearchableProduct, ...]:
    return tuple(
        SearchableProduct(
            product.id,
            order.names[product.id],
            sheets.deal.sheet_id(sheets.first),
            sheets.deal.sheet_id(sheets.last),
            sheets.count,
        )
        for product, sheets in _with_boards(order)
    )


def write_boards(order: ProofModel, folder: Path) -> None:
    """Writes data.js (phrases and what there is to look up) and boards-<product>-<n>.js."""
    content = order.content
    products: list[dict[str, Any]] = []
    for product, sheets in _with_boards(order):
        links = sheets.links
        wide = (width_of(len(content.phrases)), width_of(len(links)))
        described = _described(product.id, product.file, sheets)
        products.append(described | {"wide": wide[0], "linkWide": wide[1], "links": links, "chunk": CHUNK})
        for chunk, part in enumerate(sheets.parts(CHUNK)):
            cells = board_text(part.deal, part.first, part.count)
            carried = "".join(digits(links.index(sheet.link), wide[1]) for sheet in part) if len(links) > 1 else ""
            file = folder / f"boards-{product.id}-{chunk + 1}.js"
            _script(file, "pressBoards", product.id, chunk, cells, carried)
    phrases = [bind(phrase.board) for phrase in content.phrases]
    _script(folder / "data.js", "pressData", {"phrases": phrases, "digits": DIGITS, "products": products})


def _with_boards(order: ProofModel) -> list[tuple[Product, Sheets]]:
    products = (made.product for made in order.firsts)
    return [(product, product.sheets) for product in products if product.sheets]


def _described(product_id: str, file: str, sheets: Sheets) -> dict[str, Any]:
    grid = sheets.deal.grid
    return {
        "id": product_id,
        "code": sheets.deal.code,
        "first": sheets.first,
        "boards": sheets.count,
        "rows": grid.rows,
        "columns": grid.columns,
        "pages": sheets.pages,
        "file": file,
    }


def _script(path: Path, function: str, *values: Any) -> None:
    """A script that hands values over, and nothing more."""
    arguments = ",".join(json.dumps(value, ensure_ascii=True, separators=(",", ":")) for value in values)
    path.write_bytes(f"{function}({arguments});\n".encode())
