"""Black that overprints in forms: whether it is a large area is known where the form is drawn."""

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from press.finishing.black_overprint import overprint_black
from press.pdf.graphics.inventory import of_all_pages

SQUARE = b"0 g 0 0 100 100 re f"


def with_form(*scales: float, nested: bool = False) -> pikepdf.Pdf:
    """Pages that draw one form, a black square of 100 pt, in these scales."""
    pdf = pikepdf.Pdf.new()
    form = pdf.make_stream(SQUARE, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 100])
    if nested:
        outer = Dictionary(XObject=Dictionary(Inner=form))
        form = pdf.make_stream(b"/Inner Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 100])
        form.Resources = outer
    shared = pdf.make_indirect(Dictionary(XObject=Dictionary(Logo=form)))
    for scale in scales:
        page = pdf.add_blank_page(page_size=(300, 300))
        page.obj.Resources = shared
        page.obj.Contents = pdf.make_stream(f"q {scale} 0 0 {scale} 10 10 cm /Logo Do Q".encode())
    return pdf


def found(pdf: pikepdf.Pdf) -> set[tuple[bool, bool]]:
    """Whether fills are large, and whether they overprint."""
    marks = of_all_pages(pdf).first_pages
    return {(mark.large, mark.overprint is not None) for mark in marks if mark.kind == "fill"}


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize(
    "scales, expected",
    [
        ((0.084,), {(False, True)}),  # 8.4 pt: small, though it is large in its own units
        ((0.086,), {(True, False)}),
        ((1, 0.05), {(True, False), (False, True)}),
        ((0.05, 1, 0.05), {(True, False), (False, True)}),
    ],
)
def test_a_form_overprints_as_large_as_it_is_drawn(scales: tuple, expected: set, nested: bool) -> None:
    with with_form(*scales, nested=nested) as pdf:
        overprint_black(pdf)
        assert found(pdf) == expected


def test_a_form_is_copied_only_where_it_has_to_differ() -> None:
    with with_form(1, 0.9, 0.8) as pdf:
        overprint_black(pdf)
        assert list(pdf.pages[0].obj.Resources.XObject) == ["/Logo"]
