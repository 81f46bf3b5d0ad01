"""Stamped pages: a form, and stamps in its slots - a few bytes a page, however many boards."""

from collections.abc import Iterator
from functools import cache, partial
from io import BytesIO
from itertools import cycle
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream

from press.finishing.pdfx import (
    MARKS,
    NOT_ON_A_PAGE,
    Finish,
    drop,
    finish_document,
    framing,
    make_marks,
    saved,
)
from press.language.message import _
from press.pdf.incremental_update import (
    Base,
    Volume,
    append_volumes,
    make_volume,
    read_base,
)
from press.pdf.page_boxes import Geometry, pt
from press.system.worker_pool import WorkerPool
from press.typesetting.stamp_slots import Stamp, Stamped

_SIDES = "FG"  # the forms of fronts and of backs


def stamp_pages(typeset: bytes, stamped: Stamped, finish: Finish, target: Path, workers: WorkerPool) -> None:
    """Writes the product's pages to `target` as PDF/X-4. `typeset` holds its forms, then its stamps, a page each."""
    with pikepdf.open(BytesIO(typeset)) as pdf:
        heights = _pages_to_forms(pdf, stamped, finish)
        finish_document(pdf, finish, typeset)
        data = saved(pdf, pikepdf.ObjectStreamMode.disable)
    base, volumes = read_base(data), _padded(stamped.sheets.volumes, finish.multiple)
    work = partial(_volume, base, _page_entries(data, finish.geometry), stamped, finish, heights)
    append_volumes(
        data,
        base,
        workers.map_with_progress(
            work, volumes, _("stamping"), [stamped.sheets.on_pages(volume) for volume in volumes], _("boards")
        ),
        target,
    )


def _padded(volumes: list[range], multiple: int) -> list[range]:
    """The pages with blank ones behind them, until there is a whole number of leaves."""
    *whole, last = volumes
    return [*whole, range(last.start, -(-last.stop // multiple) * multiple)]


def _pages_to_forms(pdf: Pdf, stamped: Stamped, finish: Finish) -> list[float]:
    """Turns every page into a form XObject, /F0 … for fronts, /G0 … for backs where leaves have two sides, and /S1 …,
    held by one blank page; /Blank is a back with nothing on it. Gives page heights."""
    pages = list(pdf.pages)
    heights = [float(page.mediabox[3]) for page in pages]
    marks = make_marks(pdf, finish)
    drawn = [_as_form(page) for page in pages]
    shared = Dictionary()
    for number, form in enumerate(drawn):
        if number < len(stamped.slots):
            for side, own in zip(_SIDES[: finish.multiple], cycle(marks)):
                shared[f"/{side}{number}"] = _framed(pdf, form, own, finish)
        else:
            shared[f"/S{number + 1}"] = form
    if finish.multiple > 1:
        shared["/Blank"] = _framed(pdf, None, marks[-1], finish)
    del pdf.pages[:]
    pdf.add_blank_page(page_size=finish.geometry.media)
    pdf.pages[0].obj.Resources = pdf.make_indirect(Dictionary(XObject=shared))
    return heights


def _as_form(page: pikepdf.Page) -> pikepdf.Object:
    drop(page.obj, ("/TrimBox", "/BleedBox", "/CropBox"))  # a form is cut to the smallest box: it must be the media
    form = page.as_form_xobject()
    drop(form, NOT_ON_A_PAGE)
    return form


def _framed(pdf: Pdf, form: pikepdf.Object | None, marks: pikepdf.Object | None, finish: Finish) -> pikepdf.Object:
    before, after = framing(finish)
    drawn = {"/Page": form, str(MARKS): marks}
    return pdf.make_indirect(
        Stream(
            pdf,
            before + (b"/Page Do" if form is not None else b"") + after,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, *finish.geometry.media],
            Resources=Dictionary(XObject=Dictionary({name: one for name, one in drawn.items() if one is not None})),
        )
    )


def _page_entries(base: bytes, geometry: Geometry) -> bytes:
    """The entries of a page's dictionary that all pages share."""
    with pikepdf.open(BytesIO(base)) as pdf:
        resources = pdf.pages[0].obj.Resources.objgen[0]
    boxes = {
        "MediaBox": geometry.media_box,
        "CropBox": geometry.media_box,
        "BleedBox": geometry.bleed_box,
        "TrimBox": geometry.trim_box,
    }
    entries = "".join(f"/{name}[{' '.join(f'{part:.3f}' for part in box)}]" for name, box in boxes.items())
    return f"{entries}/Resources {resources} 0 R".encode()


def _volume(
    base: Base, page_dict: bytes, stamped: Stamped, finish: Finish, heights: list[float], pages: range
) -> Volume:
    return make_volume(base, pages.start, page_dict, _contents(stamped, finish, heights, pages))


def _contents(stamped: Stamped, finish: Finish, heights: list[float], pages: range) -> Iterator[bytes]:
    """Each page's content stream. Slots count from the trim's upper left corner, PDF from the lower left."""
    (left, _, _, top), multiple = finish.geometry.trim_box, finish.multiple

    @cache  # a stamp comes to the same few places again and again
    def mark(stamp: Stamp, x: float, y: float) -> bytes:
        return b"q 1 0 0 1 %.2f %.2f cm/S%d Do Q" % (left + pt(x), top - pt(y) - heights[stamp.page - 1], stamp.page)

    for page in pages:
        sheets = stamped.sheets.on_page(page)
        if not sheets:
            yield b"/Blank Do"
            continue
        side = _SIDES[page % multiple].encode()
        form = b"/%s%d Do" % (side, stamped.form(sheets))
        yield b"\n".join((form, *(mark(*placed) for placed in stamped.placed(sheets))))
