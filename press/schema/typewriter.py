"""What a keyboard offers, made what German print wants: quotation marks, apostrophes, dashes, ellipses.

Only where there is no doubt (DIN 5008; Duden, "Textverarbeitung"); what is left is told by `doubts`.
"""

import re
from collections.abc import Iterator

from press.language.message import Message, _

Doubt = tuple[Message, Message]  # what is in doubt, and what to write

_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")  # more of them are a line to fill in
_LONE_HYPHENS = re.compile(r"(?<!\S)-{1,3}(?!\S)")
_DOUBLE = re.compile('["„“”]')
_OPENING = "([{/–—-»›„‚“"  # an opening mark stands after one of them, a space, or nothing
_APOSTROPHES = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_AT_START = re.compile(r"(?<!\w)'(?=\w)")
_AT_END = re.compile(r"(?<=[^\W\d_])'(?!\w)")
_ADDRESS = re.compile(r"\S*(?:://|www\.|xn--)\S*")


def set_right(text: str) -> str:
    """The text with the characters of print in place of the keyboard's, where only one can be meant."""
    text = _LONE_HYPHENS.sub("–", _ELLIPSIS.sub("…", text))
    return _apostrophes(_quotation_marks(text))


def _quotation_marks(text: str) -> str:
    """Pairs as „…“; all as they are, if one of them has no partner."""
    marks, open_mark = [], None
    for found in _DOUBLE.finditer(text):
        mark, before, after = found[0], text[: found.start()][-1:], text[found.end() :][:1]
        if open_mark is None:
            begins = (not before or before.isspace() or before in _OPENING) and after and not after.isspace()
            if mark in "“”" or (mark == '"' and not begins):
                return text
            open_mark = mark
            marks.append("„")
        else:
            ends = before and not before.isspace() and not after.isalnum()
            if mark == "„" or (mark == '"' and not ends):
                return text
            open_mark = None
            marks.append("“")
    if open_mark == '"':
        return text
    right = iter(marks)
    return _DOUBLE.sub(lambda _: next(right), text)


def _apostrophes(text: str) -> str:
    """Inside words always; before or after one, unless both are there: they may be quotation marks."""
    text = _APOSTROPHES.sub("’", text)
    if _AT_START.search(text) and _AT_END.search(text):
        return text
    return _AT_END.sub("’", _AT_START.sub("’", text))


_DOUBTS = (
    (r'"', _('a straight " that has no clear partner'), _("write „ and “ around what is quoted, ″ for inches")),
    (
        r"'",
        _("a straight ' that may be an apostrophe or a quotation mark"),
        _("write ’ for an apostrophe, ‚ and ‘ for quoting"),
    ),
    (r"\w--", _("two hyphens in place of a dash"), _("write – with a space on either side")),
)


def doubts(text: str) -> Iterator[Doubt]:
    """The keyboard's characters left in a text, addresses aside."""
    text = _ADDRESS.sub("", text)
    for pattern, what, fix in _DOUBTS:
        if re.search(pattern, text):
            yield what, fix
