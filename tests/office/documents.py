"""Recipes of files that claim, look or lead otherwise than they should."""

from pikepdf import Name, Pdf, String

from office.recipe import BROCHURE, breaks, draw, own_font
from press.pdf.structure import elements, tables


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
    for row in tables(elements(pdf))[0].all("TR")[1:]:
        row.kids[0].object.S = Name.TD


@breaks("tables")
def column_headers_are_plain_cells(pdf: Pdf):
    for cell in tables(elements(pdf))[0].all("TR")[0].kids:
        cell.object.S = Name.TD


@breaks("tables")
def one_board_is_no_table(pdf: Pdf):
    tables(elements(pdf))[0].object.S = Name.Div


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
