"""Recipes: colours that are no ink, inks that were not expected, and too much of them."""

from io import BytesIO

from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from preflight.boxes_and_pages import UNSEEN
from preflight.drawing import (
    BLACK,
    draw,
    form,
    image,
    letters,
    own_font,
    place,
    rectangle,
)
from preflight.finished import SPOT, black_sheets, many_sheets, spot_sheets
from preflight.recipe import breaks

TOO_MUCH = "1 1 1 0.4 k"
FINE = (300, 300)  # pixels, for an inch


def icc(pdf: Pdf, components: int, alternate: Name) -> Array:
    return Array([Name.ICCBased, pdf.make_stream(b"not looked into", N=components, Alternate=alternate)])


def separation(pdf: Pdf, name: str, alternate: Name, full: list[float]) -> Array:
    tint = Dictionary(
        FunctionType=2, Domain=[0, 1], C0=[0.0 if alternate == "/DeviceCMYK" else 1.0] * len(full), C1=full, N=1
    )
    return Array([Name.Separation, Name(f"/{name}"), alternate, pdf.make_indirect(tint)])


def square(pdf: Pdf) -> str:
    return rectangle(pdf, 80, 100, 20, 20)


def inch(pdf: Pdf) -> str:
    return place(pdf, 80, 100, 25.4, 25.4)


@breaks("colour-space")
def rgb_fill(pdf: Pdf):
    draw(pdf, f"1 0 0 rg {square(pdf)} f", page=1)


@breaks("colour-space")
def rgb_stroke(pdf: Pdf):
    draw(pdf, f"1 0 0 RG {square(pdf)} S")


@breaks("colour-space")
def rgb_inside_a_form(pdf: Pdf):
    inner = form(pdf, f"0 0 1 rg {square(pdf)} f")
    draw(pdf, "/X Do", X=form(pdf, "/Y Do", Resources=Dictionary(XObject=Dictionary(Y=inner))))


@breaks("colour-space")
def rgb_image(pdf: Pdf):
    draw(pdf, inch(pdf), I=image(pdf, FINE, Name.DeviceRGB, b"\xff\0\0"))


@breaks("colour-space")
def rgb_image_that_keeps_its_colours_to_itself(pdf: Pdf):
    """JPEG 2000 may leave out /ColorSpace: its own header counts."""
    out = BytesIO()
    Image.new("RGB", FINE, (255, 0, 0)).save(out, "JPEG2000")
    picture = pdf.make_stream(
        out.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=300, Height=300, Filter=Name.JPXDecode
    )
    draw(pdf, inch(pdf), I=picture)


@breaks("colour-space")
def rgb_palette(pdf: Pdf):
    colours = Array([Name.Indexed, Name.DeviceRGB, 1, b"\0\0\0\xff\0\0"])
    draw(pdf, inch(pdf), I=image(pdf, FINE, colours, b"\1"))


@breaks("colour-space")
def rgb_inline_image(pdf: Pdf):
    draw(pdf, "72 0 0 72 300 400 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID ff0000> EI")


@breaks("colour-space")
def rgb_inside_a_glyph(pdf: Pdf):
    """A Type 3 font draws its letters with content streams of its own."""
    glyph = pdf.make_stream(b"500 0 d0 1 0 0 rg 0 0 400 700 re f")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        BaseFont=Name("/ABCDEF+Drawn"),
        FontBBox=[0, 0, 500, 700],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(a=glyph),
        FirstChar=97,
        LastChar=97,
        Widths=[500],
        Encoding=Dictionary(Differences=[97, Name.a]),
        Resources=Dictionary(),
    )
    draw(pdf, f"{BLACK} BT /F 20 Tf 300 400 Td (a) Tj ET", F=font)


@breaks("colour-space")
def rgb_shading(pdf: Pdf):
    blend = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceRGB,
        Coords=[0, 0, 100, 0],
        Extend=[True, True],
        Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1),
    )
    draw(pdf, "/X Do", X=form(pdf, f"{square(pdf)} W n /S sh", Resources=Dictionary(Shading=Dictionary(S=blend))))


@breaks("colour-space")
def rgb_pattern(pdf: Pdf):
    tile = pdf.make_stream(
        b"1 0 0 rg 0 0 5 5 re f",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 9, 9],
        XStep=9,
        YStep=9,
        Resources=Dictionary(),
    )
    draw(
        pdf,
        "/X Do",
        X=form(pdf, f"/Pattern cs /P scn {square(pdf)} f", Resources=Dictionary(Pattern=Dictionary(P=tile))),
    )


