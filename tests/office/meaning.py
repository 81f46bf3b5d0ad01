"""Recipes of files whose tags say something else than their pages."""

from pikepdf import Array, Dictionary, Name, Pdf, String

from office.recipe import BROCHURE, CARDS, LIST, breaks, first
from press.pdf.structure import elements, tables


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
    first, second = (tables(elements(pdf))[0].all("TD")[n].object for n in (1, 2))
    kids = [list(cell.K) for cell in (first, second)]
    first.K, second.K = Array([kids[1][0], *kids[0][1:]]), Array([kids[0][0], *kids[1][1:]])


@breaks("lists", LIST)
def steps_as_paragraphs(pdf: Pdf):
    for element in elements(pdf):
        if element.kind == "LBody":
            element.object.S = Name.P


@breaks("lists", LIST)
def rows_without_headers(pdf: Pdf):
    for row in tables(elements(pdf))[0].all("TR"):
        row.kids[0].object.S = Name.TD


@breaks("lists", LIST)
def an_empty_cell_beside_a_sentence(pdf: Pdf):
    tables(elements(pdf))[0].all("TR")[3].kids[2].object.K = Array()


@breaks("lists", LIST)
def a_box_called_by_the_row_above(pdf: Pdf):
    boxes = [part.object.K[0].Obj for part in elements(pdf) if part.kind == "Form"]
    boxes[4].TU = boxes[0].TU


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


@breaks("link-words", LIST)
def a_box_whose_umlauts_are_two_letters_each(pdf: Pdf):
    """As where UTF-8 is read as PDFDocEncoding, which has no ß."""
    box = next(note for note in pdf.pages[0].obj.Annots if "ü" in str(note.get("/TU", "")))
    box.TU = String(str(box.TU).encode().decode("pdfdoc", errors="replace"))


@breaks("links")
def a_code_before_the_heading_of_its_link(pdf: Pdf):
    figure, kids = first(pdf, "Figure"), first(pdf, "Document").K
    place = next(place for place, kid in enumerate(kids) if kid.objgen == figure.objgen)
    kids.insert(place - 1, kids[place])
    del kids[place + 1]


@breaks("links", BROCHURE)
def an_episodes_code_before_its_heading(pdf: Pdf):
    """Read with the contents."""
    figure, kids = first(pdf, "Figure", 1), first(pdf, "Document").K
    place = next(place for place, kid in enumerate(kids) if kid.objgen == figure.objgen)
    kids.insert(place - 3, kids[place])
    del kids[place + 1]


@breaks("spaces", BROCHURE)
def lines_of_a_title_that_run_together(pdf: Pdf):
    """And of its bookmark, so that nothing tells by the other."""
    pdf.Root.Outlines.First.Title = first(pdf, "H1").ActualText = String("Und wassagst dudann?")


@breaks("spaces")
def lines_of_a_cell_that_run_together(pdf: Pdf):
    tables(elements(pdf))[0].all("TD")[1].object.ActualText = String("8 Aber wir habendoch schoneine Facebook-Seite!")


@breaks("headings", CARDS)
def bookmarks_in_another_order_than_the_page(pdf: Pdf):
    entry = pdf.Root.Outlines.First.First
    entry.Title, entry.Next.Title = entry.Next.Title, entry.Title


@breaks("headings")
def sheets_whose_titles_lack_their_ids(pdf: Pdf):
    for number in (0, 1):
        first(pdf, "H1", number).ActualText = String("Bullshit Bingo")


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
    tables(elements(pdf))[0].all("TR")[0].kids[0].object.S = Name.TH
