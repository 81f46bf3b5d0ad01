"""Pages as pictures and as text, by pdfium, which shares nothing with what set them; codes read off the pictures."""

from collections.abc import Iterator
from contextlib import ExitStack
from ctypes import c_ushort
from functools import cached_property, lru_cache
from math import ceil
from typing import Any, BinaryIO, cast

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from PIL import Image, _imaging

from press.pdf.opening import File
from press.pdf.page_boxes import Box
from press.pdf.rendered.mark_reader import read_marks
from press.pdf.rendered.page_marks import PageMarks
from press.pdf.rendered.white_text import WhiteText, white_texts

# Pictures' memory that Pillow keeps for the next ones (its PILLOW_BLOCKS_MAX): else the system hands it out anew, page
# by page and emptied, which takes a quarter of the time of previews.
_imaging.set_blocks_max(8)

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_MORE = 16
MOST_OPEN = 40  # pages of a document: each takes up to a megabyte
_NONE: Box = (0, 0, 0, 0)

Pixels = tuple[int, int, int, int]  # left, upper, right and lower edge of a part of a picture, as in Pillow


class RasterPage:
    """One page. Boxes are in pt, from the lower left corner of its media."""

    def __init__(self, page: Any):
        self._page = page

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pt."""
        width, height = self._page.get_size()
        return float(width), float(height)

    @property
    def media_box(self) -> Box:
        return cast(Box, self._page.get_mediabox())

    @property
    def trim_box(self) -> Box:
        return cast(Box, self._page.get_trimbox())

    def render(self, scale: float, margins: Box = _NONE) -> Image.Image:
        """The page in RGB, `scale` px a pt, without `margins` in pt at its left, lower, right and upper edge."""
        # Four bytes a pixel, in Pillow's order: pdfium draws sooner into them than into three, and Pillow keeps RGB so:
        # handed over as an Arrow array, they are not copied.
        bitmap = self._page.render(scale=scale, crop=margins, prefer_bgrx=True, rev_byteorder=True)
        size = bitmap.width, bitmap.height
        drawn = Image.frombuffer("RGBX", size, bitmap.buffer, "raw", "RGBX", bitmap.stride, 1)
        return Image.fromarrow(drawn, "RGB", size)

    def render_gray(self, scale: float, margins: Box = _NONE) -> Image.Image:
        """The same in gray."""
        picture: Image.Image = self._page.render(scale=scale, grayscale=True, crop=margins).to_pil()
        return picture

    def codes(self, scale: float, margins: Box = _NONE) -> tuple[Image.Image, list[zxingcpp.Barcode]]:
        """What `render_gray` gives, and the QR codes in it: read where pdfium drew, for Pillow would copy it first."""
        bitmap = self._page.render(scale=scale, grayscale=True, crop=margins)
        picture: Image.Image = bitmap.to_pil()
        if bitmap.stride != bitmap.width:
            return picture, read_qr(picture)
        return picture, _read_qr(memoryview(bitmap.buffer).cast("B").cast("B", (bitmap.height, bitmap.width)))

    def render_part(self, scale: float, part: Pixels) -> Image.Image:
        """A part of what `render` gives, in px of the whole, as far as the page goes and at least one; the rest is not
        drawn."""
        return self.render(scale, self._margins(scale, part))

    def render_gray_part(self, scale: float, part: Pixels) -> Image.Image:
        """The same in gray."""
        return self.render_gray(scale, self._margins(scale, part))

    def pixels(self, scale: float) -> tuple[int, int]:
        """Width and height of what `render` gives."""
        width, height = self.size
        return ceil(width * scale), ceil(height * scale)

    def _margins(self, scale: float, part: Pixels) -> Box:
        width, height = self.pixels(scale)
        left, upper = min(max(part[0], 0), width - 1), min(max(part[1], 0), height - 1)
        right, lower = min(max(part[2], left + 1), width), min(max(part[3], upper + 1), height)
        # pdfium's wrapper rounds up: half a pixel less is the whole one.
        x0, y0, x1, y1 = (max(0.0, (margin - 0.5) / scale) for margin in (left, height - lower, width - right, upper))
        return x0, y0, x1, y1

    def text(self) -> str:
        """All its text, with what the trim cuts away."""
        return str(self._text.get_text_range())

    def text_in(self, box: Box) -> str:
        """The text inside a box."""
        raw, (left, bottom, right, top) = self._text.raw, box
        units = 2 * pdfium.FPDFText_CountChars(raw) + _MORE  # of UTF-16: line ends are added
        buffer = (c_ushort * units)()
        # In one call: asking for the length first takes as long again. Where there is room, it ends with a null.
        count = pdfium.FPDFText_GetBoundedText(raw, left, top, right, bottom, buffer, units)
        if count >= units:
            return str(self._text.get_text_bounded(*box))
        return bytes(memoryview(buffer).cast("B")[: 2 * count]).decode("utf-16-le", "ignore").removesuffix("\0")

    def text_boxes(self) -> Iterator[Box]:
        """Where text stands, a box for each run of it."""
        return (self._text.get_rect(number) for number in range(self._text.count_rects()))

    def find(self, words: str) -> Iterator[Box]:
        """Where some words stand."""
        search = self._text.search(words)
        while (found := search.get_next()) is not None:
            first, count = found
            lefts, bottoms, rights, tops = zip(*(self._text.get_charbox(first + place) for place in range(count)))
            yield min(lefts), min(bottoms), max(rights), max(tops)

    def marks(self) -> PageMarks:
        """Where its glyphs, rules and areas lie."""
        return read_marks(self._page.raw, self._text.raw)

    def white_texts(self) -> list[WhiteText]:
        """What is set in white: words, size in pt, and where."""
        return list(white_texts(self._text.raw))  # while the page is open

    @cached_property
    def _text(self) -> Any:
        return self._page.get_textpage()


class RasterDocument:
    """A PDF to render and to read, open inside `with` or until `close`. Raises PdfiumError for what is none."""

    def __init__(self, file: File):
        with ExitStack() as opened:
            # By its handle: pdfium takes a path for UTF-8 in every locale.
            source: bytes | BinaryIO = file if isinstance(file, bytes) else opened.enter_context(file.open("rb"))
            self._document = pypdfium2.PdfDocument(source)
            self._source = opened.pop_all()
        # One check after the other asks for the same pages.
        self._opened = lru_cache(maxsize=MOST_OPEN)(lambda number: RasterPage(self._document[number]))

    def __enter__(self) -> "RasterDocument":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._document)

    def __getitem__(self, number: int) -> RasterPage:
        """A page, from 0."""
        return self._opened(number)

    def __iter__(self) -> Iterator[RasterPage]:
        return (self[number] for number in range(len(self)))

    def close(self) -> None:
        self._opened.cache_clear()
        self._document.close()
        self._source.close()


def page_count(file: File) -> int:
    with RasterDocument(file) as document:
        return len(document)


def read_qr(picture: Image.Image) -> list[zxingcpp.Barcode]:
    """Every QR code of a picture, dark on light."""
    return _read_qr(picture)


def _read_qr(picture: Image.Image | memoryview) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(picture, formats=_QR, try_invert=False)


def code_box(code: zxingcpp.Barcode) -> Pixels:
    """Left, upper, right and lower edge of a code that was read, in px."""
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


def code_modules(code: zxingcpp.Barcode) -> int:
    """Modules along one side of a code that was read (ISO/IEC 18004, 6.3.1: 21 in version 1, 4 more in each)."""
    return 17 + 4 * int(cast(dict[str, Any], code.extra)["Version"])
