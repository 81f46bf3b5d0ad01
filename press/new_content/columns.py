"""Columns: which column of a list holds what, by German or English headings; then each row as what it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from press.errors import PressError, Problem
from press.language.message import _
from press.new_content.spreadsheet import Row, Sheet, column_name

# Key of a phrase → the headings of its column, in small letters.
HEADINGS = {
    "id": ("id", "kennung", "schlüssel", "key"),
    "board": (
        "spruch", "sprüche", "satz", "sätze", "aussage", "aussagen", "phrase", "phrasen", "klischee", "floskel",
        "board", "sentence", "sentences", "phrases", "saying",
    ),
    "short": (
        "kurz", 'kurze antwort', "kurzantwort", "antwort", 'antwort kurz', 'antwort (kurz)', "gegenargument",
        "short", 'short answer', "answer",
    ),
    "long": (
        "lang", 'lange antwort', "langantwort", 'antwort lang', 'antwort (lang)', "begründung", "ausführlich",
        "long", 'long answer', "reasons",
    ),
    "episode": ("folge", "episode", "podcastfolge", "podcast-folge"),
}  # fmt: skip
IGNORED = (
    "nr",
    "nummer",
    "no",
    "number",
    "#",
    "lfd nr",
    "lfd. nr",
    "pos",
)  # numbers come from the order of the rows
HEAD_ROWS = 5  # the headings are among the first rows

_MARKS = re.compile(r"^(?:[-–•*·]|\d{1,3}[.)])\s+")  # of a list in a plain text


@dataclass(frozen=True)
class Listed:
    """What a row says, by key of a phrase, and where; only what the list has columns for."""

    texts: dict[str, str]
    row: int


@dataclass(frozen=True)
class Columns:
    """Where each key stands, by column from 0; the heading's row, 0 if there is none; what nobody understood."""

    places: dict[str, int]
    head: int
    unknown: tuple[str, ...]


def find_columns(sheet: Sheet) -> Columns:
    """Raises PressError if it cannot be told where the sentences stand."""
    for row in sheet.rows[:HEAD_ROWS]:
        known = [(column, key) for column, cell in enumerate(row.cells) if (key := _key(cell))]
        if any(key == "board" for _, key in known) or len(known) > 1:
            return _headed(sheet, row, known)
    filled = {column for row in sheet.rows for column, cell in enumerate(row.cells) if cell}
    filled = {column for column in filled if not _is_numbers(sheet, column)} or filled
    if len(filled) == 1:
        return Columns({"board": filled.pop()}, 0, ())
    first = sheet.rows[0]
    raise PressError(
        Problem(
            sheet.where(first.number),
            _(
                "no column is headed as one with sentences; the first row says: {names}",
                names=", ".join(filter(None, first.cells)),
            ),
            _("head the columns: Spruch, kurz, lang, Folge (or board, short, long, episode)"),
        )
    )


def listed(sheet: Sheet, columns: Columns) -> Iterator[Listed]:
    """Each row that has a sentence; a row that has only others is told. Raises PressError."""
    problems = []
    for row in sheet.rows:
        if row.number <= columns.head:
            continue
        texts = {key: row.cells[place] if place < len(row.cells) else "" for key, place in columns.places.items()}
        texts["board"] = texts["board"] if sheet.name else _MARKS.sub("", texts["board"])
        if texts["board"]:
            yield Listed(texts, row.number)
        elif any(texts.values()):
            problems.append(
                Problem(
                    sheet.where(row.number, columns.places["board"]),
                    _("no sentence stands here"),
                    _("write it, or empty the row"),
                )
            )
    if problems:
        raise PressError(problems)


def _headed(sheet: Sheet, row: Row, known: list[tuple[int, str]]) -> Columns:
    places: dict[str, int] = {}
    problems = []
    for column, key in known:
        if key in places:
            problems.append(
                Problem(
                    sheet.where(row.number, column),
                    _(
                        "`{cells}` means the same as column {column_name}",
                        cells=row.cells[column],
                        column_name=column_name(places[key]),
                    ),
                    _("keep one, or head the other otherwise"),
                )
            )
        places.setdefault(key, column)
    if "board" not in places:
        problems.append(
            Problem(
                sheet.where(row.number),
                _("no column is headed Spruch (or board)"),
                _("head the one with the sentences so"),
            )
        )
    if problems:
        raise PressError(problems)
    others = (cell for column, cell in enumerate(row.cells) if cell and column not in places.values())
    return Columns(places, row.number, tuple(cell for cell in others if _plain(cell) not in IGNORED))


def _key(cell: str) -> str | None:
    return next((key for key, names in HEADINGS.items() if _plain(cell) in names), None)


def _plain(cell: str) -> str:
    return cell.casefold().strip(" :.*")


def _is_numbers(sheet: Sheet, column: int) -> bool:
    cells = [row.cells[column] for row in sheet.rows if column < len(row.cells) and row.cells[column]]
    return all(re.fullmatch(r"\d{1,3}[.)]?", cell) for cell in cells)
