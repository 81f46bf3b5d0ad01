"""What font files say of their licence, written beside them: whoever copies the folder on has to know."""

from collections.abc import Iterable
from io import BytesIO

from fontTools.ttLib import TTFont

NOTE = "LICENCES.txt"  # beside the files
MAX_TEXT = 500  # characters; whole licences stand in fonts, too
_NAMES = {0: "copyright", 7: "trademark", 13: "licence", 14: "licence, address"}  # OpenType, name IDs
_RIGHTS = {0: "may be installed", 4: "preview and print", 8: "editing"}  # OS/2 fsType, embedding

_HEAD = """\
Fonts of the house, copied here by `invoke brand`. What each file says of itself:

"""
_FOOT = """\
A licence for a desk mostly covers PDFs, and machines of the house. It seldom covers handing the files themselves on:
look before you share this folder, in a repository or a ZIP. What the press makes holds only the characters that it
shows, and never these files.
"""


def licence_note(files: dict[str, bytes]) -> str:
    """The text of the note on font files, by their names."""
    return _HEAD + "".join(f"{name}\n{''.join(_facts(data))}\n" for name, data in sorted(files.items())) + _FOOT


def _facts(data: bytes) -> Iterable[str]:
    with TTFont(BytesIO(data), lazy=True) as font:
        for number, what in _NAMES.items():
            if text := _one_line(font["name"].getDebugName(number) or ""):
                yield f"  {what}: {text}\n"
        rights = font["OS/2"].fsType
        yield f"  embedding (fsType {rights}): {_RIGHTS.get(rights & 0xF, 'several are set, the mildest counts')}\n"


def _one_line(text: str) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}…"
