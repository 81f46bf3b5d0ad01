"""A font's own table from codes to text (ISO 32000-2, 9.10.3)."""

import re

_HEX = rb"<([0-9A-Fa-f]+)>\s*"
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(_HEX + _HEX)
_RANGE = re.compile(_HEX + _HEX + rb"(?:" + _HEX + rb"|\[(.*?)\])", re.DOTALL)


def to_unicode(table: bytes) -> dict[int, str]:
    """The text of each code that the table knows."""
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(table):
        if kind == b"char":
            found |= {int(code, 16): _text(text) for code, text in _CHAR.findall(body)}
            continue
        for first, last, text, several in _RANGE.findall(body):
            codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF) + 1)
            texts = (
                [_text(one) for one in re.findall(_HEX, several)]
                if several
                else [_text(text)[:-1] + chr(ord(_text(text)[-1]) + step) for step in range(len(codes))]
            )
            found |= dict(zip(codes, texts))
    return found


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
