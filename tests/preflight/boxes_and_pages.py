"""Recipes: boxes, pages, sheet IDs, and what stands too near to the cut or ends before it."""

import pypdfium2
from pikepdf import Pdf

from preflight.drawing import (
    WHITE,
    at,
    code,
    code_box,
    draw,
    letters,
    own_font,
    rectangle,
    words,
)
from preflight.finished import many_sheets
from preflight.recipe import breaks, saved
from press.pdf.page_boxes import MM

UNSEEN = 23  # a page, from 0, that small samples of evenly spread pages miss


@breaks("boxes")
def trim_box_missing(pdf: Pdf):
    del pdf.pages[1].obj.TrimBox


@breaks("boxes")
def trimmed_to_205_mm(pdf: Pdf):
    left, bottom, right, top = pdf.pages[0].trimbox
    pdf.pages[0].trimbox = [left, bottom, float(right) - 5 * MM, top]


@breaks("boxes")
def bleed_beyond_the_media(pdf: Pdf):
    _grow(pdf, "bleedbox", 8)


@breaks("boxes")
def trim_beyond_the_bleed(pdf: Pdf):
    _grow(pdf, "trimbox", 4)


@breaks("boxes")
def bleed_box_of_1_mm(pdf: Pdf):
    _grow(pdf, "bleedbox", -2)


@breaks("boxes")
def page_turned(pdf: Pdf):
    pdf.pages[1].rotate(90, relative=False)


@breaks("boxes")
def page_in_larger_units(pdf: Pdf):
    pdf.pages[0].obj.UserUnit = 2


@breaks("boxes")
def boxes_beside_the_picture(pdf: Pdf):
    """All sizes are right, but the cut runs 5 mm too far to the right."""
    page = pdf.pages[0]
    for name in ("trimbox", "bleedbox"):
        left, bottom, right, top = map(float, getattr(page, name))
        setattr(page, name, [left + 5 * MM, bottom, right + 5 * MM, top])


@breaks("boxes")
def art_box_beside_the_trim_box(pdf: Pdf):
    """PDF/X allows one of the two (ISO 15930-7, 6.6)."""
    pdf.pages[0].obj.ArtBox = pdf.pages[0].obj.TrimBox


@breaks("boxes")
def crop_box_cuts_into_the_page(pdf: Pdf):
    left, bottom, right, top = map(float, pdf.pages[0].trimbox)
    pdf.pages[0].cropbox = [left, bottom, right, (bottom + top) / 2]


@breaks("pages")
def page_deleted(pdf: Pdf):
    del pdf.pages[1]


@breaks("pages")
def page_added(pdf: Pdf):
    pdf.add_blank_page(page_size=tuple(map(float, pdf.pages[0].mediabox[2:])))


@breaks("sheets")
def two_boards_with_one_number(pdf: Pdf):
    pdf.pages[1] = pdf.pages[0]


@breaks("sheets")
def sheet_of_another_deal(pdf: Pdf):
    draw(pdf, _moved(pdf, 30, 100, "/W Do"), W=words(pdf, "ZZZZ-0001"))


@breaks("sheets")
def sheet_left_blank(pdf: Pdf):
    pdf.pages[1].obj.Contents = pdf.make_stream(b"")


@breaks("sheets")
def sheet_id_painted_over(pdf: Pdf):
    """The ID is still in the file, but nobody will see it on paper."""
    left, bottom, right, top = _place_of(pdf, "-0002")
    draw(pdf, f"{WHITE} {left - 40:.2f} {bottom - 2:.2f} {right - left + 60:.2f} {top - bottom + 4:.2f} re f", page=1)


@breaks("safe-area")
def text_2_mm_from_the_trim(pdf: Pdf):
    draw(pdf, _black(letters(pdf, 2, 150, 12)), F=own_font(pdf))


@breaks("safe-area")
def text_across_the_trim(pdf: Pdf):
    draw(pdf, _black(letters(pdf, 207, 150, 20)), page=1, F=own_font(pdf))


@breaks("code-print")
def code_2_mm_from_the_trim(pdf: Pdf):
    """It reads, but the cut takes a part of its quiet zone away."""
    x, y, side = code_box(pdf)
    draw(
        pdf,
        f"0 0.22 0.96 0 k {rectangle(pdf, x - 5, y - 5, side + 10, side + 10)} f "
        + code(pdf, "https://example.org/kleinstadtniveau", 2, 150, 20),
    )


@breaks("bleed")
def bleed_missing_on_the_left(pdf: Pdf):
    draw(pdf, f"{WHITE} {rectangle(pdf, -3, -3, 3, 303)} f")


@breaks("bleed")
def bleed_of_1_mm_at_the_top(pdf: Pdf):
    draw(pdf, f"{WHITE} {rectangle(pdf, -3, 298, 216, 2)} f", page=1)


@breaks("bleed", of=many_sheets)
def bleed_missing_on_one_of_many_pages(pdf: Pdf):
    draw(pdf, f"{WHITE} {rectangle(pdf, -3, -3, 3, 303)} f", page=UNSEEN)


@breaks("bleed")
def bleed_missing_under_a_light_tint(pdf: Pdf):
    """Hardly any darker than paper on a gray picture, but everybody sees the white edge beside it."""
    draw(pdf, f"{WHITE} {rectangle(pdf, -3, -3, 216, 303)} f 0 0 0.3 0 k {rectangle(pdf, 0, 0, 210, 297)} f")


def _grow(pdf: Pdf, box: str, mm: float) -> None:
    left, bottom, right, top = map(float, getattr(pdf.pages[0], box))
    setattr(pdf.pages[0], box, [left - mm * MM, bottom - mm * MM, right + mm * MM, top + mm * MM])


def _place_of(pdf: Pdf, text: str) -> tuple[float, ...]:
    """The box around a text on the second page; the slug line may hold it, too."""
    document = pypdfium2.PdfDocument(saved(pdf))
    page = document[1].get_textpage()
    search, trim = page.search(text), pdf.pages[1].trimbox
    while found := search.get_next():
        boxes = [page.get_charbox(found[0] + i) for i in range(found[1])]
        left, bottom, right, top = (pick(edge) for pick, edge in zip((min, min, max, max), zip(*boxes)))
        if bottom > trim[1]:
            break
    assert found, f"no {text} on the page"
    document.close()
    return left, bottom, right, top


def _moved(pdf: Pdf, x: float, y: float, content: str) -> str:
    left, bottom = at(pdf, x, y)
    return f"1 0 0 1 {left:.3f} {bottom:.3f} cm {content}"


def _black(content: str) -> str:
    return f"0 0 0 1 k {content}"
