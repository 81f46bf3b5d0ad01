"""Just inside and just outside: how far texts may touch each other, codes, rules and edges, in pt."""

import pytest

from press.pdf.page_marks import Area, Glyph, PageMarks, Run
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


@pytest.mark.parametrize("over, faults", CASES)
def test_text_runs_over_an_edge(over: float, faults: int) -> None:
    marks, place = PageMarks((run(90 + over, 10),)), (0, 0, 100, 100)
    assert len(list(beyond(marks, place))) == len(list(cut(marks, place))) == faults
    assert not list(beyond(PageMarks((run(101, 10),)), place))
