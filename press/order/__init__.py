"""An order: what to print, checked against content, brand and layouts, as a plan of products and numbered sheets.

Nothing is made here; `invoke check` and `invoke verify` end here.
"""

__all__ = [
    "check",
    "imposition",
    "json_schemas",
    "link_target",
    "options",
    "order",
    "order_item",
    "plan",
    "product",
    "stock",
    "variant",
    "verify_sheet",
]
