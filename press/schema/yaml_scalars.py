"""Values of YAML: only what everybody reads as a number is one.

YAML 1.1 makes 17 of `021`, 90 of `1:30`, 16 of `0x10` and 1000 of `1_000`. Here they stay the text that is written:
right where a text is wanted, told as what they are where a number is.
"""

import re
from typing import Any

import yaml

from press.language.message import Message, _

MAX_NUMBER = 2**64  # beyond it nothing is counted, and Typst knows no such number
MAX_DIGITS = 40  # of a number or a date; PyYAML takes seconds for the longest

_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_COMMA = r"(\d+),(\d+)"
_DECIMAL = re.compile(rf"{_WHOLE.pattern}\.[0-9]+")

Fault = tuple[Message, Message]  # what is wrong, and how to mend it


def scalar(node: yaml.ScalarNode, loader: yaml.CSafeLoader) -> Any:
    """The value of a node. Raises ValueError, OverflowError or YAMLError for one that cannot be."""
    kind = node.tag.rsplit(":", 1)[-1]
    if kind == "str" or (kind not in ("bool", "null", "timestamp") and not _is_number(node.value)):
        return node.value
    if len(node.value) > MAX_DIGITS:
        raise OverflowError
    if kind in ("bool", "null", "timestamp"):
        return loader.construct_object(node)
    number = int(node.value) if _WHOLE.fullmatch(node.value) else float(node.value)
    if abs(number) >= MAX_NUMBER:
        raise OverflowError
    return number


def _is_number(written: str) -> bool:
    return bool(_WHOLE.fullmatch(written) or _DECIMAL.fullmatch(written))


# What people write where a number belongs: a pattern, what it is, what to write instead, and what `so` is there.
_ODD = (
    (r"[-+]?0+(\d+)", _("a number with leading zeros"), _("write {so}"), r"\1"),
    (r"\d+(?::\d+)+", _("a time or a ratio"), _("write one number"), ""),
    (r"0[xob][0-9a-fA-F]+", _("a number of computers"), _("write it in digits from 0 to 9"), ""),
    (r"\d[\d_]*_\d+", _("a number with underscores"), _("write digits only"), ""),
    (
        r"\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+",
        _("a number in groups of three"),
        _("write digits only, without points or spaces"),
        "",
    ),
    (_COMMA, _("a number with a comma"), _("write {so}, with a point"), r"\1.\2"),
    (r"([-+]?\d+(?:\.\d+)?)\s*(?:[^\W\d_]+|[%‰€°²³/]+)+\.?", _("a number with its unit"), _("write {so} alone"), r"\1"),
    (r"\.(\d+)", _("a number without its zero"), _("write {so}"), r"0.\1"),
    (r"(\d+)\.", _("a number with a full stop"), _("write {so}"), r"\1"),
    (r"[-+]?\d+(?:\.\d+)?[eE][-+]?\d+", _("a number in powers of ten"), _("write all its digits"), ""),
)


def number_fault(written: str, whole: bool) -> Fault:
    """What a text is that stands where a number, or a `whole` one, is wanted."""
    written = written.strip()
    if _WHOLE.fullmatch(written) or (_DECIMAL.fullmatch(written) and not whole):
        return _("a text in quotes"), _("write {written} without quotes", written=written)
    for pattern, what, fix, so in _ODD:
        if found := re.fullmatch(pattern, written):
            if whole and pattern == _COMMA:
                return what, _("write digits only, without a comma")
            return what, fix.format(so=found.expand(so))
    if whole and _DECIMAL.fullmatch(written):
        return _("a decimal"), _("write digits only, without a point")
    mended = _("write digits only, without quotes") if whole else _("write digits, a point for decimals, no quotes")
    return _("a text"), mended
