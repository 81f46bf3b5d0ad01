"""The gallery: small pictures of all layouts for the README, cropped to the trim, from the real build of an order."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from press.build.build import build
from press.order.plan import Plan, make_plan
from press.order.product import Product
from press.paths import Project
from press.pdf.page_boxes import SLUG_MM, pt
from press.pdf.rendered.raster import RasterDocument, RasterPage
from press.system.progress import Progress

ORDER = "katalog"
FOLDER = "assets/gallery"

PX_PER_MM = 1.35  # one scale for all: an A4 sheet is an A4 sheet
FINER = 3  # pages are rendered so much larger, then reduced: small type stays even
WIDTH = 1860
MARGIN = 42
GAP = 30
CAPTION = 46  # below a row of pages
CAPTION_PX = 21
CAPTION_WEIGHT = 500
TABLE = (226, 225, 220)  # white pages show on it
INK = (60, 60, 58)
SHADOW = (205, 204, 199)
SHADOW_PX = 4
COLOURS = 96


@dataclass(frozen=True)
class Shot:
    """Pages of a product, side by side, and what stands below them."""

    caption: str
    pages: tuple[Image.Image, ...]

    @property
    def width(self) -> int:
        return sum(page.width for page in self.pages) + GAP * (len(self.pages) - 1)

    @property
    def height(self) -> int:
        return max(page.height for page in self.pages)


def make_gallery(project: Project, progress: Progress) -> list[Path]:
    """Builds the order and writes one picture of its bingo sheets and one of its handouts, from the print edition."""
    plan = make_plan(project, ORDER)
    built = build(plan, progress)
    once = {product.layout.name: product for product in reversed(plan.products)}  # the first item of each layout
    products = sorted(
        once.values(), key=lambda product: (product.trim[0] > product.trim[1], plan.products.index(product))
    )
    font = _font(plan)
    (project.root / FOLDER).mkdir(parents=True, exist_ok=True)
    written = []
    for name, wanted in (("sheets", True), ("handouts", False)):
        shots = [
            _shot(product, built.folder / product.file)
            for product in products
            if (product.layout.board is not None) is wanted
        ]
        path = project.root / FOLDER / f"{name}.png"
        _picture(shots, font).quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        written.append(path)
    return written


def _shot(product: Product, pdf: Path) -> Shot:
    with RasterDocument(pdf) as document:
        shown = min(len(document), product.layout.sides)
        return Shot(product.layout.name, tuple(_page(document[number], product.trim) for number in range(shown)))


def _page(page: RasterPage, trim: tuple[float, float]) -> Image.Image:
    """A page as it looks once it is cut."""
    width, height = trim
    large = page.render(PX_PER_MM * FINER / pt(1), margins=(pt(SLUG_MM),) * 4)
    return large.resize((round(width * PX_PER_MM), round(height * PX_PER_MM)), Image.Resampling.LANCZOS)


def _picture(shots: list[Shot], font: ImageFont.FreeTypeFont) -> Image.Image:
    rows = list(_rows(shots))
    heights = [max(shot.height for shot in row) + CAPTION for row in rows]
    table = Image.new("RGB", (WIDTH, sum(heights) + GAP * (len(rows) - 1) + 2 * MARGIN - CAPTION // 3), TABLE)
    top = MARGIN
    for row, height in zip(rows, heights):
        left = (WIDTH - sum(shot.width for shot in row) - GAP * (len(row) - 1)) // 2
        for shot in row:
            _place_shot(table, shot, left, top + height - CAPTION, font)
            left += shot.width + GAP
        top += height + GAP
    return table


def _rows(shots: Iterable[Shot]) -> Iterable[list[Shot]]:
    """As many side by side as there is room for."""
    row: list[Shot] = []
    for shot in shots:
        if row and sum(one.width + GAP for one in row) + shot.width > WIDTH - 2 * MARGIN:
            yield row
            row = []
        row.append(shot)
    yield row


def _place_shot(table: Image.Image, shot: Shot, left: int, bottom: int, font: ImageFont.FreeTypeFont) -> None:
    """Puts the pages of a shot on the table, their lower edges on one line, with a fine shadow and the caption."""
    x = left
    for page in shot.pages:
        place_page(table, page, x, bottom - page.height)
        x += page.width + GAP
    ImageDraw.Draw(table).text((left, bottom + CAPTION // 3), shot.caption, fill=INK, font=font)


def place_page(table: Image.Image, page: Image.Image, x: int, y: int) -> None:
    """Puts a page on the table with a fine shadow, its upper left corner at x, y."""
    area = (x - 2 * SHADOW_PX, y - 2 * SHADOW_PX, x + page.width + 2 * SHADOW_PX, y + page.height + 3 * SHADOW_PX)
    under = table.crop(area)
    ImageDraw.Draw(under).rectangle(
        (2 * SHADOW_PX, 3 * SHADOW_PX, page.width + 2 * SHADOW_PX, page.height + 3 * SHADOW_PX), fill=SHADOW
    )
    table.paste(under.filter(ImageFilter.GaussianBlur(SHADOW_PX)), area)
    table.paste(page, (x, y))


def _font(plan: Plan) -> ImageFont.FreeTypeFont:
    """The brand's text face."""
    files = plan.faces[-1].files
    file = next((file for file in files if "Regular" in file.name), files[0])
    font = ImageFont.truetype(file, CAPTION_PX, layout_engine=ImageFont.Layout.BASIC)
    if "[wght]" in file.name:
        font.set_variation_by_axes([CAPTION_WEIGHT])
    return font
