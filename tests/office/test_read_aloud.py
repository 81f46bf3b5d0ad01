"""The office edition by its tags: tables of boards, and words for codes. What is said of all: tests/spoken/."""

import re
from io import BytesIO

from pikepdf import Pdf

from press.pdf.structure import elements, tables


def test_each_board_is_one_table_with_headers_for_columns_and_rows(office):
    with Pdf.open(BytesIO(office["bingo-3x3"].data)) as pdf:
        assert len(tables(elements(pdf))) == 2
        for table in tables(elements(pdf)):
            head, *body = table.all("TR")
            assert [(cell.kind, cell.scope) for cell in head.kids] == [("TD", ""), *[("TH", "Column")] * 3]
            assert [[cell.kind for cell in row.kids] for row in body] == [["TH", "TD", "TD", "TD"]] * 3
            assert {row.kids[0].scope for row in body} == {"Row"}


def test_every_alternative_text_names_a_link(office):
    for name, count in (("bingo-3x3", 2), ("argumente", None)):
        with Pdf.open(BytesIO(office[name].data)) as pdf:
            alts = [element.alt for element in elements(pdf) if element.kind == "Figure"]
            assert alts and (count is None or len(alts) == count)
            assert all(re.search(r"example\.org/\S+", alt) for alt in alts)
