"""Operands of content streams as they stand in them: numbers, names, strings (ISO 32000-1, 7.3)."""

import re
from functools import lru_cache
from typing import Any

from pikepdf import Name

from press.pdf.graphics.stream_scanner import HEX, NAME, TEXT

_STRINGS = re.compile(rb"(%b)|(%b)" % (TEXT, HEX))
_START = re.compile(rb"\s*+(%b)\s*+" % NAME)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_OCTAL = (b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7")
_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")


def values(operands: bytes) -> list[Any]:
    """Numbers, and names, that are operands."""
    return [name(part) if part[:1] == b"/" else float(part) for part in operands.split()]


def numbers(operands: bytes) -> tuple[float, ...]:
    return tuple(map(float, operands.split()))


def name(written: bytes) -> Name:
    return Name(_CODE.sub(lambda found: bytes.fromhex(found[1].decode()), written).decode())


@lru_cache(maxsize=4096)  # pages show the same words again and again
def strings(operands: bytes) -> tuple[bytes, ...]:
    """The strings among operands, or in an array that is one."""
    return tuple(
        _hex(digits[1:-1]) if digits else _ESCAPE.sub(_unescaped, text[1:-1]) if b"\\" in text else text[1:-1]
        for text, digits in _STRINGS.findall(operands)
    )


def tag_and_entries(operands: bytes) -> tuple[bytes, bytes]:
    """The operands of marked content: its tag, and its entries or their name; of what has none, nothing."""
    start = _START.match(operands)
    return (start[1], operands[start.end() :].strip()) if start else (b"", b"")


def _unescaped(found: re.Match[bytes]) -> bytes:
    escaped = found[1]
    return bytes([int(escaped, 8) & 0xFF]) if escaped[:1] in _OCTAL else _ESCAPED.get(escaped, escaped)


def _hex(digits: bytes) -> bytes:
    own = b"".join(digits.split())
    return bytes.fromhex((own + b"0" * (len(own) % 2)).decode())
