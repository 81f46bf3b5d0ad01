"""Just inside and just outside: how far texts may touch each other, codes, rules and edges, in pt."""

import pytest
import typst

from press.pdf.rendered.page_marks import Area, Glyph, PageMarks, Run, Slant
from press.pdf.rendered.raster import RasterDocument
from press.preflight.overlaps import between, beyond, cut, within


def run(
    left: float, bottom: float, width: float = 10, height: float = 10, order: int = 5, baseline: float | None = None
) -> Run:
    box = (left, bottom, left + width, bottom + height)
    return Run(order, bottom if baseline is None else baseline, (Glyph("x", box),), box)


CASES = [(0.35, 0), (0.45, 1)]


@pytest.mark.parametrize("height, shared, faults", [(6, 0.35, 0), (6, 0.45, 1), (20, 0.95, 0), (20, 1.05, 1)])
def test_texts_of_two_lines_touch(height: float, shared: float, faults: int) -> None:
    """By 0.4 pt, large ones by 5 % of their height."""
    marks = PageMarks((run(0, 10, height=height), run(0, 10 + height - shared, height=height)))
    assert len(list(within(marks))) == faults
    one, other = (PageMarks((each,)) for each in marks.runs)
    assert len(list(between(one, other, (), ()))) == faults


@pytest.mark.parametrize("shared, faults", [(4.9, 0), (5.1, 1)])
def test_neighbours_on_one_line_are_kerned_by_less_than_half(shared: float, faults: int) -> None:
    assert len(list(within(PageMarks((run(0, 10), run(10 - shared, 10)))))) == faults


@pytest.mark.parametrize("shared, faults", CASES)
def test_text_reaches_into_a_quiet_zone(shared: float, faults: int) -> None:
    assert len(list(within(PageMarks((run(0, 10),)), [(10 - shared, 0, 50, 50)]))) == faults


@pytest.mark.parametrize("shared, faults", CASES)
def test_a_rule_reaches_into_text(shared: float, faults: int) -> None:
    marks = PageMarks((run(0, 10),), (Area(1, (-5, 9, 40, 10 + shared)),))
    assert len(list(within(marks))) == faults


@pytest.mark.parametrize("order, faults", [(2, 0), (6, 1)])
def test_a_rule_under_a_plate_is_none(order: int, faults: int) -> None:
    """Painted over the rule, and under the text."""
    marks = PageMarks((run(0, 10),), (Area(1, (-5, 14, 40, 15)),), (Area(order, (-1, 9, 11, 21)),))
    assert len(list(within(marks))) == faults


@pytest.mark.parametrize("reach, faults", CASES)
def test_a_slanted_outline_reaches_into_text(reach: float, faults: int) -> None:
    """A line from the lower right up to the text's right edge, 1 pt wide, its tip's side so far inside."""
    tip, foot = (10.5 - reach, 12.0), (30.0, 0.0)
    slant = Slant(1, (tip, foot), 0.5, (tip[0] - 0.5, -0.5, 30.5, 12.5))
    assert len(list(within(PageMarks((run(0, 10),), slants=(slant,))))) == faults


@pytest.mark.parametrize("right, order, faults", [(0.3, 6, 0), (0.5, 6, 1), (0.5, 4, 0)])
def test_an_area_covers_a_glyph(right: float, order: int, faults: int) -> None:
    """Painted later, over more than a touch of it; painted before, it is a ground."""
    ring = ((-5.0, 0.0), (right, 0.0), (right, 40.0), (-5.0, 40.0))
    area = Area(order, (-5.0, 0.0, right, 40.0), (ring,))
    assert len(list(within(PageMarks((run(0, 10),), fills=(area,))))) == faults


def test_the_box_of_a_bubble_is_not_the_bubble() -> None:
    """Beside its tail there is room."""
    bubble = ((0.0, 20.0), (2.0, 20.0), (4.0, 0.0), (6.0, 20.0), (100.0, 20.0), (100.0, 60.0), (0.0, 60.0))
    area = Area(6, (0.0, 0.0, 100.0, 60.0), (bubble,))
    assert not list(within(PageMarks((run(50, 5),), fills=(area,))))


@pytest.mark.parametrize("over, faults", CASES)
def test_text_runs_over_an_edge(over: float, faults: int) -> None:
    marks, place = PageMarks((run(90 + over, 10),)), (0, 0, 100, 100)
    assert len(list(beyond(marks, place))) == len(list(cut(marks, place))) == faults
    assert not list(beyond(PageMarks((run(101, 10),)), place))


@pytest.mark.parametrize("x", [0, 0.5, 3, 9, 40])
@pytest.mark.parametrize("y", [0, 1, 2, 20])
def test_a_word_is_read_wherever_it_is_repeated(x: float, y: float) -> None:
    """A reader of text leaves out what looks bold by standing there twice; what is printed twice stands there twice."""
    source = f"#set page(width: 100pt, height: 60pt, margin: 10pt)\n#place[Probe]\n#place(dx: {x}pt, dy: {y}pt)[Probe]"
    document = RasterDocument(typst.compile(source.encode(), format="pdf", pdf_tags=False))
    try:
        first, second = document[0].marks().runs
    finally:
        document.close()
    assert first.text == second.text == "Probe"
    moved = (second.box[0] - first.box[0], first.box[1] - second.box[1], first.baseline - second.baseline)
    assert moved == pytest.approx((x, y, y), abs=0.01)
