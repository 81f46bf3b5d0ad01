"""Headings: from level 1 down, none skipped, none twice; bookmarks have their words."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pikepdf import Dictionary, Object

from press.language.message import Message, _
from press.pdf.spoken_text import Part, spoken
from press.preflight.document import Document

CODE = "headings"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "Screen readers leaf by headings; a skipped level sounds like a missing page."

BOOKMARKS_OVER = 3  # pages


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    yield from _level_faults(document)
    parts = [part for part in document.spoken if part.is_heading]
    yield from _twins(parts)
    marks = list(_bookmarks(document.pdf.Root.get("/Outlines", Dictionary())))
    for title, count in Counter(marks).items():
        if count > 1:
            yield (
                None,
                _("{count} bookmarks are called „{title}“", count=count, title=title),
                _("let headings differ, or not be bookmarked"),
            )
    places = {_said(part.said): place for place, part in enumerate(parts) if part.read}
    if all(part.read for part in parts):
        for title in dict.fromkeys(marks):
            if _said(title) not in places:
                yield (
                    None,
                    _("the bookmark „{title}“ has not the words of a heading", title=title),
                    _("end each line of it with a space"),
                )
    # Sheets of a pile to be cut lie on the pages in another order than that of their numbers.
    order = [title if document.expected.sheets else places[_said(title)] for title in marks if _said(title) in places]
    if order != sorted(order):
        yield (
            None,
            _("bookmarks come in another order than what they lead to"),
            _("leave their order to `gather_bookmarks`"),
        )


def _level_faults(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    levels = [
        int(element.kind[1:]) for element in document.elements if element.kind[:1] == "H" and element.kind[1:].isdigit()
    ]
    fix = _("set titles as headings, level 1 first, and go down by one")
    if not levels:
        yield None, _("no headings"), fix
        return
    if levels[0] != 1:
        yield None, _("the first heading has level {level}", level=levels[0]), fix
    for before, level in pairwise(levels):
        if level > before + 1:
            yield None, _("a heading of level {level} follows one of level {before}", level=level, before=before), fix
            break
    titles = document.expected.sheets.count if document.expected.sheets else 1
    if 1 in levels and levels.count(1) != titles:  # without any, the first has been told
        yield (
            None,
            _("{count} headings of level 1 for {titles}", count=levels.count(1), titles=titles),
            _("let each sheet, or the handout, have one title"),
        )
    if document.count > BOOKMARKS_OVER and "/First" not in document.pdf.Root.get("/Outlines", {}):
        yield None, _("{count} pages without bookmarks", count=document.count), _("let headings be outlined")


def _twins(headings: list[Part]) -> Iterator[tuple[int | None, Message, Message]]:
    """Headings that are alike below one of level 1, and those of level 1."""
    seen: dict[str, set[str]] = {"H1": set()}
    for part in headings:
        if not part.read:
            continue
        if part.kind == "H1":
            seen = {"H1": seen["H1"]}
        of_kind = seen["H1"] if part.kind == "H1" else seen.setdefault("below", set())
        if part.said in of_kind:
            yield (
                None,
                _("the heading „{said}“ is there twice", said=part.said),
                _("let headings differ: people find their way by them"),
            )
        of_kind.add(part.said)


def _bookmarks(parent: Object) -> Iterator[str]:
    """Titles of entries, without those that gather others."""
    entry = parent.get("/First")
    while entry is not None:
        if "/First" not in entry or entry.Title not in _gathering(entry):
            yield str(entry.Title)
        yield from _bookmarks(entry)
        entry = entry.get("/Next")


def _gathering(entry: Object) -> set[str]:
    """The title of an entry that leads where its first leads: one of ours."""
    return {str(entry.Title)} if entry.Dest == entry.First.get("/Dest") else set()


def _said(title: str) -> str:
    """Without the comma that parts a name from an ID in a bookmark alone."""
    return spoken(title.replace(",", ""))
