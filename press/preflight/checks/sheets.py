"""Sheet IDs: every ordered board once, none twice, none strange."""

import re
from collections import Counter
from typing import Iterator

from pypdfium2 import PdfTextPage

from press.geometry import Box
from press.preflight.subject import Subject

CODE = "sheets"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A winner is checked by the sheet's ID: two boards with one number, or a gap, cannot be mended on paper."

SAMPLE = 4  # pages looked at for IDs that are covered
DPI = 100
FAINT = 40  # levels between an ID and its ground
SHEET_ID = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-\d{4,7}\b")


def check(subject: Subject) -> Iterator[tuple[int | None, str, str]]:
    ordered = subject.ordered.sheets
    if not ordered:
        return
    first_page: dict[str, int] = {}
    printed: Counter[str] = Counter()
    for page in range(len(subject.pdf.pages)):
        ids = SHEET_ID.findall(subject.text(page))
        printed.update(ids)
        for sheet in ids:
            first_page.setdefault(sheet, page)
        if not ids:
            yield page, "no sheet ID", "build the product anew"
    for page in subject.sample(SAMPLE):
        yield from ((page, f"{sheet} is in the file, but does not show", "build the product anew") for sheet in _hidden(subject, page))
    for sheet, times in printed.items():
        if times > 1:
            yield first_page[sheet], f"{sheet} is printed on {times} boards", "build the product anew"
        if sheet not in ordered:
            yield first_page[sheet], f"{sheet} was not ordered", "build the product anew"
    if missing := [sheet for sheet in ordered if sheet not in printed]:
        yield None, f"{len(missing)} sheets are missing, the first is {missing[0]}", "build the product anew"


def _hidden(subject: Subject, page: int) -> Iterator[str]:
    """The IDs of a page that can be extracted and not seen: their place is one flat colour."""
    text = subject.pdfium[page].get_textpage()
    picture = subject.pdfium[page].render(scale=DPI / 72, grayscale=True).to_pil()
    scale, height = DPI / 72, picture.height
    for sheet in SHEET_ID.findall(subject.text(page)):
        for left, bottom, right, top in _places(subject, text, sheet):
            place = (int(left * scale), int(height - top * scale), int(right * scale) + 1, int(height - bottom * scale) + 1)
            darkest, lightest = picture.crop(place).getextrema()
            if lightest - darkest < FAINT:
                yield sheet


def _places(subject: Subject, text: PdfTextPage, words: str) -> Iterator[Box]:
    """Where words stand inside the trim. (The slug line names sheets, too.)"""
    left, bottom, right, top = subject.ordered.geometry.trim_box
    search = text.search(words)
    while (found := search.get_next()) is not None:
        xs0, ys0, xs1, ys1 = zip(*(text.get_charbox(found[0] + i) for i in range(found[1])))
        box = (min(xs0), min(ys0), max(xs1), max(ys1))
        if left <= box[0] and bottom <= box[1] and box[2] <= right and box[3] <= top:
            yield box
