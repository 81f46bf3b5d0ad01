"""Page boxes: trim, bleed and media there, nested, and of the expected size."""

from collections.abc import Iterator

from pikepdf import Object

from press.language.message import Message, _
from press.pdf.page_boxes import MM, Box
from press.preflight.document import Document

CODE = "boxes"
SEVERITY = "error"
EDITIONS = ("print",)
RATIONALE = "A print shop places the page by its TrimBox and cuts there (ISO 15930-7, 6.6)."

TOLERANCE_PT = 0.1 * MM
BOXES = ("/TrimBox", "/BleedBox", "/MediaBox")


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    wanted = document.expected.geometry
    for number, page in document.kinds():
        missing = [name[1:] for name in BOXES if name not in page]
        if missing:
            yield number, _("no {missing}", missing=", ".join(missing)), _("build the page anew; do not edit the PDF")
            continue
        trim, bleed, media = (_box(page, name) for name in BOXES)
        if not (_inside(trim, bleed) and _inside(bleed, media)):
            yield (
                number,
                _("the boxes are not nested (trim in bleed in media)"),
                _("build the page anew; do not edit the PDF"),
            )
        if _shifted(trim, media, wanted.trim_box):
            yield (
                number,
                _("the trim does not lie in the middle of the media"),
                _("build the page anew; do not edit the PDF"),
            )
        if "/ArtBox" in page or not _inside(bleed, _box(page, "/CropBox") if "/CropBox" in page else media):
            yield (
                number,
                _("an art box, or a crop box that cuts into the bleed"),
                _("build the page anew; do not edit the PDF"),
            )
        width, height = (trim[2] - trim[0]) / MM, (trim[3] - trim[1]) / MM
        if max(abs(width - wanted.width), abs(height - wanted.height)) > TOLERANCE_PT / MM:
            yield (
                number,
                _("trimmed to {width:.1f} × {height:.1f} mm", width=width, height=height),
                _("{width:g} × {height:g} mm was ordered", width=wanted.width, height=wanted.height),
            )
        elif (
            min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
            < wanted.bleed * MM - TOLERANCE_PT
        ):
            yield (
                number,
                _("the BleedBox leaves too little bleed"),
                _("{bleed:g} mm are needed on each side", bleed=wanted.bleed),
            )
        if page.get("/Rotate", 0) != 0 or page.get("/UserUnit", 1) != 1:
            yield number, _("the page is turned or scaled"), _("set it upright, at its size")


def _shifted(trim: Box, media: Box, wanted: Box) -> bool:
    """Whether the trim is off its place; its size is another matter."""
    return any(abs((trim[i] - media[i]) - wanted[i]) > TOLERANCE_PT for i in (0, 1))


def _box(page: Object, name: str) -> Box:
    left, bottom, right, top = (float(part) for part in page[name])
    return left, bottom, right, top


def _inside(inner: Box, outer: Box) -> bool:
    return all(a >= b - TOLERANCE_PT for a, b in zip(inner[:2], outer[:2])) and all(
        a <= b + TOLERANCE_PT for a, b in zip(inner[2:], outer[2:])
    )
