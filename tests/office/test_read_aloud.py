"""The office edition as it is read aloud: reading order, headings, links, and the words for codes."""

import ctypes
import re
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
from pikepdf import Array, Dictionary, Object, Pdf

from press.pdf.structure import elements, tables

GOLDEN = Path(__file__).parent / "argumente.txt"
HYPHENS = "\u00ad\u0002\ufffe"  # soft ones, as they stand in the file and as pdfium gives them back


def read_aloud(data: bytes) -> str:
    """The text in the order of the tags, a line for each block, headings marked; the words come from pdfium."""
    spoken = _words(data)
    lines: list[str] = []

    def visit(element: Object, page: int) -> str:
        page = numbers.get(element["/Pg"].objgen, page) if "/Pg" in element else page
        kids = element.get("/K", ())
        words = ""
        for kid in kids if isinstance(kids, Array) else (kids,):
            if isinstance(kid, Dictionary):
                kind = str(kid.get("/S", ""))
                if kind == "/Figure":
                    tell(f"[{kid.Alt}]")
                elif kind == "/Link":
                    words += f" {visit(kid, page)} "
                elif kind:
                    mark = "#" * int(kind[2:]) + " " if kind[:2] == "/H" and kind[2:].isdigit() else ""
                    tell(mark + visit(kid, page))
                elif "/MCID" in kid:
                    words += spoken.get(
                        (numbers.get(kid["/Pg"].objgen, page) if "/Pg" in kid else page, int(kid.MCID)), ""
                    )
            else:
                words += spoken.get((page, int(kid)), "")
        return words

    def tell(words: str) -> None:
        if words.strip(" #"):
            lines.append(re.sub(r"\s+", " ", words).strip())

    with Pdf.open(BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        tell(visit(pdf.Root.StructTreeRoot, 0))
    assert lines, "nothing is read"
    return "\n".join(lines) + "\n"


def _words(data: bytes) -> dict[tuple[int, int], str]:
    """(page, marked content) → its words, hyphens at line ends taken back."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            key = number, raw.FPDFPageObj_GetMarkedContentID(thing)
            length = raw.FPDFTextObj_GetText(thing, text, None, 0)
            buffer = ctypes.create_string_buffer(2 * length)
            raw.FPDFTextObj_GetText(thing, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 2 * length)
            part = buffer.raw.decode("utf-16-le").rstrip("\0").replace("\u00a0", " ")
            before = found.get(key, "")
            found[key] = before.rstrip(HYPHENS) + part if before.endswith(tuple(HYPHENS)) else before + part
    return found


def test_the_brochure_reads_as_a_person_would_read_it(office):
    """Compare with the golden text by reading it out: title, introduction, each cliché with answers and link."""
    assert read_aloud(office["argumente"].data) == GOLDEN.read_text(encoding="utf-8")


def test_a_sheet_says_its_id_and_all_its_phrases(office):
    said = read_aloud(office["bingo-3x3"].data)
    assert "Bogen RPHW-0001" in said and "Bogen RPHW-0002" in said
    assert said.index("# Bullshit Bingo") < said.index("A\n") < said.index("So geht") < said.index("Bogen RPHW-0001")


def test_each_board_is_one_table_with_headers_for_columns_and_rows(office):
    with Pdf.open(BytesIO(office["bingo-3x3"].data)) as pdf:
        assert len(tables(pdf)) == 2
        for table in tables(pdf):
            head, *body = table.all("TR")
            assert [cell.scope for cell in head.kids] == ["Column"] * 4
            assert [[cell.kind for cell in row.kids] for row in body] == [["TH", "TD", "TD", "TD"]] * 3
            assert {row.kids[0].scope for row in body} == {"Row"}


def test_every_alternative_text_names_a_link(office):
    for name, count in (("bingo-3x3", 2), ("argumente", None)):
        with Pdf.open(BytesIO(office[name].data)) as pdf:
            alts = [element.alt for element in elements(pdf) if element.kind == "Figure"]
            assert alts and (count is None or len(alts) == count)
            assert all(re.search(r"example\.org/\S+", alt) for alt in alts)
