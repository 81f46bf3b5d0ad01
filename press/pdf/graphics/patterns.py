"""Patterns in the bytes of PDFs that we, or qpdf for us, wrote: they are there, or the file is not what it must be."""

import re


def first_match(pattern: bytes | re.Pattern[bytes], data: bytes) -> re.Match[bytes]:
    """The first match. Raises ValueError if there is none."""
    match = re.search(pattern, data)
    if match is None:
        raise ValueError(f"a PDF without {pattern!r}")
    return match
