"""Codes in print: black alone, large enough, and clear of the cut."""

from collections.abc import Iterator

from zxingcpp import Barcode

from press.language.message import Message, _
from press.pdf.graphics.colour_operators import ALL
from press.pdf.page_boxes import MM
from press.pdf.rendered.pixels import gray_range
from press.pdf.rendered.raster import Pixels, code_box, code_modules
from press.preflight.document import Document
from press.preflight.separations import Plates
from press.typesetting.qr_code import MIN_MODULE_MM, MIN_SIDE_MM

CODE = "code-print"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "A code on four plates blurs when they are a hair off; one too small or half cut away is no code."

DPI = 150
SAMPLE = 3  # pages, and one of each kind: those that `ink` looks at
FAINT = 0.1  # of an ink: less is the rim of a pixel
TOLERANCE = 0.98  # of a size read off pixels


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    document.note_sample("codes measured", pages := document.sample_of_each(SAMPLE))
    for place, page in enumerate(pages):
        for code in document.codes(page, DPI):
            box = code_box(code)
            plates = document.separations.part(pages, place, DPI, box)
            for fault, fix in (*_size(code, box), *_place(document, box, page), *_inks(plates)):
                yield page, _("the code to {text} {fault}", text=code.text, fault=fault), fix


def _size(code: Barcode, box: Pixels) -> Iterator[tuple[Message, Message]]:
    side = (box[2] - box[0]) / DPI * 25.4
    if side < MIN_SIDE_MM * TOLERANCE:
        yield (
            _("is {side:.1f} mm wide", side=side),
            _("print it at least {min_side_mm:g} mm wide", min_side_mm=MIN_SIDE_MM),
        )
    if (module := side / code_modules(code)) < MIN_MODULE_MM * TOLERANCE:
        yield (
            _("has modules of {module:.2f} mm", module=module),
            _("use a shorter link: {min_module_mm:g} mm are needed", min_module_mm=MIN_MODULE_MM),
        )


def _place(document: Document, box: Pixels, page: int) -> Iterator[tuple[Message, Message]]:
    width, height = document.view(page).pixels(DPI / 72)
    margin = (document.expected.geometry.slug + document.expected.safe * TOLERANCE) * MM * DPI / 72
    if min(box[0], box[1], width - box[2], height - box[3]) < margin:
        yield _("lies within {safe:g} mm of the trim", safe=document.expected.safe), _("move it inwards")


def _inks(plates: Plates) -> Iterator[tuple[Message, Message]]:
    strange = [name for name, plate in plates.items() if name not in ("K", ALL) and gray_range(plate)[1] > 255 * FAINT]
    if strange:
        yield _("stands on the plate {strange}", strange=", ".join(strange)), _("print it in black alone, on paper")
