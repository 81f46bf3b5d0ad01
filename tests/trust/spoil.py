"""Spoils files at random, the same way for the same seed: as a slip of the hand, a bad copy, or malice would."""

import random
from collections.abc import Callable

# What texts may be made to hold: other scripts, marks that combine, what cannot be seen, what steers or means
# something elsewhere.
ODD = (
    "שלום עולם",
    "مرحبا",
    "e\u0301\u0302\u0303" * 5,
    "Z\u0351\u0346\u036b\u0343",
    "😀",
    "👩‍👩‍👧",
    "🇩🇪",
    "\u202etxet\u202c",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\u2029",
    "\u00ad" * 9,
    "\u00a0" * 9,
    "漢字",
    "ﬁ",
    "Ⅷ",
    "½",
    "𝕭",
    "\U0010ffff",
    "\ue000",
    "\ufffd",
    "İi̇ıI",
    "ẞß",
    "\\0",
    "\\e[31m",
    "\\ud800",
    "<b>&amp;</b>",
    "]]>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "#panic()",
    "$x$",
    "*b* _i_ `c`",
    "= Titel",
    "@all",
    "%PDF-1.7",
    "../../etc/passwd",
    "C:\\\\x",
    "x" * 200,
    "a b " * 100,
    "„“‚‘»«–—…",
    "http://a.de",
    "https://a.de/" + "x" * 4000,
    "https://a.de@b.de",
    "https://a.de\\\\@b.de",
    "https://xn--a.de",
    "javascript:alert(1)",
    "null",
    "true",
    "1e999",
    "0x" + "f" * 300,
    ".nan",
    ".inf",
    "-1",
    "99999999999999999999",
    "2026-01-01",
    "[]",
    "{}",
    "[1, [2, [3]]]",
    "{a: {b: c}}",
    "!!binary aGk=",
    "!!python/name:os.system",
    "&a x",
    "*a",
    "<<: {a: 1}",
    "|",
    ">-",
    "? x",
    "- - - x",
    "% x",
    "@x",
    "`x`",
    '"',
    "'",
    ":",
    "#",
    "---",
    "...",
)
KEYS = (
    "<<",
    "?",
    "~",
    "id",
    "link",
    "options",
    "model_config",
    "__class__",
    "product",
    "hosts",
    "items",
    "x" * 300,
    "ключ",
    "1",
    "on-paper",
    "free",
    "title",
    "size",
    "boards",
)


def spoilt(data: bytes, seed: int, ways: tuple) -> bytes:
    """The data after one to three slips."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(ways)(data, chance)
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _flip_many(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(2, 40)):
        data = _flip(data, chance)
    return data


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) or 1)]


def _drop(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + data[at + chance.randint(1, 200) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    at, to = chance.randrange(len(data) or 1), chance.randrange(len(data) or 1)
    piece = data[at : at + chance.randint(1, 300)]
    return data[:to] + piece + data[to:]


def _zeros(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data) or 1), chance.randint(1, 300)
    return data[:at] + b"\0" * length + data[at + length :]


def _huge(data: bytes, chance: random.Random) -> bytes:
    """A length or a number of the file becomes as large as it can be."""
    at = chance.randrange(len(data) or 1)
    return (
        data[:at]
        + chance.choice((b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff", b"\x80\0\0\0"))
        + data[at + 4 :]
    )


def _header(data: bytes, chance: random.Random) -> bytes:
    """Where tables and sizes mostly stand."""
    return _flip(data[:512], chance) + data[512:]


def _by_lines(work: Callable[[list[str], int, random.Random], None]):
    """A way to spoil text, from one that changes its lines at one place."""

    def way(data: bytes, chance: random.Random) -> bytes:
        lines = data.decode("utf-8", "replace").split("\n")
        work(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines).encode("utf-8", "replace")

    return way


@_by_lines
def _line_gone(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at]


@_by_lines
def _line_twice(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines[at])


@_by_lines
def _lines_swapped(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


@_by_lines
def _indented(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = chance.choice((" ", "  ", "\t", "    ")) + lines[at] if chance.random() < 0.5 else lines[at].lstrip()


@_by_lines
def _value(lines: list[str], at: int, chance: random.Random) -> None:
    """Another value, in double quotes or plain."""
    head, colon, _ = lines[at].partition(":")
    odd = chance.choice(ODD)
    lines[at] = f"{head}{colon} " + (f'"{odd}"' if chance.random() < 0.6 else odd)


@_by_lines
def _amid(lines: list[str], at: int, chance: random.Random) -> None:
    """Something odd within a line."""
    where = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:where] + chance.choice(ODD) + lines[at][where:]


@_by_lines
def _key(lines: list[str], at: int, chance: random.Random) -> None:
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip(" -"))]
    lines.insert(at, f"{indent.replace('-', ' ')}{chance.choice(KEYS)}: {chance.choice(ODD)}")


def _encoded(data: bytes, chance: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(
        chance.choice(("utf-16", "utf-16-le", "latin-1", "cp1252", "utf-8-sig", "utf-32")), "replace"
    )


BYTES = (_flip, _flip, _flip_many, _cut, _drop, _double, _zeros, _huge, _header)
TEXT = (
    _flip,
    _cut,
    _drop,
    _double,
    _line_gone,
    _line_twice,
    _lines_swapped,
    _indented,
    _value,
    _value,
    _value,
    _amid,
    _amid,
    _key,
    _key,
    _encoded,
)
# Slips that mostly leave a file one can build with.
MILD = (_value, _amid)
