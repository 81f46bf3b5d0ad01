"""Previews: pages of a product as PNG, to look at before anything is sent."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from PIL import Image

from press.delivery.filenames import PREVIEWS
from press.order.product import Product
from press.pdf.extract import extract
from press.pdf.opening import File, open_pdf
from press.pdf.rendered.pixels import Pixel, colour_counts
from press.pdf.rendered.raster import RasterDocument
from press.system.compression import QUICK, save_png

SHOWN_PAGES = 24  # of a product; of a longer one this many, evenly spread
LONGER_SIDE_PX = 1373  # 110 dpi of an A4 page with its marks
MOST_DPI = 150
OVERVIEW = "overview"  # in the place of a page in the name of the picture of all
OVERVIEW_COLUMNS = 6
OVERVIEW_PAGE_PX = 220  # width of one page, or a little more
GAP_PX = 14
TABLE = (205, 205, 200)  # what the pages of an overview lie on
COLOURS = 128  # of the palette: flat areas need few, and files stay small
EXACT = 12  # the commonest colours, shown as they are: a palette is made of averages, and white would be gray
SHOWS = "shows"  # the keyword of the checksum in a picture's file
ALIKE = 12  # levels of a channel; an average so close to an exact colour gives way to it

Shares = tuple[float, float]  # of a page's width and height


@dataclass(frozen=True)
class Picture:
    """The picture of a page (from 1): its file below the order's folder, its size in px, and what it `shows`.

    Pages that show the same, as far as their bleed, have the same `shows`: a checksum of all pixels in their full
    colours, which the picture's palette does not keep.
    """

    page: int
    file: str
    width: int
    height: int
    shows: str


def picture_name(product: Product, page: int | str) -> str:
    """The file of the picture of a product's page (from 1), below the order's folder."""
    return f"{PREVIEWS}/{product.pictures}-{page}.png"


def shown_pages(count: int, sides: int, concerned: Iterable[int] = ()) -> tuple[int, ...]:
    """The pages, from 1, that get a picture: whole leaves, all or evenly spread, and as many more with a finding."""
    leaves, most = -(-count // sides), SHOWN_PAGES // sides
    spread = set(range(leaves)) if leaves <= most else {round(i * (leaves - 1) / (most - 1)) for i in range(most)}
    added = sorted({(page - 1) // sides for page in concerned if 1 <= page <= count} - spread)[:most]
    return tuple(
        page
        for leaf in sorted(spread.union(added))
        for page in range(leaf * sides + 1, min(count, leaf * sides + sides) + 1)
    )


def make_previews(pdf: File, work: Path, name: str, pages: tuple[int, ...], marks: Shares = (0, 0)) -> None:
    """Writes `previews/<name>-<page>.png` for each page, and `previews/<name>-overview.png` with all of them.

    `marks` are the shares of a page's width and height at each edge that hold nothing but printer's marks.
    """
    folder = work / PREVIEWS
    folder.mkdir(parents=True, exist_ok=True)
    images = list(page_pictures(pdf, pages))
    overview = _overview(images)
    palette = _palette(images)
    for page, image in zip(pages, images):
        _save(image, palette, folder / f"{name}-{page}.png", **{SHOWS: what_shows(image, marks)})
    _save(overview, palette, folder / f"{name}-{OVERVIEW}.png")


def picture_files(work: Path, name: str) -> dict[str, str]:
    """The pictures of a product that lie in the order's folder, named from there: by their page, or `overview`."""
    found = {path.stem.removeprefix(f"{name}-"): path for path in sorted((work / PREVIEWS).glob(f"{name}-*.png"))}
    own = {what: path for what, path in found.items() if what == OVERVIEW or what.isdigit()}  # `name` may begin others
    return {what: path.relative_to(work).as_posix() for what, path in own.items()}


def pictures(work: Path, name: str) -> tuple[Picture, ...]:
    """The pictures of a product's pages that lie in the order's folder."""
    found = []
    for page, file in picture_files(work, name).items():
        if page != OVERVIEW:
            with Image.open(work / file) as image:
                found.append(Picture(int(page), file, *image.size, str(image.info.get(SHOWS, ""))))
    return tuple(sorted(found, key=lambda picture: picture.page))


def save_page(pdf: bytes, path: Path) -> None:
    """Writes the first page at 150 dpi in its full colours: somebody judges them."""
    with RasterDocument(pdf) as document:
        document[0].render(MOST_DPI / 72).save(path)


def page_pictures(pdf: File, pages: Sequence[int]) -> Iterator[Image.Image]:
    """Pages, from 1, as large as previews show them, in all their colours."""
    with open_pdf(pdf) as whole:
        shown = extract(whole, [page - 1 for page in pages])
    with RasterDocument(shown) as document:
        for page in document:
            yield page.render(min(LONGER_SIDE_PX / max(page.size), MOST_DPI / 72))


def what_shows(page: Image.Image, marks: Shares) -> str:
    """The checksum of what a page's picture shows as far as its bleed: see `Picture`."""
    x, y = round(marks[0] * page.width), round(marks[1] * page.height)
    inside = page.crop((x, y, page.width - x, page.height - y))
    shows = hashlib.sha256(b"%d %d " % inside.size)
    shows.update(inside.tobytes())
    return shows.hexdigest()


def _save(picture: Image.Image, palette: Image.Image, file: Path, **notes: str) -> None:
    save_png(picture.quantize(palette=palette, dither=Image.Dither.NONE), file, QUICK, **notes)


def _palette(pages: list[Image.Image]) -> Image.Image:
    """A picture that holds one palette for all pages: found once, and the same ink has the same colour on each."""
    # Single pixels as they are, fewer of them the more pages there are: smooth reduction would lose small type's black.
    step = 3 + len(pages) // 6
    small = [page.resize((page.width // step, page.height // step), Image.Resampling.NEAREST) for page in pages]
    picture = Image.new("RGB", (max(p.width for p in small), sum(p.height for p in small)), "white")
    for page, top in zip(small, accumulate((p.height for p in small), initial=0)):
        picture.paste(page, (0, top))
    held = picture.quantize(COLOURS)
    levels = held.getpalette() or []
    colours: list[Pixel] = [tuple(levels[i : i + 3]) for i in range(0, len(levels), 3)]
    for exact in _commonest(picture):
        near = [i for i, colour in enumerate(colours) if _apart(colour, exact) <= ALIKE]
        for i in near or [min(range(len(colours)), key=lambda i: _apart(colours[i], exact))]:
            colours[i] = exact
    held.putpalette([part for colour in colours for part in colour])
    return held


def _commonest(picture: Image.Image) -> list[Pixel]:
    """Its flat areas: the commonest colours that are no shade of each other."""
    found: list[Pixel] = []
    for _, colour in sorted(colour_counts(picture), reverse=True):
        if len(found) == EXACT:
            break
        if all(_apart(colour, other) > ALIKE for other in found):
            found.append(colour)
    return found


def _apart(one: Pixel, other: Pixel) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))  # called some thousand times


def _overview(pages: list[Image.Image]) -> Image.Image:
    small = [page.reduce(max(1, page.width // OVERVIEW_PAGE_PX)) for page in pages]
    columns = min(len(small), OVERVIEW_COLUMNS)
    rows = -(-len(small) // columns)
    width, height = (max(side) + GAP_PX for side in zip(*(page.size for page in small)))
    table = Image.new("RGB", (columns * width + GAP_PX, rows * height + GAP_PX), TABLE)
    for i, page in enumerate(small):
        table.paste(page, (GAP_PX + i % columns * width, GAP_PX + i // columns * height))
    return table
