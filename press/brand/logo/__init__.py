"""Logo files that strangers drew: examined, bounded and refused by name where they cannot be printed.

One module a kind of file.
"""

__all__ = ["fine_lines", "logo", "picture_logo", "vector"]
