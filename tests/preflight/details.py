"""Recipes: type, strokes, images and fonts that a plate, or another machine, cannot hold."""

from copy import copy

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from preflight.drawing import (
    BLACK,
    at,
    draw,
    form,
    image,
    letters,
    own_font,
    place,
    rectangle,
    system_font,
)
from preflight.recipe import breaks


def line(pdf: Pdf) -> str:
    x, y = at(pdf, 80, 100)
    return f"{x:.3f} {y:.3f} m {x + 90:.3f} {y:.3f} l S"


def renamed(pdf: Pdf, name: str) -> Dictionary:
    """A copy of an embedded font under another name."""
    font = pdf.make_indirect(copy(own_font(pdf)))
    inner = pdf.make_indirect(copy(font.DescendantFonts[0]))
    inner.FontDescriptor = pdf.make_indirect(copy(inner.FontDescriptor))
    font.BaseFont = inner.BaseFont = inner.FontDescriptor.FontName = Name(f"/{name}")
    font.DescendantFonts = Array([inner])
    return font


def unembedded(pdf: Pdf, font: Dictionary) -> Dictionary:
    del font.DescendantFonts[0].FontDescriptor.FontFile2
    return font


@breaks("type-size")
def text_of_5_pt(pdf: Pdf):
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 5)}", page=1, F=own_font(pdf))


@breaks("type-size")
def text_of_12_pt_scaled_to_4(pdf: Pdf):
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 12, '0.333 0 0 0.333 0 0')}", F=own_font(pdf))


@breaks("type-size")
def text_in_a_form_scaled_to_4_pt(pdf: Pdf):
    small = form(
        pdf,
        f"{BLACK} BT /F 12 Tf 300 600 Td <0001> Tj ET",
        Matrix=[0.333, 0, 0, 0.333, 200, 200],
        Resources=Dictionary(Font=Dictionary(F=own_font(pdf))),
    )
    draw(pdf, "/X Do", X=small)


@breaks("type-size")
def text_of_12_pt_squeezed_to_3_pt_of_height(pdf: Pdf):
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 12, '4 0 0 0.25 0 0')}", F=own_font(pdf))


@breaks("hairline")
def stroke_of_a_tenth_of_a_point(pdf: Pdf):
    draw(pdf, f"0.1 w {line(pdf)}")


@breaks("hairline")
def stroke_of_no_width(pdf: Pdf):
    """The finest line a machine can draw: a pixel of the screen, nothing on a plate."""
    draw(pdf, f"0 w {line(pdf)}", page=1)


@breaks("hairline")
def stroke_scaled_down(pdf: Pdf):
    draw(pdf, "0.1 0 0 0.1 0 0 cm 1 w 2000 3000 m 3000 3000 l S")


@breaks("hairline")
def stroke_in_a_form_scaled_down(pdf: Pdf):
    draw(pdf, "q /X Do Q 0.1 0 0 0.1 0 0 cm /X Do", X=form(pdf, "1 w 2000 3000 m 3000 3000 l S"))


@breaks("hairline")
def stroke_squeezed_from_one_side(pdf: Pdf):
    draw(pdf, "10 0 0 0.1 0 0 cm 1 w 20 3000 m 40 3000 l S")


@breaks("hairline")
def stroke_set_thin_by_a_graphics_state(pdf: Pdf):
    draw(pdf, f"/T gs {line(pdf)}", T=Dictionary(LW=0.1))


@breaks("hairline")
def outlines_of_text_too_thin(pdf: Pdf):
    draw(pdf, f"0.05 w {letters(pdf, 80, 100, 20, mode=1)}", F=own_font(pdf))


@breaks("hairline")
def line_drawn_as_a_thin_area(pdf: Pdf):
    draw(pdf, f"{BLACK} {rectangle(pdf, 80, 100, 50, 0.03)} f")


@breaks("image-resolution")
def image_of_72_dpi(pdf: Pdf):
    draw(pdf, place(pdf, 80, 100, 25.4, 25.4), I=image(pdf, (72, 72)))


@breaks("image-resolution")
def image_of_72_dpi_one_way(pdf: Pdf):
    draw(pdf, place(pdf, 80, 100, 25.4, 25.4), page=1, I=image(pdf, (300, 72)))


@breaks("image-resolution")
def image_scaled_up_in_a_form(pdf: Pdf):
    picture = Dictionary(XObject=Dictionary(I=image(pdf, (300, 300))))
    draw(pdf, "4 0 0 4 0 0 cm /X Do", X=form(pdf, place(pdf, 0, 0, 25.4, 25.4), Resources=picture))


@breaks("image-resolution")
def line_art_of_300_dpi(pdf: Pdf):
    draw(pdf, place(pdf, 80, 100, 25.4, 25.4), I=image(pdf, (304, 304), Name.DeviceGray, b"\xaa", BitsPerComponent=1))


@breaks("image-resolution")
def stencil_of_300_dpi(pdf: Pdf):
    draw(pdf, f"{BLACK} {place(pdf, 80, 100, 25.4, 25.4)}", I=_stencil(pdf))


@breaks("fonts")
def font_not_embedded(pdf: Pdf):
    x, y = at(pdf, 80, 100)
    draw(pdf, f"{BLACK} BT /F 12 Tf {x:.2f} {y:.2f} Td (Text) Tj ET", F=system_font())


@breaks("fonts")
def font_not_embedded_in_a_form(pdf: Pdf):
    font = Dictionary(Font=Dictionary(F=system_font()))
    draw(pdf, "/X Do", page=1, X=form(pdf, f"{BLACK} BT /F 12 Tf 300 400 Td (Text) Tj ET", Resources=font))


@breaks("fonts")
def font_embedded_whole(pdf: Pdf):
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 12)}", F=renamed(pdf, "WholeFont-Regular"))


@breaks("fonts")
def font_that_hides_behind_another_of_its_name(pdf: Pdf):
    """Two fonts may carry one name; here the first is not embedded."""
    name = str(own_font(pdf).BaseFont)[1:]
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 12)}", under=True, F=unembedded(pdf, renamed(pdf, name)))


@breaks("fonts")
def font_file_empty(pdf: Pdf):
    font = renamed(pdf, "ABCDEF+Empty-Regular")
    font.DescendantFonts[0].FontDescriptor.FontFile2 = pdf.make_stream(b"")
    draw(pdf, f"{BLACK} {letters(pdf, 80, 100, 12)}", F=font)


def _stencil(pdf: Pdf) -> Stream:
    stencil = image(pdf, (304, 304), colour=b"\xaa", ImageMask=True, BitsPerComponent=1)
    del stencil.ColorSpace
    return stencil