@breaks("colour-space")
def gray_with_a_profile(pdf: Pdf):
    draw(pdf, f"/G cs 0.5 scn {square(pdf)} f", G=icc(pdf, 1, Name.DeviceGray))


@breaks("colour-space")
def image_in_gray_with_a_profile(pdf: Pdf):
    draw(pdf, inch(pdf), I=image(pdf, FINE, icc(pdf, 1, Name.DeviceGray), b"\x80"))


@breaks("colour-space")
def gray_made_icc_gray_by_default(pdf: Pdf):
    """/DefaultGray turns each DeviceGray of the page into its own space (ISO 32000-1, 8.6.5.6)."""
    draw(pdf, f"0.5 g {square(pdf)} f", DefaultGray=icc(pdf, 1, Name.DeviceGray))


@breaks("colour-space")
def lab_fill(pdf: Pdf):
    draw(pdf, f"/L cs 50 20 20 scn {square(pdf)} f", L=Array([Name.Lab, Dictionary(WhitePoint=[0.9642, 1, 0.8249])]))


@breaks("colour-space")
def spot_that_was_not_ordered(pdf: Pdf):
    draw(pdf, f"/S cs 1 scn {square(pdf)} f", S=separation(pdf, "HKS 13 K", Name.DeviceCMYK, [0.0, 1.0, 0.9, 0.0]))


@breaks("colour-space", of=spot_sheets)
def ordered_spot_that_looks_like_rgb(pdf: Pdf):
    draw(pdf, f"/S cs 1 scn {square(pdf)} f", S=separation(pdf, SPOT, Name.DeviceRGB, [1.0, 0.8, 0.0]))


@breaks("plates", of=black_sheets)
def cyan_where_black_was_ordered(pdf: Pdf):
    draw(pdf, f"0.3 0 0 0 k {square(pdf)} f")


@breaks("plates", of=black_sheets)
def cmyk_image_where_black_was_ordered(pdf: Pdf):
    draw(pdf, inch(pdf), I=image(pdf, FINE, colour=b"\x60\x60\0\0"))


@breaks("plates", of=spot_sheets)
def process_colour_where_a_spot_was_ordered(pdf: Pdf):
    draw(pdf, f"0 0 1 0 k {square(pdf)} f", page=1)


@breaks("ink")
def ink_of_340_percent(pdf: Pdf):
    draw(pdf, f"{TOO_MUCH} {square(pdf)} f", page=1)


@breaks("ink")
def ink_of_340_percent_in_an_image(pdf: Pdf):
    draw(pdf, inch(pdf), I=image(pdf, FINE, colour=b"\xff\xff\xff\x66"))


@breaks("ink")
def ink_of_400_percent_in_an_image_turned_round(pdf: Pdf):
    """Its bytes are 0, but /Decode says that 0 is full ink."""
    draw(pdf, inch(pdf), I=image(pdf, FINE, Decode=[1, 0] * 4))


@breaks("ink", of=many_sheets)
def ink_of_340_percent_on_one_of_many_pages(pdf: Pdf):
    draw(pdf, f"{TOO_MUCH} {square(pdf)} f", page=UNSEEN)


@breaks("ink", of=spot_sheets)
def ink_of_400_percent_by_registration_colour(pdf: Pdf):
    draw(pdf, f"/A cs 1 scn {square(pdf)} f", A=separation(pdf, "All", Name.DeviceCMYK, [1.0] * 4))


@breaks("black-text")
def rich_black_text(pdf: Pdf):
    draw(pdf, f"0.6 0.4 0.4 1 k {letters(pdf, 80, 100, 20)}", F=own_font(pdf))


@breaks("black-text")
def rich_black_outlines_of_text(pdf: Pdf):
    draw(pdf, f"{BLACK} 0.6 0.4 0.4 1 K {letters(pdf, 80, 100, 20, mode=2)}", page=1, F=own_font(pdf))


@breaks("colour-space")
def rich_black_text_from_a_palette(pdf: Pdf):
    palette = Array([Name.Indexed, Name.DeviceCMYK, 1, b"\x99\x66\x66\xff\0\0\0\xff"])
    draw(pdf, f"/D cs 0 scn {letters(pdf, 80, 100, 20)}", F=own_font(pdf), D=palette)


@breaks("black-text")
def text_in_registration_colour(pdf: Pdf):
    draw(
        pdf,
        f"/A cs 1 scn {letters(pdf, 80, 100, 8)}",
        F=own_font(pdf),
        A=separation(pdf, "All", Name.DeviceCMYK, [1.0] * 4),
    )
