"""Compression, behind one door: the same bytes on every machine.

Python, Pillow and qpdf compress with the zlib they find on the system. Some systems have another one in its
place, zlib-ng for instance, which writes other bytes. libdeflate comes inside a pinned package.
"""

import deflate

LEVEL = 6  # of 12: a percent smaller than zlib's 6, and faster


def packed(data: bytes) -> bytes:
    """Data as a zlib stream (RFC 1950), as FlateDecode and PNG want it."""
    return bytes(deflate.zlib_compress(data, LEVEL))
