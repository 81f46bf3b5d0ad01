"""A house style: colours by role, typefaces, logos and senders, checked for contrast and for every glyph.

What a brand gives a page, without an order.
"""

__all__ = [
    "brand",
    "contrast",
    "faces",
    "font_files",
    "ground",
    "letter_extents",
    "loading",
    "logo",
    "palette",
    "spots",
]
