"""Codes: each is there, reads at print resolution, leads where it should, and has its quiet zone."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from functools import partial

import zxingcpp
from PIL import Image

from press.preflight.document import Document
from press.schema.urls import host_of
from press.typesetting.qr_code import QUIET_ZONE

CODE = "codes"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A code that does not read, or leads elsewhere, is all that people remember of a sheet."

DPI = 300
COARSE_DPI = (
    150  # shows modules of the smallest size allowed at two pixels: enough to find them, in a quarter of the time
)
LIGHT = 0.7  # how much lighter than the modules the ground must be (ISO/IEC 15415: symbol contrast)
SAMPLE = 6  # pages, and one of each set of links


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    for page, content in document.survey.odd.items():
        yield from _differences(page, Counter(content.codes), _wanted(document, page))
    document.note_sample("codes read", pages := document.sample_of_each(SAMPLE, partial(_sort, document)))
    for name, page in document.survey.parts.items():
        if page not in pages:
            yield from _strange_hosts(document, page, document.forms.parts[name].codes)
    for page in pages:
        wanted = _wanted(document, page)
        found = _read(whole := _render(document, page, COARSE_DPI))
        if Counter(code.text for code in found) != wanted:  # what a coarse look misses, a fine one may see
            found = _read(whole := _render(document, page, DPI))
        yield from _differences(page, Counter(code.text for code in found), wanted)
        yield from _strange_hosts(document, page, (code.text for code in found))
        for code in found:
            yield from (
                (page, problem, "keep 4 modules of paper around it, and print it in black")
                for problem in _close_up(document, page, whole, code)
            )


def _render(
    document: Document, page: int, dpi: int, margins: tuple[float, float, float, float] = (0, 0, 0, 0)
) -> Image.Image:
    return document.view(page).render(scale=dpi / 72, grayscale=True, crop=margins).to_pil()


def _read(picture: Image.Image) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode, try_invert=False)


def _close_up(document: Document, page: int, whole: Image.Image, code: zxingcpp.Barcode) -> Iterator[str]:
    """What is wrong with a code and its ground at print resolution; `whole` is the page it was found on."""
    xs, ys = _corners(code)
    around = (max(xs) - min(xs)) / 2
    width, height = document.view(page).get_size()
    scale = width / whole.width  # pt a pixel
    left, right = max(0, (min(xs) - around) * scale), max(0, width - (max(xs) + around) * scale)
    top, bottom = max(0, (min(ys) - around) * scale), max(0, height - (max(ys) + around) * scale)
    near = _render(document, page, DPI, (left, bottom, right, top))
    same = [one for one in _read(near) if one.text == code.text]
    if not same:
        yield f"the code to {code.text} cannot be read at {DPI} dpi"
    for one in same[:1]:
        yield from _surroundings(near, one)


def _corners(code: zxingcpp.Barcode) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Of a code, in px: every x, every y."""
    at = code.position
    return tuple(zip(*((p.x, p.y) for p in (at.top_left, at.top_right, at.bottom_right, at.bottom_left))))


def _sort(document: Document, page: int) -> Hashable:
    """The codes of parts are read on every page: only other pages may differ in them unseen."""
    return document.sort(page), None if document.survey.sorts[page] else document.expected.codes(page)


def _strange_hosts(document: Document, page: int, links: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    for link in links:
        if document.expected.hosts is not None and (host := host_of(link)) not in document.expected.hosts:
            yield (
                page,
                f"a code leads to {host or link}, which is not among the allowed hosts",
                "build the product anew",
            )


def _wanted(document: Document, page: int) -> Counter[str]:
    return Counter(document.expected.codes(page) if page < document.expected.pages else ())


def _differences(page: int, read: Counter[str], wanted: Counter[str]) -> Iterator[tuple[int, str, str]]:
    for link, count in (wanted - read).items():
        yield page, f"{count} code(s) to {link} cannot be read", "give it paper ground, size and a quiet zone"
    for link, count in (read - wanted).items():
        yield page, f"{count} code(s) lead to {link}, which was not ordered", "build the product anew"


def _surroundings(picture: Image.Image, code: zxingcpp.Barcode) -> Iterator[str]:
    """What is wrong with the ground of a code: dark, or something inside the quiet zone."""
    xs, ys = _corners(code)
    modules = 17 + 4 * int(code.extra["Version"])
    module = (max(xs) - min(xs)) / modules
    # From the outermost half module to the end of the quiet zone, less a hair for the rendering.
    inner, outer = 0.6 * module, (QUIET_ZONE - 0.4) * module
    box = (min(xs) - outer, min(ys) - outer, max(xs) + outer, max(ys) + outer)
    ground = picture.crop(tuple(round(part) for part in box))
    hole = tuple(
        round(part)
        for part in (outer - inner, outer - inner, ground.width - outer + inner, ground.height - outer + inner)
    )
    darkest = picture.crop((min(xs), min(ys), max(xs), max(ys))).getextrema()[0]
    paper = ground.getpixel((1, ground.height // 2))
    ground.paste(paper, hole)
    lightest = ground.getextrema()[0]
    if (paper - darkest) / 255 < LIGHT:
        yield f"a code with too little contrast to its ground ({(paper - darkest) / 255:.0%})"
    elif (lightest - darkest) / 255 < LIGHT:
        yield f"something stands in the quiet zone of the code to {code.text}"
