"""Board numbers: how many boards, or from which number to which, as `30` or `31-60`."""

import re

_RANGE = re.compile(r"\s*([0-9]{1,12})\s*[-–]\s*([0-9]{1,12})\s*")


class BoardNumbers(int):
    """So many boards, from a first number on that is not 1."""

    first: int

    @classmethod
    def of(cls, first: int, last: int) -> "BoardNumbers":
        numbers = cls(last - first + 1)
        numbers.first = first
        return numbers

    @property
    def last(self) -> int:
        return self.first + self - 1


def read_range(text: str) -> tuple[int, int] | None:
    """The first and the last number of a range; None for a text that is none."""
    found = _RANGE.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None


def first_of(boards: int) -> int:
    """The number of the first of some boards."""
    return boards.first if isinstance(boards, BoardNumbers) else 1


def last_of(boards: int) -> int:
    """The number of the last of some boards."""
    return boards.last if isinstance(boards, BoardNumbers) else boards
