"""Tables: one for each board, with header cells for columns and rows."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.structure import Element
from press.preflight.document import Document

CODE = "tables"
SEVERITY = "error"
EDITIONS = ("office",)
RATIONALE = "A screen reader says where a cell lies only if the table has header cells; one picture says nothing."


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    boards, found = document.expected.sheets.count if document.expected.sheets else 0, document.tables
    fix = _("draw boards through the shared part `board`")
    if boards and len(found) != boards:
        yield None, _("{count} tables for {boards} boards", count=len(found), boards=boards), fix
    for number, table in enumerate(found, 1):
        for fault in _faults(table):
            yield None, _("table {number}: {fault}", number=number, fault=fault), fix
    if boards and any(
        kid.kind == "Figure"
        for element in document.elements
        if element.kind == "Figure"
        for kid in element.walk()
        if kid.kind == "Table"
    ):
        yield None, _("a board is inside a figure"), fix


def _faults(table: Element) -> Iterator[Message]:
    rows = table.all("TR")
    if len(rows) < 2:
        yield _("fewer than two rows")
        return
    head, *body = rows
    if any(cell.kind != "TH" or cell.scope not in ("Column", "Both") for cell in head.kids[1:]):
        yield _("its columns have no header cells")
    if any(not row.kids or row.kids[0].kind != "TH" or row.kids[0].scope != "Row" for row in body):
        yield _("its rows have no header cells")
    if len({len(row.kids) for row in rows}) != 1:
        yield _("its rows differ in length")
