"""Safe area: nothing important close to the trim, or to the edge an office printer leaves white."""

from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.page_boxes import MM, Box
from press.pdf.rendered.page_marks import shifted
from press.preflight.document import Document

CODE = "safe-area"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = (
    "A cut that is a millimetre off must not touch a letter, nor look as if it nearly did; "
    "office printers leave about 5 mm white."
)

TOLERANCE_PT = 0.3
SAMPLE = 200  # pages that are more than parts

Found = tuple[int | None, Message, Message]


def check(document: Document) -> Iterator[Found]:
    yield from _of_parts(document)
    whole = set(document.whole())
    pages = [page for page in document.sample(SAMPLE) if page in whole]
    document.note_sample("safe area measured", (*pages, *(set(range(document.count)) - whole)))
    for page in pages:
        view = document.view(page)
        for box in view.text_boxes():
            if _is_near(document, box):
                yield _finding(document, page, view.text_in(box).strip())
                break


def _of_parts(document: Document) -> Iterator[Found]:
    """Every part at every place where a page puts it; of each page one text is told."""
    told: set[int] = set()
    for placements in document.survey.placements.values():
        for (name, x, y), page in placements.items():
            if page in told:
                continue
            runs = document.forms.parts[name].marks.runs
            near = next((run for run in runs if _is_near(document, shifted(run.box, x, y))), None)
            if near:
                told.add(page)
                yield _finding(document, page, near.text)


def _is_near(document: Document, box: Box) -> bool:
    """Whether a text stands within the safe area's margin. (The slug line is cut away with its paper.)"""
    left, bottom, right, top = document.expected.geometry.trim_box
    x0, y0, x1, y1 = box
    outside = x1 < left or x0 > right or y1 < bottom or y0 > top
    return (
        not outside and min(x0 - left, y0 - bottom, right - x1, top - y1) < document.expected.safe * MM - TOLERANCE_PT
    )


def _finding(document: Document, page: int, words: str) -> Found:
    return (
        page,
        _("text within {safe_mm:g} mm of the edge: {words!r}", safe_mm=document.expected.safe, words=words[:30]),
        _("move it inwards"),
    )
