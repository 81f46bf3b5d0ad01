"""Previews: a product's pages as PNG, to look at before anything is sent."""

from pathlib import Path

import pypdfium2
from PIL import Image

DPI = 110
FINE_DPI = 150
OVERVIEW_PAGES = 24
OVERVIEW_COLUMNS = 6
OVERVIEW_PAGE_PX = 220  # width of one page
GAP_PX = 14
TABLE = (205, 205, 200)  # what the pages of an overview lie on
COLOURS = 128  # of the palette: flat areas need few, and files stay small


def make_previews(pdf: bytes, folder: Path, name: str) -> list[Path]:
    """Writes `<name>-1.png`, the first page at 110 dpi, and `<name>-overview.png`, up to 24 pages on one picture."""
    folder.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(pdf)
    try:
        first = _render(document, 0, DPI / 72)
        shown = min(len(document), OVERVIEW_PAGES)
        small = [_render(document, i, OVERVIEW_PAGE_PX / document[i].get_width()) for i in range(shown)]
    finally:
        document.close()
    return [_save(first, folder / f"{name}-1.png"), _save(_overview(small), folder / f"{name}-overview.png")]


def save_page(pdf: bytes, path: Path) -> None:
    """Writes the first page at 150 dpi in its full colours: somebody judges them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        _render(document, 0, FINE_DPI / 72).save(path)
    finally:
        document.close()


def page_count(pdf: Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _render(document: pypdfium2.PdfDocument, page: int, scale: float) -> Image.Image:
    return document[page].render(scale=scale).to_pil().convert("RGB")


def _overview(pages: list[Image.Image]) -> Image.Image:
    columns = min(len(pages), OVERVIEW_COLUMNS)
    rows = -(-len(pages) // columns)
    width, height = max(p.width for p in pages) + GAP_PX, max(p.height for p in pages) + GAP_PX
    table = Image.new("RGB", (columns * width + GAP_PX, rows * height + GAP_PX), TABLE)
    for i, page in enumerate(pages):
        table.paste(page, (GAP_PX + i % columns * width, GAP_PX + i // columns * height))
    return table


def _save(picture: Image.Image, path: Path) -> Path:
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path)
    return path
