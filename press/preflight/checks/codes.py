"""Codes: each is there, reads at print resolution, leads where it should, and has its quiet zone."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from functools import partial

from PIL import Image
from zxingcpp import Barcode

from press.language.message import Message, _
from press.pdf.rendered.pixels import gray_at, gray_range
from press.pdf.rendered.raster import code_box, code_modules
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
ANEW = _("build the product anew")
SAMPLE = 6  # pages, and one of each set of links


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    for page, content in document.survey.mismatches.items():
        yield from _differences(page, Counter(content.codes), _wanted(document, page))
    document.note_sample("codes read", pages := document.sample_of_each(SAMPLE, partial(_sort, document)))
    for name, page in document.survey.parts.items():
        if page not in pages:
            yield from _strange(document, page, document.forms.parts[name].codes)
    for page in pages:
        wanted = _wanted(document, page)
        found = document.codes(page, dpi := COARSE_DPI)
        if Counter(code.text for code in found) != wanted:  # what a coarse look misses, a fine one may see
            found = document.codes(page, dpi := DPI)
        yield from _differences(page, Counter(code.text for code in found), wanted)
        yield from _strange(document, page, (code.text for code in found))
        for code in found:
            yield from (
                (page, problem, _("keep 4 modules of paper around it, and print it in black"))
                for problem in _close_up(document, page, dpi, code)
            )


def _close_up(document: Document, page: int, dpi: int, code: Barcode) -> Iterator[Message]:
    """What is wrong with a code and its ground at print resolution; it was found in a picture of `dpi`."""
    x0, y0, x1, y1 = code_box(code)
    around = (x1 - x0) / 2
    view = document.view(page)
    width, height = view.size
    scale = width / view.pixels(dpi / 72)[0]  # pt a pixel
    left, right = max(0, (x0 - around) * scale), max(0, width - (x1 + around) * scale)
    top, bottom = max(0, (y0 - around) * scale), max(0, height - (y1 + around) * scale)
    near, found = view.codes(DPI / 72, (left, bottom, right, top))
    same = [one for one in found if one.text == code.text]
    if not same:
        yield _("the code to {text} cannot be read at {dpi} dpi", text=code.text, dpi=DPI)
    for one in same[:1]:
        yield from _surroundings(near, one)


def _sort(document: Document, page: int) -> Hashable:
    """The codes of parts are read on every page: only other pages may differ in them unseen."""
    return document.sort(page), None if document.survey.sorts[page] else document.expected.codes(page)


def _strange(document: Document, page: int, links: Iterable[str]) -> Iterator[tuple[int, Message, Message]]:
    expected = document.expected
    for link in links:
        if expected.hosts is not None and (host := host_of(link)) not in expected.hosts:
            yield page, _("a code leads to {host}, which is not among the allowed hosts", host=host or link), ANEW
        elif expected.links is not None and link not in expected.links:
            yield page, _("a code leads to {link}, which is none of the order's addresses", link=link), ANEW


def _wanted(document: Document, page: int) -> Counter[str]:
    return Counter(document.expected.codes(page) if page < document.expected.pages else ())


def _differences(page: int, read: Counter[str], wanted: Counter[str]) -> Iterator[tuple[int, Message, Message]]:
    for link, count in (wanted - read).items():
        yield (
            page,
            _("{count} code(s) to {link} cannot be read", count=count, link=link),
            _("give it paper ground, size and a quiet zone"),
        )
    for link, count in (read - wanted).items():
        yield page, _("{count} code(s) lead to {link}, which was not ordered", count=count, link=link), ANEW


def _surroundings(picture: Image.Image, code: Barcode) -> Iterator[Message]:
    """What is wrong with the ground of a code: dark, or something inside the quiet zone."""
    left, top, right, bottom = code_box(code)
    module = (right - left) / code_modules(code)
    # From the outermost half module to the end of the quiet zone, less a hair for the rendering.
    inner, outer = 0.6 * module, (QUIET_ZONE - 0.4) * module
    ground = picture.crop((round(left - outer), round(top - outer), round(right + outer), round(bottom + outer)))
    inset, far_x, far_y = outer - inner, ground.width - outer + inner, ground.height - outer + inner
    darkest = gray_range(picture.crop((left, top, right, bottom)))[0]
    paper = gray_at(ground, (1, ground.height // 2))
    ground.paste(paper, (round(inset), round(inset), round(far_x), round(far_y)))
    around = gray_range(ground)[0]
    if (paper - darkest) / 255 < LIGHT:
        yield _("a code with too little contrast to its ground ({difference:.0%})", difference=(paper - darkest) / 255)
    elif (around - darkest) / 255 < LIGHT:
        yield _("something stands in the quiet zone of the code to {text}", text=code.text)
