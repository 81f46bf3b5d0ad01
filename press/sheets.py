"""The sheets of a product: which board and link each number has, and which numbers share a page."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Iterator

from press.content import Content
from press.deal import Board, Deal


@dataclass(frozen=True)
class Sheet:
    """One board as it will be printed; `board` holds phrase indices cell by cell."""

    number: int
    id: str
    board: Board
    link: str


@dataclass(frozen=True)
class Sheets:
    """The first `count` boards of a deal, made when asked for. `up` share a page."""

    deal: Deal
    content: Content
    count: int
    up: int
    wanted: str  # "podcast", or "episode": one that belongs to a phrase on the board

    @property
    def pages(self) -> int:
        return -(-self.count // self.up)

    def __iter__(self) -> Iterator[Sheet]:
        return (self.sheet(number) for number in range(1, self.count + 1))

    def sheet(self, number: int) -> Sheet:
        """The sheet of a number, from 1."""
        board, sheet_id = self.deal.board(number), self.deal.sheet_id(number)
        return Sheet(number, sheet_id, board, self._link(board, sheet_id))

    def on_page(self, page: int) -> list[Sheet]:
        """The sheets of a page, from 0, in stack-cut order: cut the pile, lay the piles on each other, and it is in
        number order. Places that stay empty are the last ones."""
        numbers = (place * self.pages + page + 1 for place in range(self.up))
        return [self.sheet(number) for number in numbers if number <= self.count]

    @cached_property
    def forms(self) -> tuple[int, ...]:
        """How many places of a page are filled: each number that occurs, the fullest first."""
        first, last = len(self.on_page(0)), len(self.on_page(self.pages - 1))
        return tuple(range(first, last - 1, -1))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Every link that a sheet may carry."""
        podcast = self.content.podcast.value.link
        if self.wanted == "podcast":
            return (podcast,)
        episodes = [episode.link for phrase in self.content.phrases if (episode := self.content.episode(phrase))]
        return tuple(dict.fromkeys((podcast, *episodes)))

    def _link(self, board: Board, sheet_id: str) -> str:
        """The podcast's, too, for a board without a phrase that has an episode."""
        if self.wanted == "podcast":
            return self.content.podcast.value.link
        phrases = [self.content.phrases[cell] for cell in board if cell is not None]
        episodes = [episode for phrase in phrases if (episode := self.content.episode(phrase))]
        if not episodes:
            return self.content.podcast.value.link
        return episodes[int.from_bytes(hashlib.sha256(sheet_id.encode()).digest()[:8], "big") % len(episodes)].link
