"""Stamping: which stamp goes where on which page (pure; units mm, from the upper left corner of the trim).

A form is what all pages share; slots are its gaps; a stamp is one way to fill a slot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from press.order.imposition import Sheet, Sheets
from press.pdf.page_boxes import pt
from press.system.picklable import Picklable


@dataclass(frozen=True)
class Slot:
    stamp: str  # the kind of stamp that fills it
    by: str  # "phrase", "link" or "glyph"
    place: int  # the sheet's place on the page
    cell: int | None  # on the board, of a phrase's
    x: float
    y: float


@dataclass(frozen=True)
class Stamp:
    page: int  # of Typst's document, from 1
    rim: float  # paper around it
    advance: float  # how far the next glyph stands


@dataclass(frozen=True)
class Stamped(Picklable):
    """How the pages of a product are put together."""

    sheets: Sheets
    slots: dict[int, tuple[Slot, ...]]  # by form, from 0
    stamps: dict[tuple[str, str], Stamp]  # by kind and key

    def form(self, sheets: Sequence[Sheet]) -> int:
        """Which form the page with these sheets is printed on, from 0."""
        return self.sheets.forms.index(len(sheets))

    def placed(self, sheets: Sequence[Sheet], by: str = "") -> Iterator[tuple[Stamp, float, float]]:
        """The stamps of the page with these sheets, or those in slots filled `by` one thing, in slot order.

        Each with the place of its upper left corner.
        """
        for slot in self.slots[self.form(sheets)]:
            if by and slot.by != by:
                continue
            x = slot.x
            for key in _keys(slot, sheets[slot.place]):
                stamp = self.stamps[slot.stamp, key]
                yield stamp, x - stamp.rim, slot.y - stamp.rim
                x += stamp.advance

    @cached_property
    def reading(self) -> dict[int, list[tuple[int, int]]]:
        """By how many sheets a page has: its cells, as (place, cell), row by row across the page."""
        return {
            count: [
                (slot.place, slot.cell)
                for slot in sorted(self.slots[form], key=_row_by_row)
                if slot.by == "phrase" and slot.cell is not None
            ]
            for form, count in enumerate(self.sheets.forms)
        }


def _row_by_row(slot: Slot) -> tuple[int, int]:
    return round(pt(slot.y)), round(pt(slot.x))


def _keys(slot: Slot, sheet: Sheet) -> tuple[str, ...] | str:
    if slot.cell is not None:
        return (str(sheet.board[slot.cell]),)
    return (sheet.link,) if slot.by == "link" else sheet.id
