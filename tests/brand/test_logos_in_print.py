"""Logos on their way to the press: a layout of the test's own places them, is set and finished; preflight says yes."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw
from tools import ROOT

from press.brand.logo import picture_logo as raster
from press.build.context import BuildContext
from press.build.steps import check_products, finish_product, set_products
from press.order.plan import make_plan
from press.pdf.graphics.inventory import of_all_pages
from press.system.worker_pool import WorkerPool

LAYOUT = """\
#import "../lib/logo.typ": logo
#let facts = (title: "Probe", about: "Logos on both grounds", trim: (210, 297), sides: 1)
#metadata(facts) <layout>
#let layout(job, brand) = page(background: place(dy: 100mm, rect(width: 100%, height: 60mm, fill: brand.accent)), {
  place(dx: 20mm, dy: 20mm, logo(brand, 18mm))
  place(dx: 20mm, dy: 110mm, logo(brand, 18mm, on: "accent"))
})
"""
ORDER = "about: a probe\nbrand: opfer\ndecks: [kleinstadtniveau]\nitems:\n  - layout: probe\n"


def drawn(mode: str, ground, ink, size: tuple[int, int] = (700, 400)) -> Image.Image:
    picture = Image.new(mode, size, ground)
    ImageDraw.Draw(picture).ellipse((50, 50, 350, 350), fill=ink)
    return picture


def saved(picture: Image.Image, kind: str, **options) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


COATED_PAPER, UNCOATED_PAPER = "Bilderdruck matt, 135 g/m²", "Offset weiß, 120 g/m²"


def printed(victim, file: str, data: bytes, colours: str = "4/0", paper: str = UNCOATED_PAPER) -> pikepdf.Pdf:
    """The print PDF of the probe with this logo on both grounds."""
    (victim.folder / file).write_bytes(data)
    victim.change("on-paper: wappen.svg", f"on-paper: {file}")
    victim.change("  on-accent: wappen-hell.svg\n", "")
    return built(victim, colours, paper)


def built(victim, colours: str = "4/0", paper: str = UNCOATED_PAPER) -> pikepdf.Pdf:
    (victim.project.layouts / "probe.typ").write_text(LAYOUT, encoding="utf-8")
    victim.project.order("probe").write_text(f"{ORDER}    colours: {colours}\n    paper: {paper}\n", encoding="utf-8")
    plan = make_plan(victim.project, "probe", editions=("print",))
    context = BuildContext.begin(plan, victim.project.build, WorkerPool(1))
    (typeset,) = set_products(context, plan.products)
    file = finish_product(context, typeset)
    (report,) = check_products(context, [typeset])
    assert {finding.code for finding in report.findings} <= {"placeholder"}, report.findings
    return pikepdf.open(file.path)


def spaces(pdf: pikepdf.Pdf) -> set[str]:
    return {mark.colour.space for mark in of_all_pages(pdf).first_pages}


def images(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"]


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


@pytest.mark.parametrize(
    "file, data, space",
    [
        ("a.png", saved(drawn("RGB", "white", "#c8102e"), "PNG"), "DeviceCMYK"),
        ("a.png", saved(drawn("RGBA", (0, 0, 0, 0), (200, 16, 46, 255)), "PNG"), "DeviceCMYK"),
        ("a.png", saved(drawn("P", 0, 1), "PNG"), "DeviceGray"),
        ("a.png", saved(drawn("L", 255, 30), "PNG"), "DeviceGray"),
        ("a.png", saved(drawn("1", 1, 0), "PNG"), "DeviceGray"),
        ("a.png", saved(drawn("RGB", "white", "#333333"), "PNG"), "DeviceGray"),
        ("a.png", saved(drawn("LA", (0, 0), (20, 255)), "PNG"), "DeviceGray"),
        ("a.jpg", saved(drawn("RGB", "white", "#c8102e"), "JPEG"), "DeviceCMYK"),
        ("a.jpeg", saved(drawn("L", 255, 30), "JPEG"), "DeviceGray"),
    ],
)
def test_pictures_have_no_rgb_and_are_opaque(victim, file: str, data: bytes, space: str) -> None:
    with printed(victim, file, data) as pdf:
        assert {str(image.ColorSpace)[1:] for image in images(pdf)} == {space}
        assert not any("/SMask" in image or "/Mask" in image for image in images(pdf))
        assert not any("RGB" in name or name.startswith(("ICC 3", "Cal", "Lab")) for name in spaces(pdf))


def test_cmyk_jpeg_passes_untouched(victim) -> None:
    data = saved(drawn("CMYK", (0, 0, 0, 0), (10, 200, 180, 30)), "JPEG", quality=90)
    with printed(victim, "a.jpg", data) as pdf:
        (image,) = images(pdf)
        assert image.read_raw_bytes() == data
        assert not any("RGB" in name or name.startswith("ICC 3") for name in spaces(pdf))


def ink_pdf() -> bytes:
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    page.obj.Contents = pdf.make_stream(b"0.1 0.8 0.7 0 k 10 10 100 80 re f")
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


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


def test_transparency_is_laid_on_white() -> None:
    flat = raster._flat(saved(drawn("RGBA", (0, 0, 0, 0), (200, 16, 46, 128)), "PNG"))
    assert flat.getpixel((0, 0)) == (255, 255, 255)
    assert flat.getpixel((200, 200)) == (227, 135, 150)


def test_gray_of_16_bits_keeps_its_tones() -> None:
    picture = Image.new("I;16", (2, 1))
    picture.putpixel((0, 0), 32768)
    flat = raster._flat(saved(picture, "PNG"))
    assert (flat.mode, flat.getpixel((0, 0)), flat.getpixel((1, 0))) == ("L", 127, 0)


def test_no_picture_is_placed_wider_than_preflight_allows(victim) -> None:
    """260 pixels: the layout asks for 45 mm, 26 mm are placed, and preflight is content."""
    with printed(victim, "a.png", saved(drawn("RGB", "white", "#c8102e", (260, 104)), "PNG")) as pdf:
        sizes = [mark.size for mark in of_all_pages(pdf).first_pages if mark.kind == "image"]
        assert sizes and min(sizes) >= 249


def test_a_picture_too_coarse_for_its_least_width(victim) -> None:
    (victim.folder / "a.png").write_bytes(saved(drawn("RGB", "white", "#c8102e", (60, 60)), "PNG"))
    victim.change("on-paper: wappen.svg", "on-paper: a.png")
    kit, problems = victim.load()
    assert kit is None and [problem.where for problem in problems] == [victim.line("on-paper")]
    assert "60 pixels wide" in problems[0].what and "at least 79 pixels" in problems[0].fix


def test_a_transparent_picture_for_the_accent(victim) -> None:
    (victim.folder / "a.png").write_bytes(saved(drawn("RGBA", (0, 0, 0, 0), "white"), "PNG"))
    victim.change("on-accent: wappen-hell.svg", "on-accent: a.png")
    kit, problems = victim.load()
    assert kit is None and [problem.where for problem in problems] == [victim.line("on-accent: a.png")]
    assert "transparent picture" in problems[0].what


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


@pytest.mark.parametrize("paper, kept", [(COATED_PAPER, True), (UNCOATED_PAPER, False)])
def test_cmyk_jpeg_keeps_its_inks_on_the_paper_of_its_profile(victim, paper: str, kept: bool) -> None:
    """It was separated for coated paper; for uncoated, it is separated anew."""
    picture = drawn("CMYK", (0, 0, 0, 0), (10, 200, 180, 30))
    data = saved(picture, "JPEG", quality=95, icc_profile=victim.profile.data)
    with printed(victim, "a.jpg", data, paper=paper) as pdf:
        (image,) = images(pdf)
        assert str(image.ColorSpace) == "/DeviceCMYK"
        inks = pikepdf.PdfImage(image).as_pil_image().getpixel((200, 200))
        assert all(abs(a - b) <= 4 for a, b in zip(inks, (10, 200, 180, 30))) is kept


@pytest.mark.parametrize("inks, kept", [((190, 190, 190, 190), True), ((205, 205, 205, 205), False)])
def test_more_ink_than_the_paper_takes_is_taken_back(profile, inks, kept: bool) -> None:
    """298 % stays below the limit of 300 %, 322 % does not."""
    data = saved(Image.new("CMYK", (200, 100), inks), "JPEG", quality=95)
    assert raster.may_pass(data, profile) is kept
    most = max(map(sum, raster._flat(data, profile).get_flattened_data())) / 2.55
    assert most <= profile.ink_limit + raster.ROUNDING


@pytest.mark.parametrize(
    "name", ["rot90.pdf", "trim_marks.pdf", "layer_off.pdf", "exif6_cmyk.jpg", "exif6.jpg", "negline.pdf"]
)
def test_what_a_viewer_shows_passes(victim, name: str) -> None:
    with printed(victim, f"a{Path(name).suffix}", (FILES / name).read_bytes()) as pdf:
        assert len(pdf.pages) == 1
