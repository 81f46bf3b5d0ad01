"""Codes in print: black alone, large enough, and clear of the cut."""

from collections.abc import Iterator

import zxingcpp
from PIL import Image

from press.pdf.page_boxes import MM
from press.preflight.document import Document
from press.preflight.separations import render_plates
from press.typesetting.qr_code import MIN_MODULE_MM, MIN_SIDE_MM

CODE = "code-print"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "A code on four plates blurs when they are a hair off; one too small or half cut away is no code."

DPI = 150
SAMPLE = 2  # pages, and one of each kind
FAINT = 0.1  # of an ink: less is the rim of a pixel
TOLERANCE = 0.98  # of a size read off pixels


def check(document: Document) -> Iterator[tuple[int | None, str, str]]:
    document.note_sample("codes measured", pages := document.sample_of_each(SAMPLE))
    pictures = {page: document.view(page).render(scale=DPI / 72, grayscale=True).to_pil() for page in pages}
    read = {
        page: zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode, try_invert=False)
        for page, picture in pictures.items()
    }
    pages = [page for page in pages if read[page]]
    for page, plates in zip(
        pages, render_plates(list(map(document.sampled.page, pages)), DPI, document.expected.spots)
    ):
        picture, found = pictures[page], read[page]
        for code in found:
            box = _box(code)
            for fault, fix in (*_size(code, box), *_place(document, box, picture), *_inks(plates, box)):
                yield page, f"the code to {code.text} {fault}", fix


def _box(code: zxingcpp.Barcode) -> tuple[int, int, int, int]:
    at = code.position
    xs, ys = zip(*((p.x, p.y) for p in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)))
    return min(xs), min(ys), max(xs), max(ys)


def _size(code: zxingcpp.Barcode, box: tuple[int, int, int, int]) -> Iterator[tuple[str, str]]:
    side = (box[2] - box[0]) / DPI * 25.4
    if side < MIN_SIDE_MM * TOLERANCE:
        yield f"is {side:.1f} mm wide", f"print it at least {MIN_SIDE_MM:g} mm wide"
    if (module := side / (17 + 4 * int(code.extra["Version"]))) < MIN_MODULE_MM * TOLERANCE:
        yield f"has modules of {module:.2f} mm", f"use a shorter link: {MIN_MODULE_MM:g} mm are needed"


def _place(document: Document, box: tuple[int, int, int, int], picture: Image.Image) -> Iterator[tuple[str, str]]:
    margin = (document.expected.geometry.slug + document.expected.safe * TOLERANCE) * MM * DPI / 72
    if min(box[0], box[1], picture.width - box[2], picture.height - box[3]) < margin:
        yield f"lies within {document.expected.safe:g} mm of the trim", "move it inwards"


def _inks(plates: dict[str, Image.Image], box: tuple[int, int, int, int]) -> Iterator[tuple[str, str]]:
    strange = [name for name, plate in plates.items() if name != "K" and plate.crop(box).getextrema()[1] > 255 * FAINT]
    if strange:
        yield f"stands on the plate {', '.join(strange)}", "print it in black alone, on paper"
