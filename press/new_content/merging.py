"""Merging: a list imported again. Who is who is told by ids, then by words, then by what stands between; numbers stay.

A phrase keeps its place in the deck, whatever the list does with its row: sheets that are printed hang on it. A new one
comes last, one that the list no longer has stays.
"""

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from press.content.content import Phrase
from press.content.hyphens import SHY, hyphenated
from press.new_content.columns import Listed
from press.new_content.phrase_ids import new_id
from press.schema.values import printed

ALIKE = 0.6  # of two sentences' letters (difflib): from here on one is the other, reworded
Texts = dict[str, str]  # of a phrase, by key


@dataclass(frozen=True)
class Merged:
    """Phrases in the deck's order; the ids of those that are new, reworded, gone from the list, and hyphenated."""

    phrases: tuple[Texts, ...]
    new: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    hyphenated: tuple[str, ...] = ()  # words, as they were broken
    rows: dict[str, int] = field(default_factory=dict)  # of the list, by id
    doubled: tuple[tuple[str, int], ...] = ()  # ids that the list gives twice, with the row of the second


def merge(listed: Sequence[Listed], before: Sequence[Phrase], renumber: bool) -> Merged:
    """The phrases of a list over those of the deck as it is; with `renumber` in the list's order, without others."""
    known = _matched(listed, before)
    old = {phrase.id: {key: text for key, text in phrase if text is not None} for phrase in before}
    taken = set(old)
    fresh: dict[str, Texts] = {}
    reworded: list[str] = []
    broken: list[str] = []
    rows: dict[str, int] = {}
    doubled: list[tuple[str, int]] = []
    for n, one in enumerate(listed):
        texts = {key: str(printed(text)) for key, text in one.texts.items() if text}
        name = known.get(n) or texts.get("id") or new_id(texts["board"], taken)
        earlier = old.get(name, {})
        if earlier and _bare(texts["board"]) == _bare(earlier["board"]):
            texts["board"] = earlier["board"]  # with the breaks somebody may have set
        else:
            plain, texts["board"] = texts["board"], hyphenated(texts["board"])
            broken += [word for word in texts["board"].split() if SHY in word and word not in plain]
            reworded += [name] if earlier else []
        doubled += [(name, one.row)] if name in fresh else []
        fresh[name] = {**earlier, **texts, "id": name}
        rows.setdefault(name, one.row)
        taken.add(name)
    gone = [name for name in old if name not in fresh]
    order = list(fresh) if renumber else list(old | fresh)
    phrases = tuple(fresh.get(name) or old[name] for name in order)
    new = tuple(name for name in fresh if name not in old)
    return Merged(phrases, new, tuple(reworded), tuple(gone), tuple(broken), rows, tuple(doubled))


def _matched(listed: Sequence[Listed], before: Sequence[Phrase]) -> dict[int, str]:
    """Place in the list → id of the phrase in the deck that it is."""
    found: dict[int, str] = {}
    _match(found, listed, before, lambda one, phrase: one.texts.get("id") == phrase.id)
    _match(found, listed, before, lambda one, phrase: _letters(one.texts["board"]) == _letters(phrase.board))
    pairs = [
        (_alike(one.texts["board"], phrase.board), n, phrase.id)
        for n, one in enumerate(listed)
        for phrase in before
        if n not in found and phrase.id not in found.values() and not one.texts.get("id")
    ]
    for alike, n, name in sorted(pairs, key=lambda pair: -pair[0]):
        if alike >= ALIKE and n not in found and name not in found.values():
            found[n] = name
    _match_between(found, listed, before)
    return found


def _match(
    found: dict[int, str], listed: Sequence[Listed], before: Iterable[Phrase], same: Callable[[Listed, Phrase], bool]
) -> None:
    for phrase in before:
        places = (n for n, one in enumerate(listed) if n not in found and same(one, phrase))
        if phrase.id not in found.values() and (place := next(places, None)) is not None:
            found[place] = phrase.id


def _match_between(found: dict[int, str], listed: Sequence[Listed], before: Sequence[Phrase]) -> None:
    """A lone row between two neighbours of the deck stands where the phrase between them stood: worded anew."""
    places = {name: n for n, name in found.items()}
    for i, phrase in enumerate(before):
        start = places.get(before[i - 1].id) if i else -1
        end = places.get(before[i + 1].id) if i + 1 < len(before) else len(listed)
        if phrase.id not in places and start is not None and end is not None and end - start == 2:
            row = start + 1
            if row not in found and not listed[row].texts.get("id"):
                found[row] = phrase.id
                places[phrase.id] = row


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, _letters(one), _letters(other), autojunk=False).ratio()


def _letters(sentence: str) -> str:
    return "".join(filter(str.isalnum, sentence.casefold()))


def _bare(sentence: str) -> str:
    return sentence.replace(SHY, "")
