"""Logos of ten shapes, as programs write them: SVGs of the tests of brands, and pictures and PDFs made here."""

from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image, ImageCms, ImageDraw
from tools import ROOT

DRAWN = Path(__file__).parents[1] / "brand" / "logos"
PROFILE = next((ROOT / "assets" / "icc").glob("*.icc"))


def svg(name: str) -> bytes:
    return (DRAWN / f"{name}.svg").read_bytes()


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A ring with a bar, its rim fading into nothing (alpha)."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    side = min(width, height)
    draw.ellipse((2, 2, side - 2, side - 2), fill=(*colour, 255))
    draw.ellipse((side * 0.25, side * 0.25, side * 0.75, side * 0.75), fill=(*colour, 90))
    if width > height:
        draw.rectangle((side * 1.1, side * 0.3, width - 2, side * 0.7), fill=(*colour, 255))
    return _file(picture, "PNG", dpi=(300, 300))


def jpeg_cmyk(width: int, height: int) -> bytes:
    """A flag of two inks, with its profile."""
    picture = Image.new("CMYK", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 2, height), fill=(255, 120, 0, 30))
    draw.rectangle((width // 2, height // 3, width, height), fill=(0, 180, 255, 0))
    profile = ImageCms.ImageCmsProfile(str(PROFILE)).tobytes()
    return _file(picture, "JPEG", quality=95, icc_profile=profile)


def pdf(width: float, height: float) -> bytes:
    """As layout programs export: CMYK, the drawing inside a TrimBox with bleed around it."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(width + 20, height + 20))
    page = document.pages[0]
    page.obj.TrimBox = pikepdf.Array([10, 10, width + 10, height + 10])
    drawing = (
        f"1 0 0 1 10 10 cm 0.9 0.25 0.75 0.35 k 0 0 {width / 3} {height} re f "
        f"0 0.35 1 0 k {width / 2} 0 m {width} {height / 2} l {width / 2} {height} l h f "
        f"0 0 0 1 K 2 w 1 1 {width - 2} {height - 2} re S"
    )
    page.obj.Contents = document.make_stream(drawing.encode())
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _file(picture: Image.Image, kind: str, **options) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
