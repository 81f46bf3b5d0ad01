"""The proposal for an order: layouts, boards and papers that fit what it is for and what the decks hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from press.content.content import Phrase
from press.content.papers import Paper, first_paper
from press.language.message import Message, _, joined
from press.layouts.layout import Layout

ROUND, HANDOUTS, POSTERS = PURPOSES = ("round", "handouts", "posters")
PRINTERS = {"shop": "print", "office": "office", "both": "both"}  # and the edition that is made for each

BOARDS = ("bingo-5x5", "bingo-4x4", "bingo-3x3")  # by cells, the most first
SPARE = 1.25  # phrases for a cell: so that boards have different sets, and not all are full at once
SHEET_WEIGHT, POSTER_WEIGHT = 100, 135  # g/m²: takes a pen without showing through; hangs without waves
PLAYERS_A_SET = 4  # of cards
SEATS_A_TENT = 6


@dataclass(frozen=True)
class Proposed:
    """An item: its keys as they are written, and why it is there, or why it is only a comment."""

    keys: dict[str, str | int]
    why: Message
    only: Message | None = None  # what is missing for it


def propose(
    purposes: Sequence[str],
    people: int,
    printer: str,
    phrases: Sequence[Phrase],
    layouts: Mapping[str, Layout],
    papers: Sequence[Paper],
) -> list[Proposed]:
    """Items in the order they are used; those that the decks have no answers for come as comments."""
    wanted: list[tuple[str, dict[str, str | int], Message]] = []
    if ROUND in purposes:
        wanted += _round(people, phrases, layouts)
    if HANDOUTS in purposes:
        wanted += _handouts(people)
    if POSTERS in purposes:
        wanted += _posters(people)
    return [
        _item(name, keys, why, PRINTERS[printer], phrases, layouts[name], papers)
        for name, keys, why in wanted
        if name in layouts
    ]


def board_for(phrases: int, layouts: Mapping[str, Layout]) -> str | None:
    """The largest grid for which the phrases are enough, with some to spare if there is one; None if none is."""
    cells = {name: len(grid.slots) for name in BOARDS if name in layouts and (grid := layouts[name].grid())}
    roomy = (name for name, count in cells.items() if phrases >= count * SPARE)
    return next(roomy, None) or next((name for name, count in cells.items() if phrases >= count), None)


Wanted = Iterator[tuple[str, dict[str, str | int], Message]]


def _round(people: int, phrases: Sequence[Phrase], layouts: Mapping[str, Layout]) -> Wanted:
    if name := board_for(len(phrases), layouts):
        yield name, {"boards": people}, _("a sheet for each of {people} players, no two alike", people=people)
    yield "ansagerliste", {"colours": "1/0"}, _("for whoever leads the round")


def _handouts(people: int) -> Wanted:
    yield "argumente", {"copies": people}, _("every phrase with both answers, to take along")
    yield "spickzettel", {"copies": people}, _("the short answers on a page")
    yield "faltblatt", {"copies": people}, _("a leaflet with the game and twelve answers")
    yield (
        "karten",
        {"copies": max(1, -(-people // PLAYERS_A_SET))},
        _("a set of cards for {players}", players=PLAYERS_A_SET),
    )


def _posters(people: int) -> Wanted:
    yield "plakat", {"size": "a3", "copies": 3}, _("invites to the game")
    yield "tischaufsteller", {"copies": max(2, people // SEATS_A_TENT)}, _("one for each table")


def _item(
    name: str,
    keys: dict[str, str | int],
    why: Message,
    edition: str,
    phrases: Sequence[Phrase],
    layout: Layout,
    papers: Sequence[Paper],
) -> Proposed:
    lacking = [kind for kind in layout.answers if any(getattr(phrase, kind) is None for phrase in phrases)]
    # The list is one sheet for one person: nobody drives to the print shop for it.
    edition = "office" if name == "ansagerliste" else edition
    paper = _paper(name, layout, papers) if edition != "office" else None
    written = {"layout": name, **keys, **({} if edition == "both" else {"edition": edition})}
    missing = (
        _("as soon as every phrase has {kinds}", kinds=joined(_(" and "), (f"`{kind}`" for kind in lacking)))
        if lacking
        else None
    )
    return Proposed({**written, **({"paper": str(paper)} if paper else {})}, why, missing)


def _paper(name: str, layout: Layout, papers: Sequence[Paper]) -> Paper | None:
    """Sheets take a pen, posters a strong colour; what is too light for its layout is none."""
    if name == "plakat":
        return first_paper(papers, max(POSTER_WEIGHT, layout.min_weight), True)
    return first_paper(papers, max(SHEET_WEIGHT, layout.min_weight), False)
