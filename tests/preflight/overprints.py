"""Recipes: what overprints and must not, and what must and does not."""

from pikepdf import Dictionary, Pdf

from preflight.details import line
from preflight.drawing import BLACK, draw, letters, own_font, rectangle
from preflight.recipe import breaks


@breaks("device-settings")
def black_that_overprints_in_the_other_mode(pdf: Pdf):
    """In mode 0 the inks that black has none of are taken away: it knocks out all the same."""
    draw(pdf, f"/T gs {BLACK.partition(' gs ')[2]} {line(pdf)}", T=Dictionary(OP=True, OPM=0))


@breaks("device-settings")
def gray_that_overprints(pdf: Pdf):
    draw(pdf, f"/T gs 0 0 0 0.9 K {line(pdf)}", T=Dictionary(OP=True, OPM=1))


@breaks("device-settings")
def black_of_another_space_that_overprints(pdf: Pdf):
    """OPM counts for DeviceCMYK alone (ISO 32000-1, 8.6.7)."""
    draw(pdf, f"/T gs 0 G {line(pdf)}", T=Dictionary(OP=True, OPM=1))


@breaks("device-settings")
def black_area_that_overprints(pdf: Pdf):
    draw(pdf, f"{BLACK} {rectangle(pdf, 75, 95, 3, 3)} f")


@breaks("overprint")
def black_text_that_knocks_out(pdf: Pdf):
    draw(pdf, f"/T gs 0 0 0 1 k {letters(pdf, 80, 100, 7)}", F=own_font(pdf), T=Dictionary(op=False))


@breaks("overprint")
def black_line_that_knocks_out(pdf: Pdf):
    draw(pdf, f"/T gs 0 0 0 1 K {line(pdf)}", T=Dictionary(OP=False))


@breaks("overprint")
def black_mark_that_knocks_out(pdf: Pdf):
    draw(pdf, f"/T gs 0 0 0 1 k {rectangle(pdf, 75, 95, 2.9, 30)} f", T=Dictionary(op=False))
