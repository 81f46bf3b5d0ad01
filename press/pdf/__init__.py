"""PDF objects and content streams: page boxes, page tree, painting, incremental updates, deterministic saving.

Nothing here knows an order; everything is by ISO 32000-1.
"""

__all__ = [
    "annotations",
    "embedded_fonts",
    "extract",
    "fonts_of_file",
    "glyph_outlines",
    "graphics",
    "incremental_update",
    "opening",
    "page_boxes",
    "page_tree",
    "rendered",
    "saving",
    "spoken_text",
    "structure",
    "to_unicode",
]
