"""Recipes: what is too fine for plates that are never quite in register."""

from pikepdf import Dictionary, Name, Pdf

from preflight.colours import separation
from preflight.details import line
from preflight.drawing import BLACK, WHITE, draw, letters, own_font, rectangle
from preflight.finished import black_sheets
from preflight.recipe import breaks

SEVERAL_INKS = "0.9 0.3 0.7 0.3 k"


@breaks("reversed")
def white_text_of_6_9_pt_on_several_inks(pdf: Pdf):
    draw(
        pdf, f"{SEVERAL_INKS} {rectangle(pdf, 75, 95, 40, 20)} f {WHITE} {letters(pdf, 80, 100, 6.9)}", F=own_font(pdf)
    )


@breaks("reversed", of=black_sheets)
def white_line_of_0_4_pt(pdf: Pdf):
    draw(pdf, f"0 0 0 1 k {rectangle(pdf, 75, 95, 40, 20)} f /Knocking gs 0 0 0 0 K 0.4 w {line(pdf)}")


@breaks("stems")
def letters_so_small_that_their_stems_break(pdf: Pdf):
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 1.5)}", F=own_font(pdf))


@breaks("stems")
def white_letters_so_small_that_their_stems_fill_in(pdf: Pdf):
    draw(pdf, f"0 0 0 1 k {rectangle(pdf, 75, 95, 40, 20)} f {WHITE} {letters(pdf, 80, 100, 2.5)}", F=own_font(pdf))


@breaks("tints")
def tint_of_2_percent(pdf: Pdf):
    draw(pdf, f"0 0.02 0 0 k {rectangle(pdf, 80, 100, 20, 20)} f")


@breaks("tints")
def gray_of_2_percent(pdf: Pdf):
    draw(pdf, f"0.98 g {rectangle(pdf, 80, 100, 20, 20)} f")


@breaks("registration")
def mark_inside_the_trim(pdf: Pdf):
    all_plates = separation(pdf, "All", Name.DeviceCMYK, [1.0] * 4)
    draw(pdf, f"/A cs 0.4 scn {rectangle(pdf, 80, 100, 5, 5)} f", A=all_plates, T=Dictionary(LW=1))
