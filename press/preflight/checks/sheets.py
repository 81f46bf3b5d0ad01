"""Sheet IDs: every expected board once, none twice, none strange."""

from collections import Counter
from collections.abc import Iterator

from press.language.message import Message, _
from press.pdf.page_boxes import Box
from press.pdf.rendered.pixels import gray_range
from press.pdf.rendered.raster import RasterPage
from press.preflight.document import Document
from press.preflight.page_content import SHEET_ID

CODE = "sheets"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A winner is checked by the sheet's ID: two boards with one number, or a gap, cannot be mended on paper."

SAMPLE = 4  # pages looked at for IDs that are covered
DPI = 100
FAINT = 40  # levels between an ID and its ground


def check(document: Document) -> Iterator[tuple[int | None, Message, Message]]:
    sheets, fix = document.expected.sheets, _("build the product anew")
    if not sheets:
        return
    found = _found(document)
    printed = Counter(sheet for ids in found.values() for sheet in ids)
    due = {sheet: page for page in found for sheet in document.expected.ids(page)}
    for page, ids in found.items():
        if not ids and page < min(document.count, document.expected.pages - document.expected.blank):
            yield page, _("no sheet ID"), fix
    for page in document.sample(SAMPLE):
        yield from (
            (page, _("{sheet} is in the file, but does not show", sheet=sheet), fix)
            for sheet in _hidden(document, page)
        )
    for sheet, page in {sheet: page for page, ids in reversed(found.items()) for sheet in ids}.items():
        times = printed[sheet] + (
            sheets.knows(sheet) and sheet not in due
        )  # once more on a page that is as it should be
        if times > 1:
            yield page, _("{sheet} is printed on {times} boards", sheet=sheet, times=times), fix
        elif not sheets.knows(sheet):
            yield page, _("{sheet} was not ordered", sheet=sheet), fix
        elif due[sheet] != page:
            yield (
                page,
                _("{sheet} stands on page {page}, not on page {due}", sheet=sheet, page=page + 1, due=due[sheet] + 1),
                fix,
            )
    if missing := [sheet for sheet in due if sheet not in printed]:
        yield None, _("{count} sheets are missing, the first is {missing}", count=len(missing), missing=missing[0]), fix


def _found(document: Document) -> dict[int, tuple[str, ...]]:
    """The IDs of pages, from 0, that are not known to be as ordered; of pages that are missing, none."""
    read = {page: tuple(SHEET_ID.findall(document.text(page))) for page in document.whole()}
    mismatching = {page: content.ids for page, content in document.survey.mismatches.items()}
    missing = dict.fromkeys(range(document.count, document.expected.pages), ())
    return dict(sorted((read | mismatching | missing).items()))


def _hidden(document: Document, page: int) -> Iterator[str]:
    """The IDs of a page that can be extracted and not seen: their place is one flat colour."""
    view, scale = document.view(page), DPI / 72
    height = view.pixels(scale)[1]
    for sheet in SHEET_ID.findall(document.text(page)):
        for left, bottom, right, top in _places(document, view, sheet):
            place = (
                int(left * scale),
                int(height - top * scale),
                int(right * scale) + 1,
                int(height - bottom * scale) + 1,
            )
            darkest, lightest = gray_range(view.render_gray_part(scale, place))
            if lightest - darkest < FAINT:
                yield sheet


def _places(document: Document, view: RasterPage, words: str) -> Iterator[Box]:
    """Where words stand inside the trim. (The slug line names sheets, too.)"""
    left, bottom, right, top = document.expected.geometry.trim_box
    for box in view.find(words):
        if left <= box[0] and bottom <= box[1] and box[2] <= right and box[3] <= top:
            yield box
