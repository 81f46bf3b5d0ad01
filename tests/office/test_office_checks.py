"""Every check of the office edition refuses what it is there for, and lets the good files pass."""

from dataclasses import replace
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from press.pdf.structure import elements, tables
from press.preflight.runner import load_checks, preflight

SHEET, BROCHURE, LIST, CARDS = "bingo-3x3", "argumente", "ansagerliste", "karten"
RECIPES: list[tuple[str, str, object]] = []


def breaks(code: str, of: str = SHEET):
    def register(spoil):
        RECIPES.append((code, of, spoil))
        return spoil

    return register


def draw(pdf: Pdf, content: str, **fonts: object) -> None:
    """More content on the first page, as an artifact: decoration, as far as tags go."""
    page = pdf.pages[0]
    page.contents_add(f"q /Artifact BMC {content} EMC Q".encode())


def own_font(pdf: Pdf) -> str:
    return str(next(iter(pdf.pages[0].obj.Resources.Font.keys())))


@breaks("standards")
def untagged(pdf: Pdf):
    del pdf.Root["/MarkInfo"]


@breaks("standards")
def no_claim_to_be_accessible(pdf: Pdf):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:part", b"pdfuaid:port"))


@breaks("language")
def english(pdf: Pdf):
    pdf.Root.Lang = String("en")


