"""What the pages know of an order: its phrases, and every board that was printed."""

from dataclasses import dataclass
from typing import Any

from press.bingo.deal import Deal
from press.bingo.grid import Grid
from press.content.typography import bind
from press.game.game_words import game_words
from press.order.plan import Plan
from press.web.board_digits import DIGITS, board_text, width_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # of columns, as on the sheets


@dataclass(frozen=True)
class Kind:
    """The boards of one deal that an order's sheets carry, from the first on, and what these sheets are called."""

    deal: Deal
    titles: tuple[str, ...]
    count: int


def kinds_of(plan: Plan) -> tuple[Kind, ...]:
    """An order's boards. Items with the same deal are the same boards on other paper."""
    found: dict[str, Kind] = {}
    for product in plan.products:
        if product.sheets:
            deal, title = product.sheets.deal, product.layout.title
            known = found.get(deal.code, Kind(deal, (), 0))
            titles = tuple(dict.fromkeys((*known.titles, title)))
            found[deal.code] = Kind(deal, titles, max(known.count, product.sheets.last))
    return tuple(found.values())


def page_data(plan: Plan, kinds: tuple[Kind, ...]) -> dict[str, Any]:
    """All of it as plain data for the pages' scripts. Phrases are told by their place, from 0."""
    words = game_words(plan.content)
    return {
        # What a browser remembers belongs to these boards and to no others.
        "key": "/".join(("press", plan.name, *(kind.deal.code for kind in kinds))),
        "words": words,
        "phrases": [{"text": bind(one.board), "answer": bind(one.short or "")} for one in plan.content.phrases],
        "digits": DIGITS,
        "kinds": [_kind(kind, words) for kind in kinds],
    }


def _kind(kind: Kind, words: dict[str, str]) -> dict[str, Any]:
    deal, grid = kind.deal, kind.deal.grid
    return {
        "code": deal.code,
        "title": ", ".join(kind.titles),
        "count": kind.count,
        "rows": grid.rows,
        "columns": grid.columns,
        "wide": width_of(len(deal.phrase_ids)),
        "lines": [sorted(line) for line in grid.lines],
        "lineNames": line_names(grid, words),
        "cells": board_text(deal, 1, kind.count),
    }


def line_names(grid: Grid, words: dict[str, str]) -> list[str]:
    """What each winning line is called, in the order of the grid's lines."""
    rows = [words["row"].format(n=row + 1) for row in range(grid.rows)]
    columns = [words["column"].format(n=LETTERS[column]) for column in range(grid.columns)]
    diagonals = [words["diagonal_down"], words["diagonal_up"]] if grid.square else []
    return rows + columns + diagonals
