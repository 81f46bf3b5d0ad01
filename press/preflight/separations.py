"""Separations: a page as the amount of each ink, rendered from the finished file.

A renderer knows gray and RGB, not plates. So every colour of the page is rewritten: cyan, magenta and
yellow become the three channels of one picture, black and two spots those of another. What covers what
is left to the renderer, which is not ours.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf
from PIL import Image, ImageChops

from press.pdf.graphics.colour_operators import ALL, Colour
from press.pdf.graphics.recolour import recolour
from press.pdf.rendered.raster import Pixels, RasterDocument, RasterPage

PLATES = ("C", "M", "Y", "K")
CHANNELS = 3
MOST_PICTURES = 12  # plates of pages

Plates = dict[str, Image.Image]


class Separations:
    """Of some pages of a file, by number; what was rewritten and drawn for one check serves the next.

    A page's plates are gray pictures (0 no ink, 255 solid) by name. The one called `ALL` shows what is painted in
    registration colour alone, which is on every other one as well.
    """

    def __init__(self, page: Callable[[int], Object], spots: tuple[str, ...]):
        self._names = (*PLATES, *spots, ALL)
        self._page, self._files = page, dict[tuple[tuple[int, ...], tuple[str, ...]], RasterDocument]()
        self._whole = lru_cache(maxsize=MOST_PICTURES)(self._drawn)

    def plates(self, pages: Sequence[int], dpi: int) -> Iterator[Plates]:
        """Of each page. Raises ValueError for what is no ink."""
        return (self._whole(tuple(pages), place, dpi) for place in range(len(pages)))

    def part(self, pages: Sequence[int], place: int, dpi: int, part: Pixels) -> Plates:
        """A part, in px, of the plates of one of some pages."""
        return self._drawn(tuple(pages), place, dpi, part)

    def _drawn(self, pages: tuple[int, ...], place: int, dpi: int, part: Pixels | None = None) -> Plates:
        found: Plates = {}
        for group in _groups(self._names):
            found |= _channels_of(self._rewritten(pages, group)[place], group, dpi, part)
        return found

    def _rewritten(self, pages: tuple[int, ...], group: tuple[str, ...]) -> RasterDocument:
        if (pages, group) not in self._files:
            self._files[pages, group] = RasterDocument(_recoloured(map(self._page, pages), group))
        return self._files[pages, group]

    def close(self) -> None:
        self._whole.cache_clear()
        for file in self._files.values():
            file.close()


def render_plates(pages: Sequence[Object], dpi: int, spots: tuple[str, ...] = ()) -> Iterator[Plates]:
    """The plates of pages by themselves, as `Separations.plates` gives them, without `ALL`."""
    groups = _groups((*PLATES, *spots))
    with ExitStack() as opened:
        files = [opened.enter_context(RasterDocument(_recoloured(pages, group))) for group in groups]
        for place in range(len(pages)):
            found: Plates = {}
            for group, file in zip(groups, files):
                found |= _channels_of(file[place], group, dpi, None)
            yield found


def _groups(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Inks that are drawn in one picture."""
    return [names[start : start + CHANNELS] for start in range(0, len(names), CHANNELS)]


def _channels_of(page: RasterPage, group: tuple[str, ...], dpi: int, part: Pixels | None) -> Plates:
    picture = page.render(dpi / 72) if part is None else page.render_part(dpi / 72, part)
    return dict(zip(group, ImageChops.invert(picture).split()))


def _recoloured(pages: Iterable[Object], group: tuple[str, ...]) -> bytes:
    """The pages with three inks for red, green and blue. What they share is rewritten once."""
    with Pdf.new() as few:
        few.pages.extend(map(Page, pages))
        recolour(few, lambda colour: _channels(colour, group), lambda picture: _image(picture, group))
        _multiply_what_overprints(few)
        out = BytesIO()
        few.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


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
