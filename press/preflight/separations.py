"""Separations: a page as the amount of each ink, rendered from the finished file.

A renderer knows gray and RGB, not plates. So every colour of the page is rewritten: cyan, magenta and
yellow become the three channels of one picture, black and two spots those of another. What covers what
is left to the renderer, which is not ours.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf
from PIL import Image, ImageChops

from press.pdf.graphics.colour_operators import ALL, Colour
from press.pdf.graphics.recolour import recolour
from press.pdf.raster import RasterDocument

PLATES = ("C", "M", "Y", "K")
CHANNELS = 3


def render_plates(pages: Sequence[Object], dpi: int, spots: tuple[str, ...] = ()) -> Iterator[dict[str, Image.Image]]:
    """Of each page, plate → gray picture of the ink (0 none, 255 solid). Raises ValueError for what is no ink."""
    names = (*PLATES, *spots)
    groups = [names[start : start + CHANNELS] for start in range(0, len(names), CHANNELS)]
    for pictures in zip(*(_render(pages, dpi, group) for group in groups)):
        yield {
            name: ImageChops.invert(channel)
            for group, picture in zip(groups, pictures)
            for name, channel in zip(group, picture.split())
        }


def render_registration(pages: Sequence[Object], dpi: int) -> Iterator[Image.Image]:
    """Of each page, a gray picture of what is painted in registration colour alone (0 none, 255 solid)."""
    for picture in _render(pages, dpi, (ALL,)):
        yield ImageChops.invert(picture.getchannel(0))


def _render(pages: Sequence[Object], dpi: int, group: tuple[str, ...]) -> Iterator[Image.Image]:
    """The pages with three inks for red, green and blue. What they share is rewritten once."""
    with Pdf.new() as few:
        few.pages.extend(map(Page, pages))
        recolour(few, lambda colour: _channels(colour, group), lambda picture: _image(picture, group))
        _multiply_what_overprints(few)
        out = BytesIO()
        few.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    with RasterDocument(out.getvalue()) as document:
        for page in document:
            yield page.render(dpi / 72)


def _multiply_what_overprints(pdf: Pdf) -> None:
    """Renderers of RGB know no overprint. White multiplied with a ground leaves it, which is what ink that is not there
    does; black is black. What is stroked alone knocks out here: lines add little ink."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and ("/OP" in thing or "/op" in thing):
            thing.BM = Name.Multiply if thing.get("/op", thing.get("/OP", False)) else Name.Normal


def _channels(colour: Colour, group: tuple[str, ...]) -> tuple[float, ...]:
    amounts = [colour.inks.get(ALL, colour.inks.get(name, 0.0)) for name in group]
    return tuple(1 - amount for amount in amounts + [0.0] * (CHANNELS - len(group)))


def _image(picture: Image.Image, group: tuple[str, ...]) -> Image.Image:
    if picture.mode in ("1", "L"):
        plates = {"K": ImageChops.invert(picture.convert("L"))}
    elif picture.mode == "CMYK":
        plates = dict(zip(PLATES, picture.split()))
    else:
        raise ValueError(f"an image in {picture.mode} is no ink")
    empty = Image.new("L", picture.size)
    channels = [plates.get(name, empty) for name in group] + [empty] * (CHANNELS - len(group))
    return ImageChops.invert(Image.merge("RGB", channels))
