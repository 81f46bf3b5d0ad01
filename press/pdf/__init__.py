"""PDF objects and content streams: page boxes, page tree, painting, incremental updates, deterministic saving.

Nothing here knows an order; everything is by ISO 32000-1.
"""

__all__ = [
    "colour_operators",
    "extract",
    "incremental_update",
    "inventory",
    "opening",
    "page_boxes",
    "page_tree",
    "painting",
    "placed_forms",
    "recolour",
    "saving",
    "structure",
]
