"""What makes sense to whom hears it, if only just, must not be refused: beside each recipe of `meaning`, its twin."""

from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from office.recipe import BROCHURE, CARDS, LIST, SHEET, first
from office.test_office_checks import refuses, saved
from press.pdf.structure import elements, tables

CASES: list[tuple[str, str, object]] = []


def passes(code: str, of: str = SHEET):
    return lambda change: CASES.append((code, of, change)) or change


def paragraph(pdf: Pdf, parent, text: str):
    """A paragraph that says something and stands nowhere yet."""
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=parent, K=Array(), ActualText=String(text)))


@passes("arguments", BROCHURE)
def something_between_a_sentence_and_its_answer(pdf: Pdf):
    top = first(pdf, "Document")
    place = next(n for n, kid in enumerate(top.K) if kid.objgen == first(pdf, "H2").objgen)
    top.K.insert(place + 1, paragraph(pdf, top, "Sagt der Chef."))


@passes("arguments", BROCHURE)
def a_sentence_that_is_quoted_in_a_paragraph(pdf: Pdf):
    top = first(pdf, "Document")
    top.K.append(paragraph(pdf, top, "1 „Viel zu viel Aufwand! Wer macht dann meine richtige Arbeit?“"))


@passes("arguments", CARDS)
def an_answer_in_a_group_of_its_own(pdf: Pdf):
    card = first(pdf, "Sect", 4)
    group = Dictionary(Type=Name.StructElem, S=Name.Sect, P=card, K=Array(list(card.K)[1:]))
    card.K = Array([card.K[0], pdf.make_indirect(group)])


@passes("numbers", BROCHURE)
def a_number_of_no_sentence(pdf: Pdf):
    """There are twelve."""
    top = first(pdf, "Document")
    top.K.append(paragraph(pdf, top, "13"))


@passes("numbers", BROCHURE)
def a_number_among_words(pdf: Pdf):
    top = first(pdf, "Document")
    top.K.append(paragraph(pdf, top, "Seite 12"))


@passes("numbers", LIST)
def a_label_that_is_a_number(pdf: Pdf):
    """Steps are numbered as sentences are."""
    assert "1" in {element.kind == "Lbl" and "1" for element in elements(pdf)}
    first(pdf, "Lbl").ActualText = String("12")


@passes("lists", LIST)
def steps_in_another_order(pdf: Pdf):
    steps = first(pdf, "L")
    steps.K = Array([*list(steps.K)[1:], steps.K[0]])


@passes("lists", LIST)
def a_box_in_a_paragraph_of_its_cell(pdf: Pdf):
    cell = tables(elements(pdf))[0].all("TR")[1].kids[1].object
    inner = Dictionary(Type=Name.StructElem, S=Name.P, P=cell, K=Array(list(cell.K)))
    cell.K = Array([pdf.make_indirect(inner)])


@passes("lists", LIST)
def a_box_called_by_its_sentence_in_quotation_marks(pdf: Pdf):
    pdf.pages[0].obj.Annots[0].TU = String("Runde 1: „Viel zu viel Aufwand! Wer macht dann meine richtige Arbeit?“")


@passes("lists", BROCHURE)
def an_entry_of_the_contents_more(pdf: Pdf):
    contents = first(pdf, "TOC")
    contents.K.append(contents.K[0])


@passes("link-words")
def an_address_among_words(pdf: Pdf):
    pdf.pages[0].obj.Annots[0].Contents = String("zum Podcast, https://example.org/kleinstadtniveau")


@passes("link-words")
def a_link_of_one_word(pdf: Pdf):
    pdf.pages[0].obj.Annots[0].Contents = String("Newsletter")


@passes("link-words")
def two_links_of_the_same_words(pdf: Pdf):
    pdf.pages[0].obj.Annots[0].Contents = String("zum Podcast")
    pdf.pages[1].obj.Annots[0].Contents = String("zum Podcast")


@passes("link-words", LIST)
def a_box_of_all_letters_german_has(pdf: Pdf):
    pdf.pages[0].obj.Annots[0].TU = String("Runde 1: 1 „Größenwahn? Ärger! Über 5 € – É …“")


@passes("tags", BROCHURE)
def a_span_within_a_paragraph(pdf: Pdf):
    words = first(pdf, "P")
    inner = Dictionary(Type=Name.StructElem, S=Name.Span, P=words, K=words.K)
    words.K = Array([pdf.make_indirect(inner)])


@passes("tags")
def an_empty_cell_that_is_no_header(pdf: Pdf):
    """As a cell that nothing is printed in."""
    tables(elements(pdf))[0].all("TD")[1].object.K = Array()


@passes("tags", BROCHURE)
def words_of_a_picture_that_speak_of_tags(pdf: Pdf):
    first(pdf, "Figure").Alt = String("Das tag: eines Bildes")


@passes("headings")
def sheets_whose_titles_differ_in_a_number(pdf: Pdf):
    for number, title in enumerate(("Bogen 1", "Bogen 2")):
        first(pdf, "H1", number).ActualText = String(title)
    del pdf.Root["/Outlines"]  # two pages need none


@passes("headings", BROCHURE)
def up_by_two_levels(pdf: Pdf):
    first(pdf, "H2", 3).S = Name.H3
    first(pdf, "H2", 3).S = Name.H4


@passes("headings")
def notes_of_one_heading_on_each_sheet(pdf: Pdf):
    words = [element for element in elements(pdf) if element.kind == "H2"]
    assert len(words) == 4
    for element in words[::2]:
        element.object.ActualText = String("So geht es")


@passes("headings", BROCHURE)
def a_heading_without_a_bookmark(pdf: Pdf):
    entry = pdf.Root.Outlines.First.First
    del entry.Next.Prev
    pdf.Root.Outlines.First.First = entry.Next


@passes("spaces", BROCHURE)
def words_that_are_no_text_of_the_order(pdf: Pdf):
    first(pdf, "P").ActualText = String("Undwas sagstdu")


@passes("spaces")
def spaces_of_other_widths_and_soft_hyphens(pdf: Pdf):
    tables(elements(pdf))[0].all("TD")[1].object.ActualText = String(
        "8 Aber wir haben\u00a0doch schon  eine Face\u00adbook-Seite!"
    )


@passes("links")
def a_code_before_its_link_under_the_same_heading(pdf: Pdf):
    figure, kids = first(pdf, "Figure"), first(pdf, "Document").K
    place = next(place for place, kid in enumerate(kids) if kid.objgen == figure.objgen)
    kids.insert(place + 2, kids[place])
    del kids[place]


@pytest.mark.parametrize("code, name, change", CASES, ids=lambda part: getattr(part, "__name__", None))
def test_what_makes_sense_passes(office, code: str, name: str, change, monkeypatch):
    finished = office[name]
    with Pdf.open(BytesIO(finished.data)) as pdf:
        good = saved(pdf)
        change(pdf)
        changed = saved(pdf)
    assert changed != good, "nothing was changed"
    assert not refuses(code, changed, finished.expected, monkeypatch)
