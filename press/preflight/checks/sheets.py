"""Sheet IDs: every ordered board once, none twice, none strange."""

import re
from collections import Counter
from typing import Iterator

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
    for sheet in SHEET_ID.findall(subject.text(page)):
        found = text.search(sheet).get_next()
        if found is None:
            continue
        boxes = [text.get_charbox(found[0] + i) for i in range(len(sheet))]
        left, bottom, right, top = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
        scale = DPI / 72
        darkest, lightest = picture.crop((
            int(left * scale), int(picture.height - top * scale), int(right * scale) + 1, int(picture.height - bottom * scale) + 1)).getextrema()
        if lightest - darkest < FAINT:
            yield sheet
