"""Small things in ink: the last that is refused and the first that passes, in numbers of the trade."""

from io import BytesIO

import pytest
import typst
from fontTools.ttLib import TTFont
from pikepdf import Name, Pdf

from preflight import small
from preflight.colours import separation
from press.brand.faces import installed_faces
from press.pdf.embedded_fonts import EmbeddedFont
from press.pdf.graphics.inventory import of_all_pages
from press.preflight.checks import registration, reversed_small, stems, tints

SEVERAL, ONE = "0.9 0.3 0.7 0.3 k", "0 0 0 1 k"
WHITE = "0 0 0 0 k"
FACE = "Fira Sans"


def on(ground: str, *changes) -> bytes:
    return small.file(small.area(5, 5, 50, 50, ground), *changes)


@pytest.mark.parametrize(
    ("size", "ground", "refused"),
    [(6.9, SEVERAL, True), (7.0, SEVERAL, False), (6.5, ONE, False), (6.9, "0 1 0 0 k", False)],
)
def test_white_text_on_inks(size: float, ground: str, refused: bool):
    found = small.findings(reversed_small, on(ground, small.text("Probe", 10, 20, size, WHITE)))
    assert [f"of {size:g} pt stands out of 4 inks" in problem for problem in found] == [True] * refused


def test_small_white_text_on_one_ink_beside_large_text_on_several():
    data = small.file(
        small.area(5, 5, 50, 20, SEVERAL),
        small.area(5, 40, 50, 20, ONE),
        small.text("Probe", 10, 10, 8, WHITE),
        small.text("Probe", 10, 45, 6, WHITE),
    )
    assert small.findings(reversed_small, data) == []


@pytest.mark.parametrize(("width", "refused"), [(0.49, True), (0.5, False)])
def test_white_lines(width: float, refused: bool):
    line = small.drawn(f"0 0 0 0 K {width} w 60 100 m 160 100 l S")
    assert bool(small.findings(reversed_small, on(ONE, line))) == refused
    assert small.findings(reversed_small, on(ONE, small.drawn(f"0 0 0 1 K {width} w 60 100 m 160 100 l S"))) == []


@pytest.mark.parametrize(
    ("colour", "refused"),
    [
        ("0 0.029 0 0 k", True),
        ("0 0.03 0 0 k", False),
        ("0.971 g", True),
        ("0.97 g", False),
        ("0 0 0 0 k", False),
        ("0.5 0 0.02 0 k", True),
    ],
)
def test_tints(colour: str, refused: bool):
    assert bool(small.findings(tints, small.file(small.area(5, 5, 20, 20, colour)))) == refused


@pytest.mark.parametrize(("x", "refused"), [(-6, False), (-4.2, False), (-3.5, True), (5, True)])
def test_registration_colour(x: float, refused: bool):
    """A mark of 4 mm whose right edge stays outside the trim, or does not."""

    def mark(pdf: Pdf) -> None:
        small.drawn(
            f"/A cs 1 scn {(small.SLUG + x) * small.MM:.3f} 100 {4 * small.MM:.3f} 20 re f",
            A=separation(pdf, "All", Name.DeviceCMYK, [1.0] * 4),
        )(pdf)

    assert bool(small.findings(registration, small.file(mark))) == refused


def set_in(size: float, words: str, colour: str, ground: str = "cmyk(0%, 0%, 0%, 0%)", face: str = FACE) -> bytes:
    """Words in a face of known stems, on a page of their own."""
    fonts = sorted({str(file.parent) for file in installed_faces()[face].files})
    source = (
        f'#set page(width: 80mm, height: 100mm, margin: 30mm, fill: {ground})\n#set text(font: "{face}", '
        f"size: {size}pt, fill: {colour}, fallback: false)\n{words}"
    )
    return typst.compile(source.encode(), format="pdf", font_paths=fonts, pdf_tags=False, ignore_system_fonts=True)


def stem_of_i() -> float:
    """The capital I of this face is a plain upright stroke: as thick as it is wide, in parts of the em."""
    (file,) = [file for file in installed_faces()[FACE].files if file.stem.endswith("-Regular")]
    font = TTFont(file)
    glyph = font["glyf"][font.getBestCmap()[ord("I")]]
    return (glyph.xMax - glyph.xMin) / font["head"].unitsPerEm


def test_a_stem_is_as_thick_as_the_letter_says():
    with Pdf.open(BytesIO(set_in(10, "I", "cmyk(0%, 0%, 0%, 100%)"))) as pdf:
        inventory = of_all_pages(pdf)
        ((key, codes),) = inventory.codes.items()
        assert EmbeddedFont(inventory.fonts[key]).stem(codes) == pytest.approx(stem_of_i(), abs=0.002)


@pytest.mark.parametrize(("colour", "least"), [("cmyk(0%, 0%, 0%, 100%)", 0.1), ("cmyk(0%, 0%, 0%, 0%)", 0.15)])
@pytest.mark.parametrize(("factor", "refused"), [(0.97, True), (1.03, False)])
def test_stems(colour: str, least: float, factor: float, refused: bool):
    size = round(least * small.MM / stem_of_i() * factor, 3)
    assert bool(small.findings(stems, set_in(size, "III", colour, "cmyk(0%, 0%, 0%, 60%)"))) == refused


@pytest.mark.parametrize("family", sorted(installed_faces()))
def test_stems_of_every_face_are_told(family: str):
    """Whatever curves their letters are drawn with: thicker than a hair, thinner than half a letter."""
    with Pdf.open(BytesIO(set_in(10, "HIhilmnru", "cmyk(0%, 0%, 0%, 100%)", face=family))) as pdf:
        inventory = of_all_pages(pdf)
        ((key, codes),) = inventory.codes.items()
        assert 0.05 < EmbeddedFont(inventory.fonts[key]).stem(codes) < 0.2
