"""Safe area: nothing important close to the trim, or to the edge an office printer leaves white."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.page_boxes import MM
from press.preflight.document import Document

CODE = "safe-area"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = (
    "A cut that is a millimetre off must not touch a letter, nor look as if it nearly did; "
    "office printers leave about 5 mm white."
)

TOLERANCE_PT = 0.3
SAMPLE = 200  # pages


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    left, bottom, right, top = document.expected.geometry.trim_box
    safe_mm = document.expected.safe
    safe = safe_mm * MM - TOLERANCE_PT
    document.note_sample("safe area measured", pages := document.sample(SAMPLE))
    for page in pages:
        view = document.view(page)
        for x0, y0, x1, y1 in view.text_boxes():
            outside = x1 < left or x0 > right or y1 < bottom or y0 > top  # the slug line, cut away with its paper
            if not outside and min(x0 - left, y0 - bottom, right - x1, top - y1) < safe:
                words = view.text_in((x0, y0, x1, y1)).strip()
                yield (
                    page,
                    _("text within {safe_mm:g} mm of the edge: {words!r}", safe_mm=safe_mm, words=words[:30]),
                    _("move it inwards"),
                )
                break
