"""What editors write: phrases in decks, the podcast, the texts around them, and German typography for all of it.

Read and checked; nothing is set here.
"""

__all__ = [
    "content",
    "hyphens",
    "link_choice",
    "markdown",
    "papers",
    "podcast",
    "printed_texts",
    "texts",
    "typographic_notes",
    "typography",
]
