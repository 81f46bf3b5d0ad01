"""Codes: how many to each link a product carries. Known once it is set; kept with it, as setting it again costs more."""

from collections import Counter

from press.order.product import Product
from press.typesetting.typst_facts import SetFacts

Codes = dict[str, int]  # link → codes on one copy


def count_codes(product: Product, facts: SetFacts) -> Codes:
    """From what Typst says of the set product."""
    sheets, stamped = product.sheets, facts.stamped
    if stamped is None:
        return dict(Counter(code["link"] for code in facts.codes))
    found: Counter = Counter()
    for page in range(sheets.pages):  # what the form carries itself
        found.update(facts.links(sheets.forms.index(len(sheets.numbers(page))) + 1))
    carried = (
        Counter({sheets.links[0]: sheets.count}) if len(sheets.links) == 1 else Counter(sheet.link for sheet in sheets)
    )
    for slot in (slot for slot in stamped.slots[0] if slot.by == "link" and slot.place == 0):
        for link, count in carried.items():
            for code in facts.links(stamped.stamps[slot.stamp, link].page):
                found[code] += count
    return dict(found)
