"""Scans a content stream in bulk: one pattern reads an operator with its operands, or a path as a whole.

What a stream may hold beyond this grammar (inline images, comments) is not guessed at.
"""

import re
from functools import lru_cache

Operation = tuple[str, bytes]  # an operator, and its operands as they stand there

PATH = "path"  # in the place of an operator: the construction of a path, or a part of it, with its operators

_SPACE = rb"[\t\n\f\r ]"
_DELIMITED = rb"(?:%b++|(?=[/\[(<]))" % _SPACE
_NUMBER = rb"[-+]?(?:[0-9]++\.?[0-9]*+|\.[0-9]++)"
_N = _NUMBER + _SPACE + rb"++"
NAME = rb"/[^\0\t\n\f\r ()<>\[\]{}/%]*+"
_PLAIN = rb"\((?:[^()\\\r]++|\\[^\r]%b)*+\)"
TEXT = _PLAIN % (rb"|" + _PLAIN % (rb"|" + _PLAIN % b""))  # parentheses in pairs may stand in it as they are
HEX = rb"<[0-9A-Fa-f\t\n\f\r ]*+>"
_ARRAY = rb"\[(?:%b|%b|%b|%b|%b)*+\]" % (_SPACE, _NUMBER, TEXT, HEX, NAME)
_FLAT = rb"<<(?:[^()<>%%]|%b|%b)*+>>" % (TEXT, HEX)
_ENTRIES = rb"<<(?:[^()<>%%]|%b|%b|%b)*+>>" % (TEXT, HEX, _FLAT)
_OPERAND = rb"(?:%b%b|%b%b*+|(?:%b|%b|%b|%b)%b*+)" % (
    *(_NUMBER, _DELIMITED, NAME, _SPACE),
    *(TEXT, _ENTRIES, HEX, _ARRAY, _SPACE),
)
_SEGMENT = rb"(?:%b%b(?:[ml]|%b%b(?:[vy]|re|%b%bc))|h)" % ((_N,) * 6)
_OPERATION = re.compile(
    rb"((?:%b(?:%b|\Z))++)|((?:%b)*+)([A-Za-z'\"][A-Za-z0-9]*+\*?)(?:%b|\Z)"
    % (_SEGMENT, _DELIMITED, _OPERAND, _DELIMITED)
)
_START = re.compile(_SPACE + rb"*+")

# ISO 32000-1, table 51, but for inline images.
_NAMES = """
b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri s S SC
sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"
"""
OPERATORS = {name.encode(): name for name in _NAMES.split()}

_END = b"\nQ\n"  # of a graphics state, as it is written one operator to a line
_SMALL = 2000  # bytes of a part; a code has some ten thousand


def scan(data: bytes) -> list[Operation] | None:
    """The operations of a stream, one after the other; None if it holds anything that is not of this grammar."""
    found: list[Operation] = []
    # Pages share parts of their streams, codes above all. A cut through a string leaves parts that are no operations.
    *parts, last = data.split(_END)
    for part in (*(part + _END for part in parts), last):
        operations = _small(part) if len(part) < _SMALL else _large(part)
        if operations is None:
            whole = _scanned(data)
            return None if whole is None else list(whole)
        found += operations
    return found


def _scanned(data: bytes) -> tuple[Operation, ...] | None:
    found: list[Operation] = []
    end = _START.match(data).end()  # type: ignore[union-attr]  # it matches nothing, too
    for match in _OPERATION.finditer(data, end):
        path, operands, operator = match.groups()
        if match.start() != end:
            return None
        end = match.end()
        if path is not None:
            found.append((PATH, path))
        elif (name := OPERATORS.get(operator)) is not None:
            found.append((name, operands))
        else:
            return None
    return tuple(found) if end == len(data) else None


_small, _large = lru_cache(maxsize=8192)(_scanned), lru_cache(maxsize=128)(_scanned)
