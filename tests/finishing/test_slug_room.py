"""The slug line keeps clear of the marks at the lower edge, on the back as on the front."""

from press.finishing.printers_marks import widest_gap
from press.layouts.layout import Lines
from press.order.product import PageLines
from press.pdf.page_boxes import Geometry

NONE = Lines()


def folded(*at: float) -> PageLines:
    return PageLines(Lines(x=at), NONE)


def test_it_stands_between_the_folds_of_both_sides():
    """A leaflet of 97, 100 and 100 mm: on its back the narrow panel is on the right. The slug is 10 mm wide."""
    sheet = Geometry(297, 210)
    assert widest_gap(sheet, [folded(97, 197)]) in ((107, 207), (207, 307))
    assert widest_gap(sheet, [folded(97, 197), folded(100, 200)]) in ((10, 107), (110, 207), (210, 307))


def test_without_marks_it_has_the_whole_width():
    assert widest_gap(Geometry(297, 210), [folded()]) == (10, 307)
