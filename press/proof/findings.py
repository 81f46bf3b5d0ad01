"""Findings, sorted to the pages they concern."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from press.content.typography import readable_link
from press.preflight.finding import Finding
from press.proof import german as words

_ON_A_PAGE = re.compile(r"(?P<file>.+\.pdf)(?: page (?P<page>\d+))?")
_PLACEHOLDER = " is a placeholder"

TOLD = 3  # pages of a finding that are shown with it; of the others it tells the numbers

Place = tuple[str, int | None]  # a file below the order's folder and a page from 1, or None for the whole file


@dataclass(frozen=True)
class Note:
    """A finding in German; `message` is what the check said, in English."""

    code: str
    severity: str
    title: str
    meaning: str
    message: str
    place: str

    @property
    def word(self) -> str:
        return words.SEVERITIES[self.severity]


def sorted_notes(report: dict[str, Any]) -> dict[Place, tuple[Note, ...]]:
    """Every finding on a product's file, by file and page; the others under ("", None)."""
    notes: dict[Place, list[Note]] = {}
    for finding in report["findings"]:
        found = _ON_A_PAGE.fullmatch(finding["where"])
        place = (found["file"], found["page"] and int(found["page"])) if found else ("", None)
        notes.setdefault(place, []).append(_note(finding))
    return {place: tuple(there) for place, there in notes.items()}


def concerned_pages(findings: Iterable[Finding]) -> tuple[int, ...]:
    """The pages, from 1, that findings of one file name: the first few of each code, as one mistake is often on every page."""
    pages: dict[str, list[int]] = {}
    for finding in findings:
        found = _ON_A_PAGE.fullmatch(finding.where)
        if found and found["page"]:
            pages.setdefault(finding.code, []).append(int(found["page"]))
    return tuple(sorted({page for there in pages.values() for page in there[:TOLD]}))


def still_open(notes: tuple[Note, ...]) -> dict[str, dict[str, list[str]]]:
    """Draft reasons by title: what is open (a link, or what the check said), and each place it stands at."""
    found: dict[str, dict[str, list[str]]] = {}
    for note in notes:
        what = note.message.partition("; ")[0].removesuffix(_PLACEHOLDER)
        found.setdefault(note.title, {}).setdefault(readable_link(what), []).append(note.place)
    return found


def _note(finding: dict[str, str]) -> Note:
    title, meaning = words.finding(finding["code"])
    return Note(
        finding["code"],
        finding["severity"],
        title,
        meaning,
        f"{finding['problem']}; {finding['fix']}",
        words.place(finding["where"]),
    )
