"""Recipes: characters that the font shows as an empty box, or not at all."""

from io import BytesIO

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Pdf

from preflight.drawing import BLACK, at, draw, own_font
from preflight.recipe import breaks


@breaks("glyphs")
def box_in_place_of_a_letter(pdf: Pdf):
    x, y = at(pdf, 80, 100)
    draw(pdf, f"{BLACK} BT /F 12 Tf {x:.2f} {y:.2f} Td <00010000> Tj ET", page=1, F=own_font(pdf))


@breaks("glyphs")
def letter_without_an_outline(pdf: Pdf):
    """As fonts on trial have them."""
    program = own_font(pdf).DescendantFonts[0].FontDescriptor.FontFile2
    font = TTFont(BytesIO(program.read_bytes()))
    font.setGlyphOrder([f"g{number}" for number in range(font["maxp"].numGlyphs)])
    for number in range(1, font["maxp"].numGlyphs):
        font["glyf"][f"g{number}"] = Glyph()
    out = BytesIO()
    font.save(out)
    program.write(out.getvalue())
