"""Binding: how the leaves of a brochure hold together, and how many pages that takes."""

from typing import Literal

Binding = Literal["none", "corner", "saddle"]

# What a print shop is told, in German.
FINISHING: dict[Binding, str] = {
    "none": "auf Endformat schneiden, nicht heften",
    "corner": "auf Endformat schneiden, links oben heften",
    "saddle": "Rückstichheftung, zwei Klammern; die Seiten stehen einzeln in Lesefolge, ausschießen",
}
SADDLE_PAGES = 4  # of a folded sheet


def pages_multiple(sides: int, binding: Binding | None) -> int:
    """Pages come in as many: those of a folded sheet, or of a leaf."""
    return SADDLE_PAGES if binding == "saddle" else sides
