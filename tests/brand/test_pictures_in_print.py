"""Pictures as logos, on their way to the press: opaque, in inks, fine enough."""

import pikepdf
import pytest
from brand.printed_logo import COATED_PAPER, UNCOATED_PAPER, drawn, images, printed, saved, spaces
from PIL import Image

from press.brand.logo import picture_logo as raster
from press.pdf.graphics.inventory import of_all_pages


@pytest.mark.long
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
