"""German micro-typography: spaces that must not break."""

import re

NBSP = "\u00a0"

_BOUND = (
    # abbreviations of two letters: z. B., d. h., u. a.
    (re.compile(r"\b([zdoui])\. ?([BhäÄaU])\."), rf"\1.{NBSP}\2."),
    # a dash stays with the word before it
    (re.compile(r" –"), f"{NBSP}–"),
    # a number stays with what it counts
    (re.compile(r"\b(\d+) (?=[A-Za-zÄÖÜäöü%])"), rf"\1{NBSP}"),
    (re.compile(r"\b(Nr|S|Abs|Art)\. (?=\d)"), rf"\1.{NBSP}"),
)


def bind(text: str) -> str:
    """The text with non-breaking spaces where German typography wants them."""
    for pattern, replacement in _BOUND:
        text = pattern.sub(replacement, text)
    return text


def grouped(number: int) -> str:
    """12345 as 12.345."""
    return f"{number:,}".replace(",", ".")


def readable_link(link: str) -> str:
    """A link as people read and type it: no scheme, no closing slash."""
    return link.removeprefix("https://").rstrip("/")
