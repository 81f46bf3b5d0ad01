"""Opening a PDF: without reading its pages, and wherever it lies."""

import os
from io import BytesIO
from pathlib import Path

import pikepdf

File = Path | bytes


def open_pdf(file: File) -> pikepdf.Pdf:
    """A file, or what is in one. What pages inherit from their tree is not handed down: that would read them all."""
    # By number: a path may have characters that the locale, and so pikepdf, cannot spell.
    stream = (
        BytesIO(file)
        if isinstance(file, bytes)
        else os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0)), "rb")
    )
    return pikepdf.open(stream, inherit_page_attributes=False)
