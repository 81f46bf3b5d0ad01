"""Inks: what an item's colours ask of a brand that it does not have."""

from collections.abc import Iterator

from press.brand.brand import Brand
from press.brand.palette import SPOT, process_inks
from press.brand.spots import wrong_letter
from press.errors import Problem
from press.order.stock import KINDS, Stock
from press.schema.validation import Loaded

SOFT_TINT = 15  # %, in a proposal: pale enough for text on it


def ink_faults(colours: str, stock: Stock, brand: Loaded[Brand]) -> Iterator[Problem]:
    """Every colour of a brand that cannot be printed as `spot` asks: made of process inks, or of the other paper's
    series. `colours` are the inks front/back of a product, whose paper is `stock`'s."""
    if colours != SPOT:
        return
    roles = brand.value.roles()
    known = next((colour.spot for colour in roles.values() if colour.spot), None)
    proposal = f"`spot: {known}` with `tint: {SOFT_TINT}`" if known else "`spot: HKS 13`, the name of an ink,"
    for role, colour in roles.items():
        if colour.spot is None:
            if any(process_inks(colour, stock.profile)[:3]):
                yield Problem(
                    brand.where("colours", role),
                    f"`{role}` is mixed from process inks, and an order with `colours: spot` has none",
                    f"give it {proposal}, or a gray: cmyk: [0, 0, 0, k]",
                )
        elif found := wrong_letter(colour.spot, stock.paper.coated):
            ink, letter = found
            yield Problem(
                brand.where("colours", role, "spot"),
                f"`{colour.spot}` is an ink for {KINDS[not stock.paper.coated]} paper, `{stock.paper}` is "
                f"{KINDS[stock.paper.coated]}",
                f"write {ink}: the press adds the letter of the paper, here {letter}",
            )
