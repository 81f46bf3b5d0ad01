"""Compression, behind one door: the same bytes on every machine.

Python, Pillow and qpdf compress with the zlib they find on the system. Some systems have another one in its
place, zlib-ng for instance, which writes other bytes. libdeflate comes inside a pinned package.
"""

import struct
import zlib
from pathlib import Path

import deflate
from PIL import Image

LEVEL = 6  # of 12: a percent smaller than zlib's 6, and faster
QUICK = 3  # for pictures to look at: 6 % larger, in seven tenths of the time


def packed(data: bytes, level: int = LEVEL) -> bytes:
    """Data as a zlib stream (RFC 1950), as FlateDecode and PNG want it."""
    return bytes(deflate.zlib_compress(data, level))


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PALETTE, _DEPTH = 3, 8  # colour type and bits of a pixel (PNG, 11.2.1)
_PLAIN = 0  # before a row: its pixels as they are; other filters do nothing for a palette (PNG, 12.7)


def save_png(picture: Image.Image, path: Path, level: int = LEVEL, **notes: str) -> None:
    """Writes a picture of mode P; `notes` in ASCII, by keywords, are found in `Image.open(path).info`."""
    width, height = picture.size
    rows = Image.new("P", (width + 1, height), _PLAIN)
    rows.paste(picture, (1, 0))
    header = struct.pack(">2I5B", width, height, _DEPTH, _PALETTE, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        *((b"tEXt", f"{keyword}\0{note}".encode("ascii")) for keyword, note in notes.items()),
        (b"PLTE", bytes(picture.getpalette("RGB") or ())),
        (b"IDAT", packed(rows.tobytes(), level)),
        (b"IEND", b""),
    )
    path.write_bytes(_SIGNATURE + b"".join(_chunk(name, data) for name, data in parts))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
