"""The sheets of a product: which board and link each number has, and which numbers share a page."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from press.bingo.deal import Board, Deal
from press.content.content import Content
from press.order.link_target import Target

VOLUME = 5000  # pages: a third of a second's work, and two megabytes


@dataclass(frozen=True)
class Sheets:
    """`count` boards of a deal, made when asked for. `up` share a page."""

    deal: Deal
    content: Content
    count: int
    up: int
    target: Target  # of its codes
    first: int = 1  # number

    @property
    def last(self) -> int:
        return self.first + self.count - 1

    def parts(self, most: int) -> list["Sheets"]:
        """The same in runs of at most so many."""
        return [
            replace(self, first=first, count=min(most, self.last + 1 - first))
            for first in range(self.first, self.last + 1, most)
        ]

    @property
    def pages(self) -> int:
        return -(-self.count // self.up)

    @property
    def volumes(self) -> list[range]:
        """The pages, from 0, in parts that can be made apart from each other."""
        return [range(start, min(start + VOLUME, self.pages)) for start in range(0, self.pages, VOLUME)]

    def on_pages(self, pages: range) -> int:
        """How many sheets some pages carry."""
        return sum(len(self.numbers(page)) for page in pages)

    def __iter__(self) -> Iterator["Sheet"]:
        return (self.sheet(number) for number in range(self.first, self.last + 1))

    def sheet(self, number: int) -> "Sheet":
        """The sheet of a number, from 1."""
        return Sheet(self, number)

    def numbers(self, page: int) -> range:
        """The sheets of a page, from 0, in stack-cut order: cut the pile, lay the piles on each other, and it is in
        number order. Places that stay empty are the last ones. None on a blank page behind the last one."""
        return range(self.first + page, self.last + 1, self.pages) if page < self.pages else range(0)

    def on_page(self, page: int) -> list["Sheet"]:
        return [self.sheet(number) for number in self.numbers(page)]

    def knows(self, sheet_id: str) -> bool:
        """Whether it is the ID of one of them."""
        code, _, number = sheet_id.partition("-")
        return (
            code == self.deal.code
            and number.isdigit()
            and self.first <= int(number) <= self.last
            and sheet_id == self.deal.sheet_id(int(number))
        )

    @cached_property
    def forms(self) -> tuple[int, ...]:
        """How many places of a page are filled: each number that occurs, the fullest first."""
        first, last = len(self.numbers(0)), len(self.numbers(self.pages - 1))
        return tuple(range(first, last - 1, -1))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Every link that a sheet may carry."""
        if not self.target.episodes:
            return (self.target.link,)
        episodes = [episode.link for phrase in self.content.phrases if (episode := self.content.episode(phrase))]
        return tuple(dict.fromkeys((self.target.link, *episodes)))


@dataclass(frozen=True)
class Sheet:
    """One board as it will be printed, dealt when asked for."""

    sheets: Sheets
    number: int

    @property
    def id(self) -> str:
        return self.sheets.deal.sheet_id(self.number)

    @cached_property
    def board(self) -> Board:
        """Phrase indices cell by cell."""
        return self.sheets.deal.board(self.number)

    @cached_property
    def link(self) -> str:
        """Of its code. One that no episode belongs to carries the podcast's."""
        content, target = self.sheets.content, self.sheets.target
        if not target.episodes:
            return target.link
        phrases = [content.phrases[cell] for cell in self.board if cell is not None]
        episodes = [episode for phrase in phrases if (episode := content.episode(phrase))]
        if not episodes:
            return target.link
        return episodes[int.from_bytes(hashlib.sha256(self.id.encode()).digest()[:8], "big") % len(episodes)].link