@breaks("language")
def file_name_for_a_title(pdf: Pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@breaks("print-scaling")
def scaled_as_the_dialog_likes(pdf: Pdf):
    pdf.Root.ViewerPreferences.PrintScaling = Name.AppDefault


@breaks("print-scaling")
def nothing_said_of_scaling(pdf: Pdf):
    del pdf.Root.ViewerPreferences.PrintScaling


@breaks("tables")
def row_headers_are_plain_cells(pdf: Pdf):
    for row in tables(pdf)[0].all("TR")[1:]:
        row.kids[0].object.S = Name.TD


@breaks("tables")
def column_headers_are_plain_cells(pdf: Pdf):
    for cell in tables(pdf)[0].all("TR")[0].kids:
        cell.object.S = Name.TD


@breaks("tables")
def one_board_is_no_table(pdf: Pdf):
    tables(pdf)[0].object.S = Name.Div


@breaks("alternatives")
def code_without_words(pdf: Pdf):
    figure = next(element for element in elements(pdf) if element.kind == "Figure")
    figure.object.Alt = String(" ")


@breaks("alternatives")
def code_whose_words_do_not_name_its_link(pdf: Pdf):
    figure = next(element for element in elements(pdf) if element.kind == "Figure")
    figure.object.Alt = String("QR-Code")


@breaks("headings", BROCHURE)
def first_heading_of_level_two(pdf: Pdf):
    next(element for element in elements(pdf) if element.kind == "H1").object.S = Name.H2


@breaks("headings", BROCHURE)
def four_pages_without_bookmarks(pdf: Pdf):
    del pdf.Root["/Outlines"]


def first(pdf: Pdf, kind: str, nth: int = 0):
    """An element of a kind, in reading order."""
    return [element for element in elements(pdf) if element.kind == kind][nth].object


@breaks("headings", BROCHURE)
def a_title_that_is_there_twice(pdf: Pdf):
    first(pdf, "H2", 1).S = Name.H1


@breaks("headings")
def two_sheets_under_one_title(pdf: Pdf):
    first(pdf, "H1", 1).S = Name.H2


@breaks("headings", CARDS)
def a_heading_like_another(pdf: Pdf):
    """As on a card whose back says its title once more."""
    first(pdf, "Sect", 2).K[1].S = Name.H2
    first(pdf, "Sect", 1).K = first(pdf, "Sect", 2).K[0]


@breaks("headings", BROCHURE)
def a_bookmark_whose_words_run_together(pdf: Pdf):
    pdf.Root.Outlines.First.Title = String("Und wassagst dudann?")


@breaks("headings", BROCHURE)
def two_bookmarks_alike(pdf: Pdf):
    entry = pdf.Root.Outlines.First.First
    entry.Next.Title = entry.Title


@breaks("arguments", CARDS)
def answers_after_all_fronts(pdf: Pdf):
    """As the pages have them: what is said on the backs comes at the end."""
    document = (
        pdf.Root.StructTreeRoot.K[0] if isinstance(pdf.Root.StructTreeRoot.K, Array) else pdf.Root.StructTreeRoot.K
    )
    backs = [kid for card in list(document.K)[4:] for kid in list(card.K)[1:]]
    for card in list(document.K)[4:]:
        card.K = Array(list(card.K)[:1])
    for back in backs:
        document.K.append(back)


@breaks("arguments", BROCHURE)
def a_sentence_that_is_no_heading(pdf: Pdf):
    first(pdf, "H2", 3).S = Name.P


@breaks("arguments", BROCHURE)
def a_sentence_that_is_a_heading_twice(pdf: Pdf):
    first(pdf, "P", -6).S = Name.H2
    first(pdf, "P", -6).ActualText = String("25 „Dafür bin ich nicht zuständig. Das macht die Pressestelle.“")
    first(pdf, "H2", 4).ActualText = String("1 „Viel zu viel Aufwand! Wer macht dann meine richtige Arbeit?“")


@breaks("numbers", BROCHURE)
def a_number_after_its_heading(pdf: Pdf):
    """Its content moves into a paragraph of its own."""
    heading = first(pdf, "H2", 1)
    number, *words = list(heading.K)
    heading.K = Array(words)
    paragraph = Dictionary(Type=Name.StructElem, S=Name.P, P=heading.P, Pg=heading.Pg, K=Array([number]))
    heading.P.K.append(pdf.make_indirect(paragraph))


@breaks("numbers")
def another_sentences_number(pdf: Pdf):
    first, second = (tables(pdf)[0].all("TD")[n].object for n in (1, 2))
    kids = [list(cell.K) for cell in (first, second)]
    first.K, second.K = Array([kids[1][0], *kids[0][1:]]), Array([kids[0][0], *kids[1][1:]])


@breaks("lists", LIST)
def steps_as_paragraphs(pdf: Pdf):
    for element in elements(pdf):
        if element.kind == "LBody":
            element.object.S = Name.P


@breaks("lists", LIST)
def rows_without_headers(pdf: Pdf):
    for row in tables(pdf)[0].all("TR"):
        row.kids[0].object.S = Name.TD


@breaks("lists", LIST)
def an_empty_cell_beside_a_sentence(pdf: Pdf):
    tables(pdf)[0].all("TR")[3].kids[2].object.K = Array()


@breaks("lists", BROCHURE)
def contents_that_lead_nowhere(pdf: Pdf):
    first(pdf, "Reference").K[0].S = Name.Span


@breaks("lists", BROCHURE)
def contents_without_an_entry(pdf: Pdf):
    first(pdf, "TOC").K = Array(list(first(pdf, "TOC").K)[1:])


@breaks("link-words")
def a_link_that_says_its_address(pdf: Pdf):
    pdf.pages[0].obj.Annots[0].Contents = String("https://example.org/kleinstadtniveau")


@breaks("link-words")
def a_link_that_says_nothing(pdf: Pdf):
    pdf.pages[1].obj.Annots[0].Contents = String(" ")


@breaks("link-words", LIST)
def a_field_without_a_name(pdf: Pdf):
    del pdf.pages[0].obj.Annots[0].TU


@breaks("link-words", LIST)
def two_fields_of_one_name(pdf: Pdf):
    pdf.pages[0].obj.Annots[0].TU = pdf.pages[0].obj.Annots[1].TU


@breaks("tags", BROCHURE)
def a_paragraph_that_is_a_loose_span(pdf: Pdf):
    first(pdf, "P").S = Name.Span


@breaks("tags", BROCHURE)
def a_division_that_says_nothing(pdf: Pdf):
    first(pdf, "TOC").S = Name.Div


@breaks("tags", CARDS)
def a_mark_of_the_templates(pdf: Pdf):
    first(pdf, "Figure").Alt = String("tag:Sect:zeit")


@breaks("tags")
def a_corner_that_is_an_empty_header(pdf: Pdf):
    tables(pdf)[0].all("TR")[0].kids[0].object.S = Name.TH


@breaks("links")
def nothing_to_click(pdf: Pdf):
    for page in pdf.pages:
        page.obj.Annots = pdf.make_indirect([])


@breaks("links")
def a_link_without_https(pdf: Pdf):
    pdf.pages[0].obj.Annots[0].A.URI = String("http://example.org/kleinstadtniveau")


@breaks("contrast", BROCHURE)
def pale_text(pdf: Pdf):
    """Pale paper laid between the ground and the words would not do: the words themselves turn pale."""
    page = pdf.pages[1]
    page.obj.Contents = pdf.make_stream(
        page.obj.Contents.read_bytes().replace(b"0 0 0 scn", b"0.8 0.8 0.8 scn").replace(b"0 scn", b"0.8 scn")
    )


@breaks("type-size", BROCHURE)
def text_of_6_9_pt(pdf: Pdf):
    draw(pdf, f"0 g BT {own_font(pdf)} 6.9 Tf 80 100 Td <0001> Tj ET")


@breaks("pages")
def a_page_is_missing(pdf: Pdf):
    del pdf.pages[1]


@breaks("sheets")
def one_board_twice(pdf: Pdf):
    pdf.pages.append(pdf.pages[0])


@breaks("boards")
def two_boards_change_sheets(pdf: Pdf):
    """Each under the other's ID, as if content had been written to the wrong page."""
    first, second = (page.obj for page in pdf.pages)
    first.Contents, second.Contents = second.Contents, first.Contents
    first.Resources, second.Resources = second.Resources, first.Resources


@breaks("codes")
def code_painted_over(pdf: Pdf):
    draw(pdf, "1 1 1 rg 230 20 130 110 re f")


@breaks("safe-area", BROCHURE)
def text_at_the_edge(pdf: Pdf):
    """The whole page moves: what stood clear of the edge stands at it."""
    page = pdf.pages[1]
    page.obj.Contents = pdf.make_stream(b"q 1 0 0 1 -28 0 cm\n" + page.obj.Contents.read_bytes() + b"\nQ")


@breaks("glyphs", BROCHURE)
def box_in_place_of_a_letter(pdf: Pdf):
    draw(pdf, f"0 g BT {own_font(pdf)} 12 Tf 80 100 Td <00010000> Tj ET")


@breaks("overlap", BROCHURE)
def text_on_text(pdf: Pdf):
    """The page once more, moved by less than a line."""
    page = pdf.pages[1]
    content = page.obj.Contents.read_bytes()
    page.obj.Contents = pdf.make_stream(content + b"\nq 1 0 0 1 1 2 cm\n" + content + b"\nQ")


def saved(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


CHECKS = {check.CODE: check for check in load_checks("office")}


def refuses(code: str, data: bytes, expected, monkeypatch) -> bool:
    """Whether that check does; the others are not asked."""
    monkeypatch.setattr("press.preflight.runner.load_checks", lambda edition: (CHECKS[code],))
    return code in {finding.code for finding in preflight(data, expected).findings}


def test_every_check_has_a_recipe():
    assert {code for code, _, _ in RECIPES} == set(CHECKS)


@pytest.mark.parametrize("name", [SHEET, BROCHURE, LIST, CARDS])
def test_the_good_file_passes(office, name: str):
    with Pdf.open(BytesIO(office[name].data)) as pdf:
        assert not preflight(saved(pdf), office[name].expected).findings


@pytest.mark.parametrize("code, name, spoil", RECIPES, ids=lambda part: getattr(part, "__name__", None))
def test_a_broken_file_is_refused(office, code: str, name: str, spoil, monkeypatch):
    finished = office[name]
    with Pdf.open(BytesIO(finished.data)) as pdf:
        good = saved(pdf)
        spoil(pdf)
        broken = saved(pdf)
    assert broken != good, "the recipe changes nothing"
    assert refuses(code, broken, finished.expected, monkeypatch)


def test_a_link_that_was_not_ordered(office, monkeypatch):
    finished = office[SHEET]
    elsewhere = replace(finished.expected, codes=lambda page: ("https://example.org/anderswo",))
    assert refuses("codes", finished.data, elsewhere, monkeypatch)


def test_the_office_keeps_6_mm_from_the_edge_of_the_paper(office):
    """Printers reach as near as 5 mm."""
    assert {finished.expected.safe for finished in office.values()} == {6}
