"""Stamping: which stamp goes where on which page (pure; units mm, from the upper left corner of the trim).

A form is what all pages share; slots are its gaps; a stamp is one way to fill a slot.
"""

from dataclasses import dataclass
from typing import Any, Iterator

from press.sheets import Sheet, Sheets


@dataclass(frozen=True)
class Slot:
    stamp: str  # the kind of stamp that fills it
    by: str  # "phrase", "link" or "glyph"
    place: int  # the sheet's place on the page
    cell: int | None
    x: float
    y: float


@dataclass(frozen=True)
class Stamp:
    page: int  # of Typst's document, from 1
    rim: float  # paper around it
    advance: float  # how far the next glyph stands


@dataclass(frozen=True)
class Stamped:
    """How the pages of a product are put together."""

    sheets: Sheets
    slots: dict[int, tuple[Slot, ...]]  # by form, from 0
    stamps: dict[tuple[str, str], Stamp]  # by kind and key

    def form(self, page: int) -> int:
        """Which form a page (from 0) is printed on."""
        return self.sheets.forms.index(len(self.sheets.on_page(page)))

    def placed(self, page: int) -> Iterator[tuple[Stamp, float, float]]:
        """The stamps of a page with the place of their upper left corners, in slot order."""
        sheets = self.sheets.on_page(page)
        for slot in self.slots[self.sheets.forms.index(len(sheets))]:
            x = slot.x
            for key in _keys(slot, sheets[slot.place]):
                stamp = self.stamps[slot.stamp, key]
                yield stamp, x - stamp.rim, slot.y - stamp.rim
                x += stamp.advance


def read_stamped(facts: list[dict[str, Any]], sheets: Sheets) -> Stamped:
    """The slots and stamps that Typst told."""
    forms = range(1, len(sheets.forms) + 1)
    slots = {
        page - 1: tuple(Slot(f["stamp"], f["by"], f["place"], f["cell"], f["x"], f["y"])
                        for f in facts if f["kind"] == "slot" and f["page"] == page)
        for page in forms}
    stamps = {(f["stamp"], f["key"]): Stamp(f["page"], f["rim"], f["advance"]) for f in facts if f["kind"] == "stamp"}
    return Stamped(sheets, slots, stamps)


def _keys(slot: Slot, sheet: Sheet) -> tuple[str, ...] | str:
    if slot.by == "phrase":
        return (str(sheet.board[slot.cell]),)
    return (sheet.link,) if slot.by == "link" else sheet.id
