"""A new deck: from a list, or from sentences somebody typed, to content/phrases/<deck>.yaml. Or the same list again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from press.content.content import Deck
from press.errors import PressError, Problem, refuse_if
from press.language.message import _
from press.names import WANTED, is_name
from press.new_brand.brand_id import slug
from press.new_content.columns import Columns, Listed, find_columns, listed
from press.new_content.deck_check import checked_deck
from press.new_content.deck_yaml import MADE, deck_yaml
from press.new_content.episodes import with_episodes
from press.new_content.merging import Merged, merge
from press.new_content.spreadsheet import Sheet, read_sheet
from press.new_content.writing import put
from press.paths import Project
from press.schema.validation import Loaded, load

NAME = "NAME"
CREDIT = "Diese Sprüche haben wir selbst gesammelt."
MOST = 99  # phrases of a deck


@dataclass(frozen=True)
class NewDeck:
    """What was made, and of what."""

    deck_id: str
    file: Path
    deck: Loaded[Deck]
    merged: Merged
    sheet: Sheet | None  # the list it came from
    columns: Columns | None
    again: bool  # whether there was one already


@dataclass(frozen=True)
class Wanted:
    """What somebody says of a deck besides its phrases; None is what it says already, or the default."""

    name: str
    credit: str | None = None
    renumber: bool = False
    update: bool = False  # one that was not made here


def deck_id_for(name: str) -> str:
    """The name of a deck's file. Raises PressError if there is none in it."""
    made = slug(name)
    if name.startswith("-") or not is_name(made):
        raise PressError(
            Problem(NAME, _("`{name}` is no name for a deck", name=name), _("write it with {wanted}", wanted=WANTED))
        )
    return made


def deck_from_list(project: Project, path: Path, sheet_name: str | None, wanted: Wanted) -> NewDeck:
    """Reads a list and writes the deck. Raises PressError with every problem, by sheet, row and column."""
    sheet = read_sheet(path, sheet_name)
    columns = find_columns(sheet)
    rows = list(listed(sheet, columns))
    return _write(project, rows, wanted, sheet, columns)


def deck_from_sentences(project: Project, sentences: Sequence[str], wanted: Wanted) -> NewDeck:
    """Writes a deck of sentences. Raises PressError."""
    rows = [Listed({"board": sentence}, n) for n, sentence in enumerate(sentences, 1) if sentence.strip()]
    return _write(project, rows, wanted, None, None)


def _write(
    project: Project, rows: list[Listed], wanted: Wanted, sheet: Sheet | None, columns: Columns | None
) -> NewDeck:
    """Nothing is written unless all of it is sound."""
    deck_id = deck_id_for(wanted.name)
    file = project.deck(deck_id)
    before = _before(project, deck_id, wanted.update)
    if not rows:
        raise PressError(
            Problem(sheet.where(1) if sheet else NAME, _("no sentence stands there"), _("write at least one"))
        )
    rows = with_episodes(project, rows, sheet, columns)
    merged = merge(rows, before.value.phrases if before else (), wanted.renumber)
    refuse_if(_too_many(merged))
    name = before.value.name if before else wanted.name
    credit = wanted.credit or (before.value.credit if before else CREDIT)
    refuse_if(checked_deck(name, credit, merged, sheet, columns, project.name(file)))
    put(file, deck_yaml(deck_id, name, credit, merged.phrases, sheet.file if sheet else None))
    return NewDeck(deck_id, file, load(file, project.name(file), Deck), merged, sheet, columns, before is not None)


def _before(project: Project, deck_id: str, update: bool) -> Loaded[Deck] | None:
    """The deck as it is, if there is one. Raises PressError for one that was not made here, unless that is wanted."""
    file = project.deck(deck_id)
    if not file.exists():
        return None
    before = load(file, project.name(file), Deck)
    if MADE not in file.read_text(encoding="utf-8") and not update:
        raise PressError(
            Problem(
                NAME,
                _("there is a deck `{deck_id}` already, and it was written by hand", deck_id=deck_id),
                _("choose another name, or say --update: its comments go, its phrases stay"),
            )
        )
    return before


def _too_many(merged: Merged) -> Iterator[Problem]:
    if (over := len(merged.phrases) - MOST) > 0:
        yield Problem(
            NAME,
            _("{count} phrases, {over} too many", count=len(merged.phrases), over=over),
            _("a deck holds {most}; make two of them", most=MOST),
        )
