"""Parts: the objects that pages are put together from, each read once, however many pages show it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf
from zxingcpp import Barcode

from press.pdf.page_boxes import MM, Box, Geometry
from press.pdf.rendered.page_marks import PageMarks
from press.pdf.rendered.raster import RasterDocument, RasterPage, code_box, code_modules
from press.typesetting.qr_code import MIN_SIDE_MM, QUIET_ZONE

DPI = 300


@dataclass(frozen=True)
class FormContent:
    """What a form XObject says: its text (of a whole page: inside the trim) and the links of its codes; and where.

    Boxes are in pt from the form's origin; those of codes have their quiet zone.
    """

    text: str
    codes: tuple[str, ...]
    box: Box = (0, 0, 0, 0)
    marks: PageMarks = field(default_factory=PageMarks)
    code_boxes: tuple[Box, ...] = ()


def read_forms(resources: Object, geometry: Geometry) -> dict[str, FormContent]:
    """The form XObjects of some resources by their names. They are drawn one to a page, and read
    by a renderer that is not ours.

    Those with a matrix of their own are left out: pages that draw them are looked at whole.
    """
    forms = {str(name)[1:]: form for name, form in resources.get("/XObject", Dictionary()).items() if _plain(form)}
    with RasterDocument(_one_to_a_page(forms)) as document:
        return {name: _read_form(page, _box(form), geometry) for page, (name, form) in zip(document, forms.items())}


def _one_to_a_page(forms: dict[str, Object]) -> bytes:
    with Pdf.new() as pdf:
        for form in forms.values():
            pdf.add_blank_page()
            page = pdf.pages[-1].obj
            page.MediaBox = Array(_box(form))
            page.Resources = Dictionary(XObject=Dictionary(P=pdf.copy_foreign(form)))
            page.Contents = pdf.make_stream(b"/P Do")
        out = BytesIO()
        pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


def _read_form(page: RasterPage, box: Box, geometry: Geometry) -> FormContent:
    codes = sorted(read_codes(page, box))
    return FormContent(
        page.text_in(_visible(box, geometry)),
        tuple(link for link, _ in codes),
        box,
        page.marks(),
        tuple(place for _, place in codes),
    )


def _visible(box: Box, geometry: Geometry) -> Box:
    """Of what is as large as a page: the part inside the trim, which is left once it is cut."""
    left, bottom, right, top = geometry.trim_box
    return geometry.trim_box if box[0] <= left and box[1] <= bottom and box[2] >= right and box[3] >= top else box


def read_codes(page: RasterPage, media: Box) -> list[tuple[str, Box]]:
    """The links of the codes of a page at print resolution, each with the box of the code and its quiet zone, in pt."""
    if min(page.size) < MIN_SIDE_MM * MM:
        return []
    return place_codes(page.codes(DPI / 72)[1], page, media, DPI)


def place_codes(codes: Sequence[Barcode], page: RasterPage, media: Box, dpi: int) -> list[tuple[str, Box]]:
    """The same of codes that were read in a picture of the page."""
    scale, found = dpi / 72, []
    rows = page.pixels(scale)[1]
    for code in codes:
        left, upper, right, lower = code_box(code)
        quiet = QUIET_ZONE * (right - left) / code_modules(code)
        box = (left - quiet, rows - lower - quiet, right + quiet, rows - upper + quiet)
        x0, y0, x1, y1 = (side / scale for side in box)
        found.append((code.text, (media[0] + x0, media[1] + y0, media[0] + x1, media[1] + y1)))
    return found


def _plain(form: Object) -> bool:
    return (
        form.get("/Subtype") == "/Form" and "/BBox" in form and form.get("/Matrix") in (None, Array([1, 0, 0, 1, 0, 0]))
    )


def _box(form: Object) -> Box:
    left, bottom, right, top = (float(side) for side in form.BBox)
    return left, bottom, right, top
