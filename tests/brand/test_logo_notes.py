"""What print changes in a logo is said when the brand is made, for the size in which it is placed."""

import pytest

from press.brand.logo.logo import Logo, head_note, notes

RULE = '<path d="M0 50H200" stroke="#c8102e" stroke-width="{}"/>'
AREA = '<path d="M0 0H200V100H0z" fill="#c8102e" fill-opacity="{}"/>'


def _notes(shapes: str, width: float) -> list[str]:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{shapes}</svg>'
    return notes(Logo("a.svg", svg.encode(), ".svg", 2.0), width)


@pytest.mark.parametrize("stroke, said", [(0.34, True), (0.36, False)])
def test_lines_that_print_draws_thicker(stroke: float, said: bool) -> None:
    """At 50 mm the logo's 200 units are 141.7 pt: a line of 0.353 is one of 0.25 pt there."""
    told = _notes(RULE.format(stroke), 50)
    assert ([note.endswith("pt where it is 50 mm wide; print draws them 0.25 pt") for note in told] == [True]) is said
    assert bool(told) is said


@pytest.mark.parametrize("stroke, said", [(0.70, True), (0.72, False)])
def test_lines_of_paper_are_drawn_thicker_still(stroke: float, said: bool) -> None:
    """At 50 mm a line of 0.706 is one of 0.5 pt: less of it fills in."""
    (told,) = _notes(AREA.format(1) + RULE.format(stroke).replace("#c8102e", "#fff"), 50) or [""]
    assert told.endswith("print draws them 0.5 pt") is said


@pytest.mark.parametrize("opacity, said", [("0.5", True), ("1", False)])
def test_colours_that_print_lays_on_white(opacity: str, said: bool) -> None:
    assert (_notes(AREA.format(opacity), 50) == ["`a.svg` has see-through colours; print lays them on white"]) is said


@pytest.mark.parametrize("least, said", [(5.2, None), (5.3, "min-width: 5.2 would let it in")])
def test_a_logo_too_high_for_the_head_of_a_sheet(least: float, said: str | None) -> None:
    """Twice as high as wide: 30 pt, twice the size of a name's line, are 10.58 mm."""
    told = head_note(Logo("a.svg", b"", ".svg", 0.5), least)
    assert told is None if said is None else (told is not None and told.endswith(said) and "11 mm high" in told)
