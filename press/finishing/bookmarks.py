"""Bookmarks: in the order of their numbers, else of the pages; by tens where there are many.

Typst makes one of each heading, siblings in one chain: nobody finds board 312 in it, and readers that follow references
no deeper than 256 end in it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pikepdf import Dictionary, Object, Pdf, String

FLAT = 30  # siblings that a reader's side bar shows at a glance
RUN = 10  # siblings that share an entry where there are more
MOST_RUNS = 100  # entries of one kind, before they are gathered in their turn

Pages = dict[tuple[int, int], int]  # page number, from 1, by object

_NUMBERED = re.compile(r"(?P<name>.*?)(?P<number>\d+)")


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline (ISO 32000-1, 12.3.3): its title, its destination, and the entries below it."""

    title: str
    target: Object
    below: tuple["Bookmark", ...] = ()


def gather_bookmarks(pdf: Pdf) -> None:
    """Puts numbered siblings in order, and many below entries for ten of them; titles become as one reads them."""
    outline = pdf.Root.get("/Outlines")
    if outline is None or "/First" not in outline:
        return
    after = gathered(_read(outline), {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)})
    outline.Count = len(after)
    _write(pdf, outline, after)


def gathered(siblings: tuple[Bookmark, ...], pages: Pages) -> tuple[Bookmark, ...]:
    """Siblings and all below them, by tens wherever there are many."""
    siblings = _in_order(siblings)
    siblings = tuple(Bookmark(one.title, one.target, gathered(one.below, pages)) for one in siblings)
    if len(siblings) <= FLAT:
        return siblings
    every, size = siblings, RUN
    siblings = _runs(siblings, every, size, pages)
    while len(siblings) > MOST_RUNS:
        size *= RUN
        siblings = _runs(siblings, every, size, pages)
    return siblings


def _in_order(siblings: tuple[Bookmark, ...]) -> tuple[Bookmark, ...]:
    """By their numbers, where titles differ in nothing else: sheets of a pile to be cut lie on the pages otherwise."""
    found = [_NUMBERED.fullmatch(one.title) for one in siblings]
    numbers = [int(one["number"]) for one in found if one]
    if len(numbers) < len(siblings) or len({one["name"] for one in found if one}) != 1:
        return siblings
    return tuple(one for _, one in sorted(zip(numbers, siblings), key=lambda pair: pair[0]))


def tidy(title: str) -> str:
    """A title as one reads it: Typst puts the texts of a heading together as they come."""
    return " ".join(title.split()).replace(" ,", ",")


def _runs(siblings: tuple[Bookmark, ...], every: tuple[Bookmark, ...], size: int, pages: Pages) -> tuple[Bookmark, ...]:
    """An entry for each ten of them, which are `size` of all that were there to begin with."""
    return tuple(
        Bookmark(_title(every[n * size : (n + 1) * size], pages), siblings[n * RUN].target, run)
        for n in range(-(-len(siblings) // RUN))
        if (run := siblings[n * RUN : (n + 1) * RUN])
    )


def _title(run: Sequence[Bookmark], pages: Pages) -> str:
    """What a run is called, in German: by the numbers in its titles, else by its pages: titles may have no numbers, or
    others than counting up, as on a pile to be cut."""
    found = [one for bookmark in run if (one := _NUMBERED.fullmatch(bookmark.title))]
    if len(found) == len(run) and len({one["name"] for one in found}) == 1:
        numbers = [int(one["number"]) for one in found]
        if numbers == list(range(numbers[0], numbers[0] + len(run))):
            return _span(found[0]["name"], found[0]["number"], found[-1]["number"])
    return _span("Seite ", *(str(pages[one.target[0].objgen]) for one in (run[0], run[-1])))


def _span(name: str, first: str, last: str) -> str:
    return f"{name}{first}" if first == last else f"{name}{first} bis {last}"


def _read(parent: Object) -> tuple[Bookmark, ...]:
    found = []
    entry = parent.get("/First")
    while entry is not None:
        found.append(Bookmark(tidy(str(entry.Title)), entry.Dest, _read(entry)))
        entry = entry.get("/Next")
    return tuple(found)


def _write(pdf: Pdf, parent: Object, siblings: tuple[Bookmark, ...]) -> None:
    """Every entry is closed: its /Count is how many open below it, as a negative number."""
    entries = []
    for one in siblings:
        entry = pdf.make_indirect(Dictionary(Title=String(one.title), Parent=parent, Dest=one.target))
        if one.below:
            entry.Count = -len(one.below)
            _write(pdf, entry, one.below)
        entries.append(entry)
    for before, after in pairwise(entries):
        before.Next, after.Prev = after, before
    parent.First, parent.Last = entries[0], entries[-1]
