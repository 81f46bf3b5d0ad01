"""SVG logos, read as a browser reads them: the cascade, CSS values, and only what is painted, written anew and plain.

Nothing outside the file is ever fetched.
"""

__all__ = ["plain_svg", "svg"]
