"""Spreadsheets: a list as people have it, in rows of texts; from Excel, LibreOffice, CSV or a plain text."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import python_calamine as calamine

from press.errors import PressError, Problem, choose_one
from press.language.message import Message, _, joined
from press.system.safe_files import read_file, reason

WORKBOOKS = (".xlsx", ".xlsm", ".ods", ".xls")
TEXTS = (".csv", ".tsv", ".txt")
OPTION = "--from"
MAX_BYTES = 5_000_000  # a thousand times what a list of a hundred sentences has
MAX_UNPACKED = 100_000_000  # bytes, of all that is in a workbook: more is a trap
MAX_ROWS = 2000

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = (";", "\t", ",")  # Excel writes the first in German, the second as "Unicode text"


@dataclass(frozen=True)
class Row:
    """Cells as texts; `number` counts from 1, as the program shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet of a file; a text file is one without a name. Rows without any text are left out."""

    file: str
    name: str | None
    rows: tuple[Row, ...]

    def where(self, row: int, column: int | None = None) -> str:
        """A place as its program shows it: `liste.xlsx, sheet „Tabelle1“, row 4, column B`."""
        sheet = _(", sheet „{name}“", name=self.name) if self.name else ""
        return _("{file}{sheet}, row {row}", file=self.file, sheet=sheet, row=row) + (
            _(", column {column_name}", column_name=column_name(column)) if column is not None else ""
        )


def read_sheet(path: Path, wanted: str | None = None) -> Sheet:
    """The first sheet with anything in it, or the one that is wanted by name. Raises PressError."""
    suffix = path.suffix.lower()
    if suffix not in (*WORKBOOKS, *TEXTS):
        raise _refused(
            _("`{path}` is no list that can be read", path=path.name),
            _("save it as one of: {names}", names=", ".join((*WORKBOOKS, *TEXTS))),
        )
    data = _bytes(path)
    sheets = list(_workbook(path.name, data) if suffix in WORKBOOKS else _text(path.name, data))
    if wanted is not None:
        sheets = [sheet for sheet in sheets if sheet.name == wanted] or _no_such_sheet(path.name, wanted, sheets)
    found = next((sheet for sheet in sheets if sheet.rows), None)
    if found is None:
        raise _refused(_("nothing is written in {path}", path=path.name), _("write a sentence a row"))
    if len(found.rows) > MAX_ROWS:
        raise _refused(
            _("{path} has more than {max_rows} rows", path=path.name, max_rows=MAX_ROWS),
            _("keep those with your sentences"),
        )
    return found


def column_name(column: int) -> str:
    """0 as A, 25 as Z, 26 as AA."""
    name = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        name, column = chr(ord("A") + letter) + name, column - 1
    return name


def _bytes(path: Path) -> bytes:
    try:
        data = read_file(path, MAX_BYTES + 1)
    except OSError as error:
        raise _refused(joined("", (path.name, ": ", reason(error))), _("check the path")) from None
    if len(data) > MAX_BYTES:
        raise _refused(
            _("{path} is larger than {max_bytes} MB", path=path.name, max_bytes=MAX_BYTES // 1000000),
            _("keep the sheet with your sentences"),
        )
    return data


def _workbook(name: str, data: bytes) -> Iterator[Sheet]:
    """Its visible sheets."""
    unreadable = _refused(
        _("{name} cannot be read as a spreadsheet", name=name), _("open and save it anew, without a password")
    )
    try:
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
                    raise unreadable
        book = calamine.load_workbook(io.BytesIO(data))
        shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible == calamine.SheetVisibleEnum.Visible]
        for sheet in shown:
            rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            yield _sheet(name, sheet, ([_shown(cell) for cell in row] for row in rows))
    except (calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError):
        raise unreadable from None


def _shown(cell: Any) -> str:
    """A cell as a text: whole numbers without a point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _text(name: str, data: bytes) -> Iterator[Sheet]:
    text = _decoded(data)
    if name.lower().endswith(".txt") and "\t" not in text:
        yield _sheet(name, None, ([line] for line in text.splitlines()))
        return
    lines = text.splitlines(keepends=True)
    given = lines[0].strip().removeprefix("sep=") if lines and lines[0].startswith("sep=") else None
    head = next((line for line in lines[given is not None :] if line.strip()), "")
    separator = given or max(_SEPARATORS, key=head.count)
    rows: list[list[str]] = [[]] if given else []  # that line counts, too
    try:
        rows += csv.reader(io.StringIO("".join(lines[given is not None :]), newline=""), delimiter=separator)
    except (csv.Error, TypeError):
        raise _refused(
            _("{name} cannot be read as CSV", name=name), _("save it anew, with semicolons between columns")
        ) from None
    yield _sheet(name, None, rows)


def _decoded(data: bytes) -> str:
    """As its byte order mark says; else UTF-8, or what Excel writes on Windows in the west of Europe."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _sheet(file: str, name: str | None, rows: Any) -> Sheet:
    texts = ((n, tuple(" ".join(cell.split()) for cell in row)) for n, row in enumerate(rows, 1))
    return Sheet(file, name, tuple(Row(n, cells) for n, cells in texts if any(cells)))


def _no_such_sheet(file: str, wanted: str, sheets: list[Sheet]) -> list[Sheet]:
    names = choose_one(sheet.name for sheet in sheets if sheet.name)
    raise PressError(Problem("--sheet", _("{file} has no sheet `{wanted}`", file=file, wanted=wanted), names))


def _refused(what: Message, fix: Message) -> PressError:
    return PressError(Problem(OPTION, what, fix))
