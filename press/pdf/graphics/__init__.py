"""What content streams paint (ISO 32000-1, chapters 8 and 9): marks and their colours, shadings, forms, new colours.

Of pages and forms alike.
"""

__all__ = [
    "colour_operators",
    "content_stream",
    "inventory",
    "named_resources",
    "operands",
    "painting",
    "path_extent",
    "patterns",
    "placed_forms",
    "recolour",
    "shadings",
    "stream_scanner",
]
