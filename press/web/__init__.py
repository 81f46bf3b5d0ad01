"""What pages for a browser have in common: templates, a brand's fonts, boards as text.

It knows of no page; each page has a room of its own.
"""

__all__ = ["board_digits", "jinja_templates", "web_fonts"]
