"""Separations: a page as the amount of each ink, rendered from the finished file.

A renderer knows gray and RGB, not plates. So every colour of the page is rewritten: cyan, magenta and
yellow become the three channels of one picture, black and two spots those of another. What covers what
is left to the renderer, which is not ours.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf
from PIL import Image, ImageChops

from press.pdf.graphics.colour_operators import ALL, Colour
from press.pdf.graphics.recolour import recolour
from press.pdf.rendered.raster import RasterDocument

PLATES = ("C", "M", "Y", "K")
CHANNELS = 3
MOST_HELD = 6  # files of rewritten pages: two of inks and one of registration, for samples of two sizes


class Separations:
    """Of some pages of a file, by number; what was rewritten for one check serves the next."""

    def __init__(self, page: Callable[[int], Object], spots: tuple[str, ...]):
        self._spots = spots
        self._rewritten = lru_cache(maxsize=MOST_HELD)(lambda pages, group: _recoloured(map(page, pages), group))

    def plates(self, pages: Sequence[int], dpi: int) -> Iterator[dict[str, Image.Image]]:
        """Of each page, plate → gray picture of the ink (0 none, 255 solid). Raises ValueError for what is no ink."""
        return _plates(partial(self._rewritten, tuple(pages)), self._spots, dpi)

    def registration(self, pages: Sequence[int], dpi: int) -> Iterator[Image.Image]:
        """Of each page, a gray picture of what is painted in registration colour alone (0 none, 255 solid)."""
        return (ImageChops.invert(page.getchannel(0)) for page in _pictures(self._rewritten(tuple(pages), (ALL,)), dpi))


def render_plates(pages: Sequence[Object], dpi: int, spots: tuple[str, ...] = ()) -> Iterator[dict[str, Image.Image]]:
    """The plates of pages by themselves, as `Separations.plates` gives them."""
    return _plates(partial(_recoloured, pages), spots, dpi)


def _plates(
    rewritten: Callable[[tuple[str, ...]], bytes], spots: tuple[str, ...], dpi: int
) -> Iterator[dict[str, Image.Image]]:
    names = (*PLATES, *spots)
    groups = [names[start : start + CHANNELS] for start in range(0, len(names), CHANNELS)]
    for pictures in zip(*(_pictures(rewritten(group), dpi) for group in groups)):
        yield {
            name: ImageChops.invert(channel)
            for group, picture in zip(groups, pictures)
            for name, channel in zip(group, picture.split())
        }


def _recoloured(pages: Iterable[Object], group: tuple[str, ...]) -> bytes:
    """The pages with three inks for red, green and blue. What they share is rewritten once."""
    with Pdf.new() as few:
        few.pages.extend(map(Page, pages))
        recolour(few, lambda colour: _channels(colour, group), lambda picture: _image(picture, group))
        _multiply_what_overprints(few)
        out = BytesIO()
        few.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


def _pictures(data: bytes, dpi: int) -> Iterator[Image.Image]:
    with RasterDocument(data) as document:
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
