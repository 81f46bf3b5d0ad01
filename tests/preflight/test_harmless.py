"""What is right, if only just, must not be refused: a check that cries wolf is switched off."""

from io import BytesIO

import pytest
from pikepdf import Dictionary, Name, Pdf

from preflight.colours import TOO_MUCH, separation, square
from preflight.drawing import (
    BLACK,
    WHITE,
    at,
    draw,
    form,
    image,
    letters,
    own_font,
    place,
    rectangle,
)
from preflight.finished import SPOT, black_sheets, spot_sheets, two_sheets
from preflight.recipe import saved
from press.preflight.runner import preflight

CASES = []
FREE = (172, 4)  # mm: the lower left corner of 25.4 mm square where the sheet holds nothing


def harmless(of=two_sheets):
    return lambda add: CASES.append((add, of)) or add


@harmless()
def much_ink_outside_the_bleed(pdf: Pdf):
    draw(pdf, f"{TOO_MUCH} {rectangle(pdf, -9, 100, 4, 4)} f")


@harmless()
def as_much_ink_as_the_profile_allows(pdf: Pdf):
    draw(pdf, f"1 0.5 0.3 1 k {square(pdf)} f")


@harmless()
def finest_stroke(pdf: Pdf):
    draw(pdf, f"{BLACK} 0.25 w {square(pdf)} S")


@harmless()
def finest_stroke_turned(pdf: Pdf):
    x, y = at(pdf, *FREE)
    draw(pdf, f"{BLACK} 0.707 0.707 -0.707 0.707 {x:.2f} {y:.2f} cm 0.2502 w 0 0 m 90 0 l S")


@harmless()
def smallest_text(pdf: Pdf):
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 6)}", F=own_font(pdf))


@harmless()
def smallest_text_turned_and_scaled(pdf: Pdf):
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 12.01, '0 0.5 -0.5 0 0 0')}", F=own_font(pdf))


@harmless()
def text_just_inside_the_safe_area(pdf: Pdf):
    draw(pdf, f"{BLACK} {letters(pdf, 4.3, 150, 12)}", F=own_font(pdf))


@harmless()
def white_text(pdf: Pdf):
    x, y = FREE
    ground = f"0 0 0 1 k {rectangle(pdf, x, y, 25, 20)} f"
    draw(pdf, f"{ground} {WHITE} {letters(pdf, x + 5, y + 5, 12)}", F=own_font(pdf))


@harmless()
def black_area_just_large_enough_to_knock_out(pdf: Pdf):
    draw(pdf, f"0 0 0 1 k {rectangle(pdf, 75, 95, 3, 3)} f")


@harmless()
def black_mark_just_too_small_to_be_an_area(pdf: Pdf):
    draw(pdf, f"{BLACK} {rectangle(pdf, *FREE, 2.9, 25)} f")


@harmless()
def device_gray(pdf: Pdf):
    draw(pdf, f"0.5 g 0.2 G {square(pdf)} B")


@harmless()
def images_as_fine_as_needed(pdf: Pdf):
    line_art = image(pdf, (608, 608), Name.DeviceGray, b"\xaa", BitsPerComponent=1)
    draw(
        pdf,
        " ".join(f"q {place(pdf, *FREE, 25.4, 25.4, name)} Q" for name in ("/I", "/G", "/L")),
        I=image(pdf, (300, 300), colour=b"\x40\x40\0\0"),
        G=image(pdf, (300, 300), Name.DeviceGray, b"\x80"),
        L=line_art,
    )


@harmless()
def image_turned(pdf: Pdf):
    x, y = at(pdf, FREE[0] + 25.4, FREE[1])
    draw(pdf, f"0 72 -72 0 {x:.2f} {y:.2f} cm /I Do", I=image(pdf, (250, 250), colour=b"\x40\x40\0\0"))


@harmless()
def opaque_graphics_state(pdf: Pdf):
    draw(pdf, f"{BLACK} /T gs {square(pdf)} S", T=Dictionary(LW=1, ca=1, CA=1, BM=Name.Normal, SMask=Name("/None")))


@harmless()
def graphics_state_that_only_sets_a_width(pdf: Pdf):
    draw(pdf, f"{BLACK} /T gs {square(pdf)} S", T=Dictionary(LW=1))


@harmless()
def plain_form(pdf: Pdf):
    draw(pdf, "/X Do", X=form(pdf, f"0 0.2 0.9 0 k {square(pdf)} f"))


@harmless(black_sheets)
def gray_image_where_black_was_ordered(pdf: Pdf):
    draw(pdf, place(pdf, *FREE, 25.4, 25.4), I=image(pdf, (300, 300), Name.DeviceGray, b"\x80"))


@harmless(spot_sheets)
def ordered_spot(pdf: Pdf):
    draw(
        pdf,
        f"/S cs 0.5 scn {square(pdf)} f 1 scn {letters(pdf, 120, 100, 12)}",
        F=own_font(pdf),
        S=separation(pdf, SPOT, Name.DeviceCMYK, [0.0, 0.2, 0.9, 0.0]),
    )


@harmless()
def lines_set_solid(pdf: Pdf):
    draw(pdf, f"{BLACK} q {letters(pdf, 80, 100, 12)} Q {letters(pdf, 80, 100 + 12 / 72 * 25.4, 12)}", F=own_font(pdf))


@pytest.mark.parametrize("add, order", CASES, ids=lambda part: getattr(part, "__name__", ""))
def test_what_is_right_passes(good, add, order):
    finished = good(order)
    with Pdf.open(BytesIO(finished.data)) as pdf:
        untouched = saved(pdf)
        add(pdf)
        changed = saved(pdf)
    assert changed != untouched
    assert not preflight(changed, finished.expected).findings
