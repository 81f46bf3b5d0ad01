"""Opening a PDF: without reading its pages, and wherever it lies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pikepdf

File = Path | bytes


@contextmanager
def open_pdf(file: File) -> Iterator[pikepdf.Pdf]:
    """A file, or what is in one. What pages inherit from their tree is not handed down: that would read them all.

    pikepdf leaves open what it was given open, as long as anybody holds the PDF; and Windows moves no folder with an
    open file in it.
    """
    with _stream(file) as stream, pikepdf.open(stream, inherit_page_attributes=False) as pdf:
        yield pdf


def _stream(file: File) -> BinaryIO:
    if isinstance(file, bytes):
        return BytesIO(file)
    # By number: a path may have characters that the locale, and so pikepdf, cannot spell.
    return os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0)), "rb")
