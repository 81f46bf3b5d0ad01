"""Codes: each is there, reads at print resolution, leads where it should, and has its quiet zone."""

from collections import Counter
from typing import Callable, Iterator

import zxingcpp
from PIL import Image

from press.links import host_of
from press.preflight.subject import Subject
from press.qr import QUIET_ZONE

CODE = "codes"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A code that does not read, or leads elsewhere, is all that people remember of a sheet."

DPI = 300
LIGHT = 0.7  # how much lighter than the modules the ground must be (ISO/IEC 15415: symbol contrast)
SAMPLE = 6  # pages, and one of each set of links


def check(subject: Subject) -> Iterator[tuple[int | None, str, str]]:
    subject.note_sample("codes read", pages := subject.sample_of_each(_kind(subject), SAMPLE))
    for page in pages:
        picture = subject.pdfium[page].render(scale=DPI / 72, grayscale=True).to_pil()
        found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode, try_invert=False)
        read = Counter(code.text for code in found)
        wanted = Counter(subject.ordered.codes(page) if page < subject.ordered.pages else ())
        for link, count in (wanted - read).items():
            yield page, f"{count} code(s) to {link} cannot be read", "give it paper ground, size and a quiet zone"
        for link, count in (read - wanted).items():
            yield page, f"{count} code(s) lead to {link}, which was not ordered", "build the product anew"
        for link in read:
            if subject.ordered.hosts is not None and (host := host_of(link)) not in subject.ordered.hosts:
                yield page, f"a code leads to {host or link}, which is not among the allowed hosts", "build the product anew"
        for code in found:
            yield from ((page, problem, "keep 4 modules of paper around it, and print it in black")
                        for problem in _surroundings(picture, code))


def _kind(subject: Subject) -> Callable[[int], object]:
    return lambda page: (subject.signature(page), subject.ordered.codes(page) if page < subject.ordered.pages else ())


def _surroundings(picture: Image.Image, code: zxingcpp.Barcode) -> Iterator[str]:
    """What is wrong with the ground of a code: dark, or something inside the quiet zone."""
    corners = code.position
    xs, ys = zip(*((p.x, p.y) for p in (corners.top_left, corners.top_right, corners.bottom_right, corners.bottom_left)))
    modules = 17 + 4 * int(code.extra["Version"])
    module = (max(xs) - min(xs)) / modules
    # From the outermost half module to the end of the quiet zone, less a hair for the rendering.
    inner, outer = 0.6 * module, (QUIET_ZONE - 0.4) * module
    box = (min(xs) - outer, min(ys) - outer, max(xs) + outer, max(ys) + outer)
    ground = picture.crop(tuple(round(part) for part in box))
    hole = tuple(round(part) for part in (outer - inner, outer - inner, ground.width - outer + inner, ground.height - outer + inner))
    darkest = picture.crop((min(xs), min(ys), max(xs), max(ys))).getextrema()[0]
    paper = ground.getpixel((1, ground.height // 2))
    ground.paste(paper, hole)
    lightest = ground.getextrema()[0]
    if (paper - darkest) / 255 < LIGHT:
        yield f"a code with too little contrast to its ground ({(paper - darkest) / 255:.0%})"
    elif (lightest - darkest) / 255 < LIGHT:
        yield f"something stands in the quiet zone of the code to {code.text}"
