"""Finished PDFs, read as others read them: letters, codes, sizes. What finds nothing fails."""

import re
from pathlib import Path

import pikepdf
import pypdfium2
import zxingcpp

HINTS = re.compile(
    r"[\s\u00ad\x02\ufffe-]"
)  # spaces of all kinds, hyphens, and what pdfium shows for one at a line's end


def letters(text: str) -> str:
    """A text without anything that line breaking may change."""
    return HINTS.sub("", text)


def pages(pdf: Path) -> list[str]:
    """The letters inside each page's trim, in the order they were set."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [letters(page.get_textpage().get_text_bounded(*page.get_trimbox())) for page in document]
    finally:
        document.close()
    assert texts and all(texts), f"{pdf.name}: no pages, or pages without text"
    return texts


def codes(pdf: Path, dpi: int = 150, least: int = 1) -> list[list[str]]:
    """The links of the codes on each page, sorted, as a reader sees them on the rendered page; `least` in all."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pictures = [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()
    found = [sorted(code.text for code in zxingcpp.read_barcodes(picture)) for picture in pictures]
    assert sum(map(len, found)) >= least, f"{pdf.name}: {found} are too few codes"
    return found


def sizes(pdf: Path, box: str = "/TrimBox") -> list[tuple[float, float]]:
    """The size of each page's box in mm."""
    with pikepdf.open(pdf) as document:
        boxes = [[float(value) for value in page.obj[box]] for page in document.pages]
    assert boxes, f"{pdf.name}: no pages"
    return [(round((x1 - x0) * 25.4 / 72, 2), round((y1 - y0) * 25.4 / 72, 2)) for x0, y0, x1, y1 in boxes]
