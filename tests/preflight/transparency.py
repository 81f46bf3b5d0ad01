"""Recipes: everything one can see through."""

from pikepdf import Dictionary, Name, Pdf

from preflight.colours import FINE, inch, square
from preflight.drawing import BLACK, draw, form, image
from preflight.recipe import breaks


@breaks("transparency")
def half_transparent_fill(pdf: Pdf):
    draw(pdf, f"/T gs {BLACK} {square(pdf)} f", T=Dictionary(ca=0.5))


@breaks("transparency")
def half_transparent_stroke(pdf: Pdf):
    draw(pdf, f"/T gs {square(pdf)} S", T=Dictionary(CA=0.5))


@breaks("transparency")
def soft_mask(pdf: Pdf):
    mask = Dictionary(
        S=Name.Luminosity,
        G=form(pdf, "0.5 g 0 0 999 999 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)),
    )
    draw(pdf, f"/T gs {BLACK} {square(pdf)} f", T=Dictionary(SMask=mask))


@breaks("transparency")
def blend_mode(pdf: Pdf):
    draw(pdf, f"/T gs {BLACK} {square(pdf)} f", T=Dictionary(BM=Name.Multiply))


@breaks("transparency")
def transparency_group(pdf: Pdf):
    draw(pdf, "/X Do", X=form(pdf, f"{BLACK} {square(pdf)} f", Group=Dictionary(S=Name.Transparency)))


@breaks("transparency")
def page_that_is_a_group(pdf: Pdf):
    pdf.pages[1].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


@breaks("transparency")
def image_with_soft_edges(pdf: Pdf):
    draw(pdf, inch(pdf), I=image(pdf, FINE, SMask=image(pdf, FINE, Name.DeviceGray, b"\x80")))


@breaks("transparency")
def image_with_a_stencil(pdf: Pdf):
    stencil = image(pdf, FINE, colour=b"\xaa", ImageMask=True, BitsPerComponent=1)
    del stencil.ColorSpace
    draw(pdf, inch(pdf), I=image(pdf, FINE, Mask=stencil))


@breaks("device-settings")
def white_that_overprints(pdf: Pdf):
    """It shows on every screen, and vanishes on the press."""
    draw(pdf, f"/T gs 0 0 0 0 k {square(pdf)} f", T=Dictionary(op=True, OPM=1))


@breaks("device-settings")
def transfer_curve(pdf: Pdf):
    curve = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)
    draw(pdf, f"/T gs {BLACK} {square(pdf)} f", T=Dictionary(TR=curve))
