"""Boards as text for a page's script: one digit a cell for up to 64 phrases, two for more.

Carried, not dealt anew by the page: a board takes 16 keyed hashes, numbers beyond 2⁵³ and the choice of the first ones;
10,000 of them carried are 90 kB (3 × 3) to 250 kB (5 × 5).
"""

from functools import lru_cache

from press.bingo.deal import Deal

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_~"  # told to scripts, which read them back
FREE = "-"  # as often as there are digits: the free cell


def digits(index: int | None, width: int) -> str:
    """An index, always `width` digits."""
    if index is None:
        return FREE * width
    text = ""
    for _ in range(width):
        index, digit = divmod(index, len(DIGITS))
        text = DIGITS[digit] + text
    return text


def width_of(count: int) -> int:
    """How many digits tell so many things apart."""
    width = 1
    while len(DIGITS) ** width < count:
        width += 1
    return width


@lru_cache(maxsize=16)  # an order's pages ask for the same boards one after the other
def board_text(deal: Deal, first: int, count: int) -> str:
    """The cells of so many boards, row by row, board by board."""
    width = width_of(len(deal.phrase_ids))
    texts = {index: digits(index, width) for index in (None, *range(len(deal.phrase_ids)))}
    return "".join(texts[cell] for number in range(first, first + count) for cell in deal.board(number))
