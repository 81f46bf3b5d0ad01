"""What pages say, read from the parts they are put together from: sheet IDs, phrases, codes."""

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

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

    def read(self, placed: tuple[Placed, ...]) -> PageContent:
        """What a page with these parts says."""
        ids = [sheet for name, _, _ in placed for sheet in self._ids[name]]
        codes = [link for name, _, _ in placed for link in self.parts[name].codes]
        cells = sorted((-round(y), round(x), self._cells[name]) for name, x, y in placed if name in self._cells)
        return PageContent((*ids, *self._ids_by_letter(placed)), tuple(cell for _, _, cell in cells), tuple(codes))

    def sort(self, placed: tuple[Placed, ...]) -> Hashable:
        """Which sorts of parts are among them."""
        own = frozenset([self.sorts[name] for name, _, _ in placed])
        return self._seen_sorts.setdefault(own, own)

    def places(self, placed: tuple[Placed, ...]) -> Places:
        """Where phrases stand, to the pt."""
        own = frozenset([(round(x), round(y)) for name, x, y in placed if name in self._cells])
        return self._seen_places.setdefault(own, own)

    def _ids_by_letter(self, placed: tuple[Placed, ...]) -> list[str]:
        """IDs set letter by letter: letters on one line, close to each other, are a word."""
        letters = sorted((-y, x, self._letters[name]) for name, x, y in placed if name in self._letters)
        words = "".join(
            letter if (y, True) == (after_y, 0 <= after_x - x < APART) else f"{letter} "
            for (y, x, letter), (after_y, after_x, _) in pairwise([*letters, (1, 0, "")])
        )
        return SHEET_ID.findall(words)

    # Many pages, and few sorts and places among them: each is held once.

    @cached_property
    def _seen_sorts(self) -> dict[frozenset[int], frozenset[int]]:
        return {}

    @cached_property
    def _seen_places(self) -> dict[Places, Places]:
        return {}

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {name: text for name, part in self.parts.items() if len(text := part.text.strip()) == 1}

    @cached_property
    def _ids(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(SHEET_ID.findall(part.text)) for name, part in self.parts.items()}

    @cached_property
    def _cells(self) -> dict[str, int]:
        """The phrase that each part shows, with its number."""
        texts = {letters(f"{index + 1}{text}"): index for index, text in enumerate(self.phrases)}
        return {name: texts[content] for name, part in self.parts.items() if (content := letters(part.text)) in texts}


def wanted(expected: Expected, page: int) -> PageContent:
    """What a page, from 0, must say."""
    return PageContent(expected.ids(page), expected.cells(page), expected.codes(page))


def letters(text: str) -> str:
    """A text without what comes and goes with line breaks."""
    return UNSEEN.sub("", text)
