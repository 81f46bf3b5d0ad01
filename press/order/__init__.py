"""An order: what to print, checked against content, brand and layouts, as a plan of products and numbered sheets.

Nothing is made here; `invoke check` and `invoke verify` end here.
"""

__all__ = [
    "binding",
    "check",
    "imposition",
    "json_schemas",
    "layouts",
    "link_target",
    "options",
    "order",
    "plan",
    "product",
    "stock",
    "variant",
    "verify_sheet",
]
