"""Logos as pictures: how a browser shows a file, and how print and office show it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageCms

from press.brand.brand import Brand
from press.brand.logo import vector
from press.brand.logo.drawing import Drawing
from press.colour.icc_profile import OutputProfile
from press.preflight.separations import PLATES, render_plates
from press.typst_engine.picture import picture_pdf

LONG, SHORT = 300, 100  # px, the sides of a picture at least
LOUD = 48  # levels of 255: no rim of a pixel's rounding
ROOM = 0.02  # of all pixels may be that far off: rims, where two renderers round differently
DRIFT = 3.0  # levels on average


def size(ratio: float) -> tuple[int, int]:
    """In px, both sides long enough for rims not to count."""
    if ratio < 1:
        height, width = size(1 / ratio)
        return width, height
    width = max(LONG, round(SHORT * ratio))
    return width, round(width / ratio)


def in_browser(page, file: Path, shape: tuple[int, int]) -> Image.Image:
    """The file as an <img> of this size on white, and its own proportions left alone."""
    _show(page, file, "display:block", {"width": shape[0], "height": shape[1]})
    page.evaluate(
        "([w, h]) => { const i = document.images[0]; i.style.width = w + 'px'; i.style.height = h + 'px' }", shape
    )
    taken = page.screenshot(clip={"x": 0, "y": 0, "width": shape[0], "height": shape[1]})
    return Image.open(BytesIO(taken)).convert("RGB")


def natural_ratio(page, file: Path) -> float:
    """Width over height that a browser gives the file if it is told one of them."""
    _show(page, file, "width:600px;height:auto", {"width": 1280, "height": 720})
    width, height = page.evaluate(
        "(() => { const b = document.images[0].getBoundingClientRect(); return [b.width, b.height] })()"
    )
    return width / height


def _show(page, file: Path, style: str, viewport: dict[str, int]) -> None:
    """The file alone on a white page."""
    page.set_viewport_size(viewport)
    folder = file.parent.as_uri() + "/"
    if page.url != folder:
        page.goto(folder)  # a folder: an address whose files an image may show
    page.set_content(f'<body style="margin:0;background:#fff"><img src="{file.as_uri()}" style="{style}"></body>')
    page.wait_for_function("document.images[0].complete")


def in_office(svg: bytes, shape: tuple[int, int]) -> Image.Image:
    """What Typst makes of the file that the office edition places."""
    return _rendered(picture_pdf(svg, 100.0, 100.0 * shape[1] / shape[0]), shape)


def in_print(drawing: Drawing, brand: Brand, profile: OutputProfile, shape: tuple[int, int]) -> Image.Image:
    """The plates of the print edition, laid over each other by the profile; black alone is gray, as on screens."""
    with pikepdf.open(BytesIO(vector.as_ink(drawing, brand, profile))) as pdf:
        (plates,) = render_plates([pdf.pages[0].obj], round(72 * shape[0] / drawing.width * 4), ())
    ink = Image.merge("CMYK", [plates[name].resize(shape, Image.Resampling.BOX) for name in PLATES])
    return proofed(ink, profile)


def proofed(ink: Image.Image, profile: OutputProfile) -> Image.Image:
    cyan, magenta, yellow, black = ink.split()
    coloured = ImageChops.lighter(ImageChops.lighter(cyan, magenta), yellow).point(
        lambda level: 255 if level > 4 else 0
    )
    gray = ImageChops.invert(black)
    shown = ImageCms.applyTransform(ink, profile.to_srgb)
    return Image.composite(shown, Image.merge("RGB", (gray, gray, gray)), coloured)


def printable(picture: Image.Image, profile: OutputProfile) -> Image.Image:
    """A screen's picture in the colours that ink can show."""
    there = ImageCms.applyTransform(picture, profile.from_srgb)
    back = ImageCms.applyTransform(there, profile.to_srgb)
    red, green, blue = picture.split()
    spread = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(red, blue))
    return Image.composite(back, picture, spread.point(lambda level: 255 if level > 4 else 0))


def difference(one: Image.Image, other: Image.Image, loud: int = LOUD) -> tuple[float, float]:
    """The share of pixels that are far off, and how far off all are on average, in levels."""
    assert one.size == other.size
    red, green, blue = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    counts = most.histogram()
    pixels = one.width * one.height
    return sum(counts[loud:]) / pixels, sum(level * count for level, count in enumerate(counts)) / pixels


def alike(one: Image.Image, other: Image.Image) -> bool:
    loud, drift = difference(one, other)
    return loud <= ROOM and drift <= DRIFT


def _rendered(pdf: bytes, shape: tuple[int, int]) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        large = page.render(scale=4 * shape[0] / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    return large.resize(shape, Image.Resampling.BOX)
