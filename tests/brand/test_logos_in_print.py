"""Logos on their way to the press: a layout of the test's own places them, is set and finished; preflight says yes."""

from pathlib import Path

import pytest
from brand.printed_logo import built, drawn, images, ink_pdf, printed, saved, spaces
from tools import ROOT

from press.pdf.graphics.inventory import of_all_pages

pytestmark = pytest.mark.long


def test_svg_in_the_brands_own_inks(victim) -> None:
    with built(victim) as pdf:
        fills = {
            mark.colour.values
            for mark in of_all_pages(pdf).first_pages
            if mark.kind == "fill" and mark.colour.space == "DeviceCMYK"
        }
        assert spaces(pdf) <= {"DeviceCMYK", "DeviceGray", "Separation All"}
        assert (0.9, 0.25, 0.75, 0.35) in {tuple(round(part, 3) for part in values) for values in fills}
        assert images(pdf) == []


@pytest.mark.parametrize("colours", ["1/0", "spot"])
@pytest.mark.parametrize(
    "file, data",
    [
        ("a.svg", (ROOT / "assets" / "brands" / "musterstadt" / "wappen.svg").read_bytes()),
        ("a.png", saved(drawn("RGB", "white", "#c8102e"), "PNG")),
        ("a.jpg", saved(drawn("CMYK", (0, 0, 0, 0), (10, 200, 180, 30)), "JPEG")),
        ("a.pdf", ink_pdf()),
    ],
)
def test_black_alone_where_no_process_colour_is_ordered(victim, file: str, data: bytes, colours: str) -> None:
    """Preflight counts the plates; the logo is still there, in gray."""
    with printed(victim, file, data, colours) as pdf:
        grays = [
            mark
            for mark in of_all_pages(pdf).first_pages
            if mark.kind in ("fill", "image") and mark.colour.space == "DeviceGray"
        ]
        assert grays


def test_pdf_keeps_its_inks(victim) -> None:
    with printed(victim, "a.pdf", ink_pdf()) as made:
        values = {
            tuple(round(part, 3) for part in mark.colour.values)
            for mark in of_all_pages(made).first_pages
            if mark.kind == "fill"
        }
        assert (0.1, 0.8, 0.7, 0.0) in values


def test_the_same_bytes_again(victim) -> None:
    data = saved(drawn("RGBA", (0, 0, 0, 0), (200, 16, 46, 255)), "PNG")
    with printed(victim, "a.png", data) as first:
        before = Path(first.filename).read_bytes()
    with built(victim) as second:
        assert Path(second.filename).read_bytes() == before


LOGOS = ROOT / "tests" / "brand" / "logos"
FILES = ROOT / "tests" / "brand" / "logo_files"


@pytest.mark.parametrize("colours", ["4/0", "1/0"])
def test_a_gradient_becomes_a_shading_in_ink(victim, colours: str) -> None:
    with printed(victim, "a.svg", (LOGOS / "figma-gradient.svg").read_bytes(), colours) as pdf:
        shadings = {mark.colour.space for mark in of_all_pages(pdf).first_pages if mark.kind == "shading"}
        assert shadings == {"DeviceCMYK" if colours == "4/0" else "DeviceGray"}


@pytest.mark.parametrize("name", ["opacity", "blend", "clips", "figma-mask"])
def test_see_through_colours_are_flattened(victim, name: str) -> None:
    with printed(victim, "a.svg", (LOGOS / f"{name}.svg").read_bytes()) as pdf:
        assert not any(mark.see_through for mark in of_all_pages(pdf).first_pages)


FINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><path d="M0 50H200" stroke="#c8102e" '
    'stroke-width=".1"/><rect x="20" y="10" width="160" height=".05" fill="#0b5d4b"/>'
    '<circle cx="9" cy="9" r="5"/></svg>'
)


def test_fine_lines_are_as_thick_as_a_plate_needs_and_no_thicker(victim) -> None:
    with printed(victim, "a.svg", FINE.encode()) as pdf:
        widths = [mark.size for mark in of_all_pages(pdf).first_pages if mark.kind == "stroke"]
        red = [
            mark.size
            for mark in of_all_pages(pdf).first_pages
            if mark.kind == "stroke" and mark.colour.space == "DeviceCMYK" and mark.colour.values[1] > 0.5
        ]
        assert min(widths) >= 0.249 and red and max(red) < 0.25 * 1.26


@pytest.mark.parametrize(
    "name", ["rot90.pdf", "trim_marks.pdf", "layer_off.pdf", "exif6_cmyk.jpg", "exif6.jpg", "negline.pdf"]
)
def test_what_a_viewer_shows_passes(victim, name: str) -> None:
    with printed(victim, f"a{Path(name).suffix}", (FILES / name).read_bytes()) as pdf:
        assert len(pdf.pages) == 1
