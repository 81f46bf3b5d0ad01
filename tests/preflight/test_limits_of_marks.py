"""Just inside and just outside: strokes, type, images, inks and transparency."""

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from preflight.drawing import draw, image
from preflight.small import area, drawn, file, findings, text
from press.preflight.checks import black, colour_space, hairline, images, ink, plates, transparency, type_size

SPOT = "HKS 4 K"


def line(width: float) -> str:
    return f"{width} w 100 100 m 150 100 l S"


@pytest.mark.parametrize(
    "content, refused",
    [
        (line(0.25), False),
        (line(0.24), True),
        (f"0.5 0 0 0.5 0 0 cm {line(0.5)}", False),
        (f"0.5 0 0 0.5 0 0 cm {line(0.48)}", True),
        ("100 100 50 0.25 re f", False),
        ("100 100 50 0.24 re f", True),
        ("100 100 0.25 50 re f", False),
        ("100 100 0.24 50 re f", True),
    ],
)
def test_a_quarter_of_a_point_is_the_thinnest_stroke(content: str, refused: bool):
    assert bool(findings(hairline, file(drawn(content)))) == refused


@pytest.mark.parametrize("size, refused", [(6, False), (5.9, True)])
def test_six_points_are_the_smallest_type(size: float, refused: bool):
    assert bool(findings(type_size, file(text("Text", 10, 10, size)))) == refused


@pytest.mark.parametrize("mode, refused", [(3, False), (0, True), (1, True)])
def test_type_that_is_not_painted_may_be_small(mode: int, refused: bool):
    assert bool(findings(type_size, file(text("Text", 10, 10, 5, f"{mode} Tr")))) == refused


@pytest.mark.parametrize(
    "pixels, bits, refused",
    [
        ((250, 250), 8, False),
        ((248, 250), 8, True),
        ((250, 248), 8, True),
        ((600, 600), 1, False),
        ((598, 600), 1, True),
        ((600, 598), 1, True),
    ],
)
def test_pictures_have_250_dots_an_inch_and_line_art_600(pixels: tuple[int, int], bits: int, refused: bool):
    def change(pdf: Pdf) -> None:
        draw(pdf, "72 0 0 72 60 60 cm /I Do", I=image(pdf, pixels, Name.DeviceGray, b"\x55", BitsPerComponent=bits))

    assert bool(findings(images, file(change))) == refused


@pytest.mark.parametrize(
    "colour, refused",
    [
        ("1 1 0.5 0.5 k", False),
        ("1 1 0.5 0.54 k", True),  # 300 and 304 %
        ("1 1 1 0 k", False),
        ("1 1 1 0.04 k", True),
    ],
)
def test_the_profile_takes_300_percent_of_ink(colour: str, refused: bool):
    """Two per cent are left to the rounding of plates of eight bits."""
    assert bool(findings(ink, file(area(20, 20, 20, 20, colour)))) == refused


@pytest.mark.parametrize("process, refused", [("1 1 0 0 k", False), ("1 1 0.04 0 k", True)])
def test_a_spot_counts_as_ink_too(process: str, refused: bool):
    def change(pdf: Pdf) -> None:
        tint = pdf.make_indirect(Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.0] * 4, C1=[0.0, 0.2, 0.9, 0.0], N=1))
        draw(pdf, "/S cs 1 scn 90 90 40 40 re f", S=Array([Name.Separation, Name(f"/{SPOT}"), Name.DeviceCMYK, tint]))

    assert bool(findings(ink, file(area(20, 20, 20, 20, process), change), spots=(SPOT,))) == refused


@pytest.mark.parametrize("x, refused", [(-5, False), (-2, True)])
def test_ink_is_measured_inside_the_trim(x: float, refused: bool):
    """What is cut away need not dry: an area of 4 mm, ending 1 mm before the trim and 2 mm inside it."""
    assert bool(findings(ink, file(area(x, 20, 4, 4, "1 1 1 1 k")))) == refused


@pytest.mark.parametrize(
    "colour, refused", [("0 0 0 0.5 k", False), ("0 0 0 0 k", False), ("0 0 0.01 0.5 k", True), ("0.5 g", False)]
)
def test_text_is_on_the_black_plate_alone(colour: str, refused: bool):
    assert bool(findings(black, file(text("Text", 10, 10, 12, colour)))) == refused


@pytest.mark.parametrize(
    "inks, colour, refused",
    [
        ("1/0", "0 0 0 1 k", False),
        ("1/0", "0.01 0 0 1 k", True),
        ("1/1", "0 0.01 0 0 k", True),
        ("4/4", "0.01 0.01 0.01 1 k", False),
        ("spot", "0 0 0 0.5 k", False),
        ("spot", "0 0 0.01 0 k", True),
    ],
)
def test_a_trace_of_an_ink_makes_a_plate(inks: str, colour: str, refused: bool):
    assert bool(findings(plates, file(area(20, 20, 20, 20, colour)), inks=inks)) == refused


@pytest.mark.parametrize("colour, refused", [("0.5 g", False), ("0 0 0 0.5 k", False), ("0.5 0.5 0.5 rg", True)])
def test_colours_are_ink(colour: str, refused: bool):
    assert bool(findings(colour_space, file(area(20, 20, 20, 20, colour)))) == refused


@pytest.mark.parametrize("key", ["ca", "CA"])
@pytest.mark.parametrize("opacity, refused", [(1, False), (0.99, True)])
def test_what_is_a_hundredth_transparent_is_refused(key: str, opacity: float, refused: bool):
    assert (
        bool(findings(transparency, file(drawn("/T gs 90 90 40 40 re B", T=Dictionary({f"/{key}": opacity})))))
        == refused
    )
