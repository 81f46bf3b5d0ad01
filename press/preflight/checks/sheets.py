"""Sheet IDs: every ordered board once, none twice, none strange."""

import re
from collections import Counter
from typing import Iterator

from press.preflight.subject import Subject

CODE = "sheets"
SEVERITY = "error"
EDITIONS = ("print", "office")
RATIONALE = "A winner is checked by the sheet's ID: two boards with one number, or a gap, cannot be mended on paper."

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
    for sheet, times in printed.items():
        if times > 1:
            yield first_page[sheet], f"{sheet} is printed on {times} boards", "build the product anew"
        if sheet not in ordered:
            yield first_page[sheet], f"{sheet} was not ordered", "build the product anew"
    if missing := [sheet for sheet in ordered if sheet not in printed]:
        yield None, f"{len(missing)} sheets are missing, the first is {missing[0]}", "build the product anew"
