"""What was ordered of a file, for preflight to hold it against: from the order, never from the file."""

from dataclasses import dataclass
from typing import Callable

from press.pdf.page_boxes import Geometry
from press.colour.icc_profile import OutputProfile
from press.order.imposition import Sheets


@dataclass(frozen=True)
class Ordered:
    """What the file must turn out to be. Its functions of a page, from 0, are picklable."""

    name: str
    geometry: Geometry
    pages: int
    sheets: Sheets | None
    codes: Callable[[int], tuple[str, ...]]  # the links of its codes, in any order
    cells: Callable[[int], tuple[int, ...]]  # its phrases' indices in reading order
    told: tuple[str, ...]  # the links of codes that have words for whom cannot see them
    phrases: tuple[str, ...]  # as they stand in cells
    inks: str  # front/back, or "spot"
    spots: tuple[str, ...]
    profile: OutputProfile
    safe: float  # mm from the edge that stay free of text
    hosts: tuple[str, ...] | None = None  # where codes may lead; anywhere, if None

    def ids(self, page: int) -> tuple[str, ...]:
        """The IDs of a page's sheets."""
        return tuple(map(self.sheets.deal.sheet_id, self.sheets.numbers(page))) if self.sheets else ()
