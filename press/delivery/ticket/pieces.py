"""Pieces: how many there are once printed sheets are cut, and how their piles are laid together."""

import itertools
from dataclasses import dataclass

from press.delivery.finished_file import FinishedFile
from press.layouts.binding import SADDLE_PAGES
from press.layouts.layout import Layout

SAME_MM = 1.0  # a strip of the finished size, whatever was rounded


@dataclass(frozen=True)
class Pieces:
    """Of one product: pieces of a sheet, press sheets of the whole run, and the finished pieces they give."""

    per_sheet: int
    sheets: int
    finished: int
    sets: bool  # whether different pieces belong together: cards, leaves that nothing holds together


def pieces_of(file: FinishedFile) -> Pieces:
    product, copies = file.product, file.product.item.copies
    leaves = file.pages // SADDLE_PAGES if product.binding == "saddle" else file.leaves
    sheets = leaves * copies
    if board := product.sheets:
        return Pieces(board.up, sheets, board.count * copies, False)
    per_sheet = _cut_from_a_sheet(product.layout, product.trim)
    whole = sheets * per_sheet if per_sheet > 1 else copies
    loose = file.leaves > 1 and product.binding in (None, "none")
    return Pieces(per_sheet, sheets, whole, per_sheet > 1 or loose)


def _cut_from_a_sheet(layout: Layout, trim: tuple[float, float]) -> int:
    """How many pieces of the finished size the cuts make; 1 if nothing is cut apart."""
    if layout.final is None or not (layout.cuts.x or layout.cuts.y):
        return 1
    count = 1
    for cuts, side, piece in zip((layout.cuts.x, layout.cuts.y), trim, layout.final):
        edges = [0.0, *cuts, side]
        count *= sum(abs(high - low - piece) <= SAME_MM for low, high in itertools.pairwise(edges))
    return max(count, 1)
