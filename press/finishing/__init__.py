"""From Typst's pages to an edition's file: PDF/X-4 with boxes and marks for the print shop, PDF/UA for the office.

An edition is all that differs between the two.
"""

__all__ = ["edition", "office_edition", "pdfx", "registry", "slug_line", "tagging"]
