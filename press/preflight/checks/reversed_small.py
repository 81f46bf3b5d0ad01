"""Reversed type and lines: large enough to stay open where several inks meet."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.graphics.colour_operators import ALL
from press.pdf.rendered.pixels import gray_range
from press.preflight.document import Document

CODE = "reversed"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "White type and lines out of several inks fill in as soon as one plate is a little off."

LEAST_PT = 7.0  # of type on more than one ink
LEAST_LINE_PT = 0.5
ROUNDING_PT = 0.005
DPI = 150
INKED = 26  # levels of 255: a tenth of full ink makes a ground
SAMPLE = 4  # pages


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    lines = [
        (mark.size, page)
        for mark, page in document.marks()
        if mark.kind == "stroke" and mark.colour.is_paper and mark.size < LEAST_LINE_PT - ROUNDING_PT
    ]
    if lines:
        size, page = min(lines)
        yield (
            page,
            _("a reversed line of {size:g} pt", size=size),
            _("draw it at least {least_line_pt:g} pt wide", least_line_pt=LEAST_LINE_PT),
        )
    small = any(
        mark.kind == "text" and mark.colour.is_paper and mark.size < LEAST_PT - ROUNDING_PT
        for mark, _ in document.marks()
    )
    if small:
        yield from _small_type(document)


def _small_type(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    """White type under the limit, where its ground is of several inks; on one ink it may be smaller."""
    document.note_sample("reversed type looked at", pages := document.sample_of_each(SAMPLE))
    plates = document.separations.plates(pages, DPI)
    for page, own in zip(pages, plates):
        for text, size, (left, bottom, right, top) in document.view(page).white_texts():
            if size >= LEAST_PT - ROUNDING_PT:
                continue
            scale, height = DPI / 72, own["K"].height
            box = (
                round(left * scale),
                round(height - top * scale),
                round(right * scale),
                round(height - bottom * scale),
            )
            inks = [name for name, plate in own.items() if name != ALL and gray_range(plate.crop(box))[1] >= INKED]
            if len(inks) > 1:
                yield (
                    page,
                    _("{text!r} of {size:g} pt stands out of {count} inks", text=text[:30], size=size, count=len(inks)),
                    _("set it in at least {least_pt:g} pt, or on a ground of one ink", least_pt=LEAST_PT),
                )
                break
