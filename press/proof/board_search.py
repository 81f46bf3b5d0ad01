"""The boards' data: every board of an order, small enough to lie beside the page and be looked up by its number.

A board is one string: per cell the phrase's index in base 36, `FREE` for the free cell. Boards stand in files of
`CHUNK`, which the page loads when one of them is asked for - as scripts, because a page opened from a disk may
not read files in any other way.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from press.content.typography import bind
from press.order.product import Product
from press.proof.proof_model import ProofModel, ProofProduct

CHUNK = 5000  # boards a file: 45 kB on a grid of 3 × 3
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
FREE = "-"


@dataclass(frozen=True)
class Looked:
    """A product whose boards can be looked up."""

    id: str
    title: str
    first: str
    last: str
    boards: int


def searchable(order: ProofModel) -> tuple[Looked, ...]:
    products = [made.product for made in _with_boards(order)]
    return tuple(Looked(p.id, order.names[p.id], *p.span, p.boards) for p in products)


def write_boards(order: ProofModel, folder: Path) -> None:
    """Writes data.js (phrases and what there is to look up) and boards-<product>-<n>.js."""
    content, products = order.plan.content, []
    for made in _with_boards(order):
        product, links = made.product, made.product.sheets.links
        wide = (_width(len(content.phrases)), _width(len(links)))
        products.append(_described(product) | {"wide": wide[0], "linkWide": wide[1], "links": links, "chunk": CHUNK})
        for start in range(0, product.boards, CHUNK):
            sheets = product.sheets.parts(CHUNK)[start // CHUNK]
            cells = "".join(digits(cell, wide[0]) for sheet in sheets for cell in sheet.board)
            carried = "".join(digits(links.index(sheet.link), wide[1]) for sheet in sheets) if len(links) > 1 else ""
            _script(
                folder / f"boards-{product.id}-{start // CHUNK + 1}.js",
                "pressBoards",
                product.id,
                start // CHUNK,
                cells,
                carried,
            )
    _script(
        folder / "data.js", "pressData", {"phrases": [bind(p.board) for p in content.phrases], "products": products}
    )


def digits(index: int | None, width: int) -> str:
    """An index in base 36, always `width` digits."""
    if index is None:
        return FREE * width
    text = ""
    for _ in range(width):
        index, digit = divmod(index, len(DIGITS))
        text = DIGITS[digit] + text
    return text


def _with_boards(order: ProofModel) -> list[ProofProduct]:
    return [made for made in order.firsts if made.product.sheets]


def _described(product: Product) -> dict[str, Any]:
    grid = product.deal.grid
    return {
        "id": product.id,
        "code": product.deal.code,
        "first": product.sheets.first,
        "boards": product.boards,
        "rows": grid.rows,
        "columns": grid.columns,
        "pages": product.sheets.pages,
        "file": product.file,
    }


def _width(count: int) -> int:
    width = 1
    while len(DIGITS) ** width < count:
        width += 1
    return width


def _script(path: Path, function: str, *values: Any) -> None:
    """A script that workers over values, and nothing more."""
    arguments = ",".join(json.dumps(value, ensure_ascii=True, separators=(",", ":")) for value in values)
    path.write_bytes(f"{function}({arguments});\n".encode())
