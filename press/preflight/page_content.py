"""What pages say, read from the parts they are put together from: sheet IDs, phrases, codes."""

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from press.pdf.graphics.placed_forms import Placed
from press.pdf.page_boxes import MM
from press.preflight.expected import Expected
from press.preflight.form_reader import FormContent
from press.system.picklable import Picklable

SHEET_ID = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-\d{4,7}\b")
APART = 6 * MM  # pt between the left edges of two letters: more, and they are of two words
Places = frozenset[tuple[int, int]]  # x and y in pt

UNSEEN = re.compile(r"[\s\u00ad\x02\ufffe-]")  # spaces, hyphens, and what stands for one at a line's end


@dataclass(frozen=True)
class PageContent:
    """Of one page: IDs and codes in any order, phrases by index in reading order."""

    ids: tuple[str, ...]
    cells: tuple[int, ...]
    codes: tuple[str, ...]

    def agrees(self, other: "PageContent") -> bool:
        return (
            self.cells == other.cells
            and sorted(self.ids) == sorted(other.ids)
            and sorted(self.codes) == sorted(other.codes)
        )


@dataclass(frozen=True)
class FormIndex(Picklable):
    """The parts by name that pages of one kind draw. `sorts`: parts that make the same marks are of one sort."""

    kind: bytes = b""
    parts: dict[str, FormContent] = field(default_factory=dict)
    sorts: dict[str, int] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()

    def knows(self, placed: tuple[Placed, ...]) -> bool:
        """Whether all of them are among its parts."""
        return all(one in self._seen or one[0] in self.parts for one in placed)

    def read(self, placed: tuple[Placed, ...]) -> PageContent:
        """What a page with these parts says."""
        facts = self._facts(placed)
        ids = [sheet for fact in facts for sheet in fact.ids]
        codes = [link for fact in facts for link in fact.codes]
        cells = sorted([fact.cell for fact in facts if fact.cell])
        letters = sorted([fact.letter for fact in facts if fact.letter])
        return PageContent(
            (*ids, *_ids_by_letter(letters)) if letters else tuple(ids),
            tuple([cell for _, _, cell in cells]),
            tuple(codes),
        )

    def sort(self, placed: tuple[Placed, ...]) -> Hashable:
        """Which sorts of parts are among them."""
        own = frozenset([fact.sort for fact in self._facts(placed)])
        return self._seen_sorts.setdefault(own, own)

    def places(self, placed: tuple[Placed, ...]) -> Places:
        """Where phrases stand, to the pt."""
        own = frozenset([fact.place for fact in self._facts(placed) if fact.cell])
        return self._seen_places.setdefault(own, own)

    def _facts(self, placed: tuple[Placed, ...]) -> "list[_PartAt]":
        seen = self._seen
        for one in placed:
            if one not in seen:
                seen[one] = self._part_at(*one)
        return [seen[one] for one in placed]

    def _part_at(self, name: str, x: float, y: float) -> "_PartAt":
        part, place = self.parts[name], (round(x), round(y))
        return _PartAt(
            tuple(SHEET_ID.findall(part.text)),
            part.codes,
            self.sorts.get(name, -1),
            place,
            (-place[1], place[0], self._cells[name]) if name in self._cells else None,
            (-y, x, text) if len(text := part.text.strip()) == 1 else None,
        )

    # Many pages, and few sorts and places among them: each is worked out and held once.

    @cached_property
    def _seen_sorts(self) -> dict[frozenset[int], frozenset[int]]:
        return {}

    @cached_property
    def _seen_places(self) -> dict[Places, Places]:
        return {}

    @cached_property
    def _seen(self) -> "dict[Placed, _PartAt]":
        return {}

    @cached_property
    def _cells(self) -> dict[str, int]:
        """The phrase that each part shows, with its number."""
        texts = {letters(f"{index + 1}{text}"): index for index, text in enumerate(self.phrases)}
        return {name: texts[content] for name, part in self.parts.items() if (content := letters(part.text)) in texts}


class _PartAt(NamedTuple):
    """What a part says at a place."""

    ids: tuple[str, ...]
    codes: tuple[str, ...]
    sort: int
    place: tuple[int, int]
    cell: tuple[int, int, int] | None  # of a phrase: its place in reading order, and its index
    letter: tuple[float, float, str] | None  # of a single letter: its place in reading order, and it


def _ids_by_letter(letters: list[tuple[float, float, str]]) -> list[str]:
    """IDs set letter by letter: letters on one line, close to each other, are a word."""
    words = "".join(
        letter if (y, True) == (after_y, 0 <= after_x - x < APART) else f"{letter} "
        for (y, x, letter), (after_y, after_x, _) in pairwise([*letters, (1, 0, "")])
    )
    return SHEET_ID.findall(words)


def wanted(expected: Expected, page: int) -> PageContent:
    """What a page, from 0, must say."""
    return PageContent(expected.ids(page), expected.cells(page), expected.codes(page))


def letters(text: str) -> str:
    """A text without what comes and goes with line breaks."""
    return UNSEEN.sub("", text)
