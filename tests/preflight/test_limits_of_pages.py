"""Just inside and just outside: boxes, bleed, the safe area, and text that parts from its ground."""

import pypdfium2
import pytest
from pikepdf import Pdf

from preflight.finished import two_sheets
from preflight.small import BLEED, HEIGHT, MM, SLUG, WIDTH, area, box, file, findings, text
from press.pdf.page_boxes import Geometry
from press.preflight.checks import bleed, boxes, legible, safe_area

ANTHRACITE = "0 0 0 0.8 k"


def boxed(**boxes: list[float]) -> bytes:
    def change(pdf: Pdf) -> None:
        for name, at in boxes.items():
            setattr(pdf.pages[0], name, at)

    return file(change)


def grown(wide: float = 0, high: float = 0) -> list[float]:
    """The trim, its upper right corner moved by mm."""
    left, bottom, right, top = box(SLUG)
    return [left, bottom, right + wide * MM, top + high * MM]


@pytest.mark.parametrize(
    "boxes_, told",
    [
        ({"trimbox": grown(wide=0.09)}, ""),
        ({"trimbox": grown(wide=0.15)}, "trimmed to 60.1"),
        ({"trimbox": grown(high=-0.09)}, ""),
        ({"trimbox": grown(high=-0.15)}, "trimmed to 60.0 × 79."),
        ({"trimbox": box(SLUG, right=0.09)}, ""),
        ({"trimbox": box(SLUG, right=0.11)}, "middle of the media"),
        ({"trimbox": box(SLUG, up=-0.09)}, ""),
        ({"trimbox": box(SLUG, up=-0.11)}, "middle of the media"),
        ({"bleedbox": box(SLUG - 2.91)}, ""),
        ({"bleedbox": box(SLUG - 2.89)}, "too little bleed"),
        ({"bleedbox": box(SLUG - 5)}, ""),
        ({"bleedbox": box(-0.09)}, ""),
        ({"bleedbox": box(-0.11)}, "not nested"),
        ({"cropbox": box(SLUG - BLEED + 0.09)}, ""),
        ({"cropbox": box(SLUG - BLEED + 0.11)}, "cuts into the bleed"),
    ],
)
def test_boxes_are_right_to_a_tenth_of_a_millimetre(boxes_: dict, told: str):
    found = findings(boxes, boxed(**boxes_))
    assert any(told in one for one in found) if told else not found


@pytest.mark.parametrize("turn, unit, refused", [(0, 1, False), (90, 1, True), (180, 1, True), (0, 1.01, True)])
def test_a_page_is_upright_and_not_scaled(turn: int, unit: float, refused: bool):
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Rotate, pdf.pages[0].obj.UserUnit = turn, unit

    assert bool(findings(boxes, file(change))) == refused


@pytest.mark.parametrize("reach, refused", [(3, False), (2.8, False), (2.2, True), (0, True)])
@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_a_ground_runs_to_the_end_of_the_bleed(side: str, reach: float, refused: bool):
    """Three millimetres are the trade's bleed; half of one is left to the rim of what is drawn."""
    reaches = {name: reach if name == side else 3 for name in ("left", "right", "top", "bottom")}
    ground = area(
        -reaches["left"],
        -reaches["bottom"],
        WIDTH + reaches["left"] + reaches["right"],
        HEIGHT + reaches["bottom"] + reaches["top"],
        ANTHRACITE,
    )
    found = findings(bleed, file(ground))
    assert [side in told for told in found] == [True] * refused


@pytest.mark.parametrize("length, refused", [(1.5, False), (6, True)])
def test_a_mark_that_just_touches_the_trim_is_no_ground(length: float, refused: bool):
    """The foot of a letter, the end of a rule; but six millimetres are an edge that everybody sees."""
    assert bool(findings(bleed, file(area(0, 30, 10, length, ANTHRACITE)))) == refused


@pytest.mark.parametrize("away, refused", [(0, True), (0.3, True), (0.8, False)])
def test_a_ground_that_ends_inside_needs_no_bleed(away: float, refused: bool):
    """Half a millimetre off the trim, nobody took it for one that runs off the page."""
    assert bool(findings(bleed, file(area(away, away, WIDTH - 2 * away, HEIGHT - 2 * away, ANTHRACITE)))) == refused


@pytest.mark.parametrize("tint, refused", [(0.04, False), (0.1, True)])
def test_a_tint_of_a_tenth_is_a_ground(tint: float, refused: bool):
    assert bool(findings(bleed, file(area(0, 0, WIDTH, HEIGHT, f"0 0 0 {tint} k")))) == refused


def placed(edge: float, side: str, words: str = "Himmel") -> bytes:
    """Words whose letters end so many mm from a side of the trim, as a reader that is not ours sees them."""
    document = pypdfium2.PdfDocument(file(text(words, 20, 20, 12)))
    seen = document[0].get_textpage()
    assert seen.count_rects() == 1
    left, bottom, right, top = (v / MM - SLUG for v in seen.get_rect(0))
    document.close()
    away = {
        "left": (edge - left, 0),
        "bottom": (0, edge - bottom),
        "right": (WIDTH - edge - right, 0),
        "top": (0, HEIGHT - edge - top),
    }
    return file(text(words, 20 + away[side][0], 20 + away[side][1], 12))


@pytest.mark.parametrize("side", ["left", "bottom", "right", "top"])
@pytest.mark.parametrize(
    "safe, edge, refused", [(4, 4, False), (4, 3.8, True), (4, 3, True), (6, 6, False), (6, 5.8, True), (4, 0.5, True)]
)
def test_text_keeps_clear_of_the_edge(side: str, safe: float, edge: float, refused: bool):
    assert bool(findings(safe_area, placed(edge, side), safe=safe)) == refused


@pytest.mark.parametrize("side", ["left", "bottom", "right", "top"])
@pytest.mark.parametrize("edge, refused", [(-4, False), (-0.2, True)])
def test_what_is_cut_away_with_its_paper_may_stand_there(side: str, edge: float, refused: bool):
    """A letter, three millimetres high and less than half of one wide: outside the trim altogether, or cut through."""
    assert bool(findings(safe_area, placed(edge, side, "l"))) == refused


def test_print_keeps_4_mm_from_the_cut(good):
    assert good(two_sheets).expected.safe == 4


@pytest.mark.parametrize(
    "size, level, refused",
    [
        (12, 118, False),
        (12, 126, True),  # 4.54 : 1 and 4.07 : 1, of 4.5 : 1
        (25, 148, False),
        (25, 164, True),  # 3.03 : 1 and 2.48 : 1, of 3 : 1
        (24.3, 130, True),
        (24.9, 130, False),
    ],
)  # letters of 17.8 pt and of 18.2 pt, in 3.85 : 1
def test_text_parts_from_its_ground(size: float, level: int, refused: bool):
    """WCAG 2.2, 1.4.3, less three tenths for what pixels take from thin strokes."""
    data = file(text("Himmel", 5, 20, size, f"{level / 255:.5f} {level / 255:.5f} {level / 255:.5f} rg"))
    assert bool(findings(legible, data, geometry=Geometry(WIDTH, HEIGHT, bleed=0, slug=0))) == refused
