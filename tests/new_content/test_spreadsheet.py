"""Lists as people have them: every kind of file, every encoding, and what cannot be read."""

import zipfile
from pathlib import Path

import pytest
from new_content.workbooks import ods, xlsx
from tools import attempt

from press.new_content.spreadsheet import MAX_ROWS, column_name, read_sheet

ROWS = [
    ["Spruch", "kurz"],
    ["Daf\u00fcr ist niemand zust\u00e4ndig.", "\u201eDoch\u201c \u2013 wir."],
    ["Zu teuer.", ""],
]
SAID = [tuple(row) for row in ROWS]


def cells(path: Path, sheet: str | None = None) -> list[tuple[str, ...]]:
    return [row.cells for row in read_sheet(path, sheet).rows]


def csv(separator: str) -> str:
    return "\r\n".join(separator.join(row) for row in ROWS) + "\r\n"


def test_workbooks_of_excel_and_libreoffice(tmp_path):
    for make, name in ((xlsx, "a.xlsx"), (ods, "a.ods")):
        path = make(tmp_path / name, {"Tabelle1": ROWS})
        found = cells(path)
        assert [tuple(cell for cell in row if cell) for row in found] == [tuple(c for c in row if c) for row in SAID]
        assert read_sheet(path).name == "Tabelle1"


@pytest.mark.parametrize(
    "separator, encoding",
    [(";", "cp1252"), (";", "utf-8-sig"), (",", "utf-8"), ("\t", "utf-16"), (";", "utf-8")],
    ids=["excel-csv", "excel-csv-utf-8", "libreoffice", "excel-unicode-text", "plain"],
)
def test_csv_as_programs_save_it(tmp_path, separator: str, encoding: str):
    path = tmp_path / "a.csv"
    path.write_bytes(csv(separator).encode(encoding))
    assert cells(path) == SAID


def test_the_separator_may_be_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(("sep=|\r\n" + csv("|")).encode("cp1252"))
    sheet = read_sheet(path)
    assert [row.cells for row in sheet.rows] == SAID and sheet.rows[0].number == 2


def test_a_plain_text_has_a_sentence_a_line(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Eins, zwei; drei.\n\nVier.\n", encoding="utf-8")
    assert [(row.number, row.cells) for row in read_sheet(path).rows] == [(1, ("Eins, zwei; drei.",)), (3, ("Vier.",))]


def test_numbers_have_no_point_and_empty_rows_count(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", {"A": [["Nr", "Spruch"], [], [21, "Zu teuer."]]})
    assert [(row.number, row.cells) for row in read_sheet(path).rows] == [
        (1, ("Nr", "Spruch")),
        (3, ("21", "Zu teuer.")),
    ]


def test_the_first_sheet_with_something_in_it_or_the_one_that_is_named(tmp_path):
    sheets = {"Versteckt": [["x"]], "Leer": [], "Eins": [["a"]], "Zwei": [["b"]]}
    path = xlsx(tmp_path / "a.xlsx", sheets, hidden=["Versteckt"])
    assert (read_sheet(path).name, cells(path, "Zwei")) == ("Eins", [("b",)])
    _, (problem,) = attempt(read_sheet, path, "Drei")
    assert problem.where == "--sheet"


@pytest.mark.parametrize(
    "name, data", [("a.xlsx", b"no workbook"), ("a.ods", b"PK\x03\x04"), ("a.xls", b"\xd0\xcf\x11\xe0")]
)
def test_what_is_no_workbook_is_told(tmp_path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    _, (problem,) = attempt(read_sheet, tmp_path / name)
    assert (problem.where, problem.what) == ("--from", f"{name} cannot be read as a spreadsheet")


def test_other_files_and_none_are_told(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"x")
    (tmp_path / "leer.csv").write_bytes(b"\r\n")
    for name, said in (("a.docx", "is no list"), ("fehlt.csv", "no such file"), ("leer.csv", "nothing is written")):
        _, (problem,) = attempt(read_sheet, tmp_path / name)
        assert problem.where == "--from" and said in problem.what


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", {"A": ROWS})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.bin", bytes(100_000_000))
    assert attempt(read_sheet, path)[1][0].what == "a.xlsx cannot be read as a spreadsheet"


@pytest.mark.parametrize("rows, refused", [(MAX_ROWS, False), (MAX_ROWS + 1, True)])
def test_a_list_has_an_end(tmp_path, rows: int, refused: bool):
    (tmp_path / "a.txt").write_text("x\n" * rows, encoding="utf-8")
    assert MAX_ROWS == 2000 and bool(attempt(read_sheet, tmp_path / "a.txt")[1]) == refused


@pytest.mark.parametrize("column, name", [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_as_programs_call_them(column: int, name: str):
    assert column_name(column) == name
