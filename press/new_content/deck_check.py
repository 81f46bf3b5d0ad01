"""The check of a deck that is to be written: the editor's own rules, told where the list says it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from press.content.content import Deck, repetitions
from press.errors import PressError, Problem
from press.language.message import _
from press.new_content.columns import Columns
from press.new_content.merging import Merged
from press.new_content.spreadsheet import Sheet
from press.schema.validation import Loaded, validated
from press.schema.yaml_nodes import Key
from press.schema.yaml_source import Source


def checked_deck(
    name: str, credit: str, merged: Merged, sheet: Sheet | None, columns: Columns | None, file: str
) -> Iterator[Problem]:
    """Every mistake in it; `file` is what messages call the deck where no list says it."""
    data = {"name": name, "credit": credit, "phrases": tuple(merged.phrases)}
    source = _ListSource(file, data, {}, "", {}, merged, sheet, columns)
    for name_, row in merged.doubled:
        yield Problem(
            _place(source, name_, "id", row),
            _("the id `{name}` stands twice in the list", name=name_),
            _("give each its own"),
        )
    try:
        deck = validated(source, Deck)
    except PressError as error:
        yield from error.problems
        return
    yield from repetitions([_ListDeck(deck.value, source)])


@dataclass(frozen=True)
class _ListSource(Source):
    """Data of which every value stands in a list."""

    merged: Merged = field(default_factory=lambda: Merged(()))
    sheet: Sheet | None = None
    columns: Columns | None = None

    def where(self, *path: Key) -> str:
        if len(path) > 1 and path[0] == "phrases" and isinstance(path[1], int):
            return _place(self, self.merged.phrases[path[1]]["id"], str(path[-1]))
        return {"name": "NAME", "credit": "--credit"}.get(str(path[0]) if path else "", self.name)


def _place(source: _ListSource, phrase: str, key: str, row: int | None = None) -> str:
    row = row or source.merged.rows.get(phrase)
    if row is None:
        return _("{source}, phrase `{phrase}`", source=source.name, phrase=phrase)
    if source.sheet is None or source.columns is None:
        return _("sentence {row}", row=row)
    return source.sheet.where(row, source.columns.places.get(key, source.columns.places["board"]))


class _ListDeck(Loaded[Deck]):
    def where(self, *path: Key) -> str:
        return self.source.where(*path)
