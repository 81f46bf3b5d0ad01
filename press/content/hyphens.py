"""Hyphens: where a long German word may break, by the patterns of LibreOffice (Pyphen), few and far apart.

Patterns do not know how compounds are joined: what looks unsure is left out, what is proposed wants to be looked at.
"""

import re
from functools import cache

import pyphen

SHY = "\u00ad"
LONG = 15  # letters, from which on a word is hyphenated: one more than fits a narrow cell in its type
_PIECE = 4  # letters at least, on either side of a break: shorter ones are stumps in large type

_WORD = re.compile(rf"[^\W\d_{SHY}]+(?:{SHY}[^\W\d_]+)*")


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="de_DE", left=_PIECE, right=_PIECE)


def hyphenated(text: str, least: int = LONG) -> str:
    """The text with soft hyphens in every word of at least so many letters that has none."""
    return _WORD.sub(
        lambda found: _broken(found[0]) if len(found[0]) >= least and SHY not in found[0] else found[0], text
    )


def break_proposed(text: str) -> str | None:
    """The longest word of a text with soft hyphens; None if it has them, or if no pattern finds a break."""
    longest = max(_WORD.findall(text), key=lambda word: len(word.replace(SHY, "")), default="")
    broken = hyphenated(longest, 2 * _PIECE)
    return broken if SHY in broken and SHY not in longest else None


def _broken(word: str) -> str:
    edges = [0, *_patterns().positions(word), len(word)]
    sure = [at for before, at, after in zip(edges, edges[1:], edges[2:]) if at - before > 1 and after - at > 1]
    kept = [0]
    for at in sure:
        if at - kept[-1] >= _PIECE and len(word) - at >= _PIECE:
            kept.append(at)
    return SHY.join(word[start:end] for start, end in zip(kept, [*kept[1:], len(word)]))
