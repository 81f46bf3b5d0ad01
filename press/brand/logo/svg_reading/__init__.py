"""SVG logos, read as a browser reads them: the cascade, values of CSS, and only what is painted, written anew and plain.

Nothing outside the file is ever fetched.
"""

__all__ = ["plain_svg", "svg"]
