"""Colour as ink and on a screen: an ICC output profile, and how bright, how far apart and how readable colours are.

Nothing here knows a brand.
"""

__all__ = ["colour_values", "icc_profile", "perception", "printing_condition"]
