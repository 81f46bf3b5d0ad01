"""Findings, sorted to the pages they concern, in German."""

from collections.abc import Iterable
from dataclasses import dataclass

from press.content.typography import readable_link
from press.language.catalogue import in_language
from press.language.choice import GERMAN
from press.language.message import joined
from press.links.link_rules import Placeholder
from press.preflight.finding import Finding
from press.preflight.report import PLACEHOLDER
from press.proof import finding_words
from press.proof.german import place

MOST_BESIDE = 3  # pages that a finding of one code is shown beside; of the others their numbers are listed

Place = tuple[str, int | None]  # a file and a page of it from 1, or None for the whole file


@dataclass(frozen=True)
class Note:
    """A finding in German; `message` is what the check said."""

    code: str
    severity: str
    title: str
    meaning: str
    message: str


def notes_by_place(findings: Iterable[Finding]) -> dict[Place, tuple[Note, ...]]:
    """Every finding, by file and page."""
    notes: dict[Place, list[Note]] = {}
    for finding in findings:
        notes.setdefault((finding.file, finding.page), []).append(_note(finding))
    return {place: tuple(there) for place, there in notes.items()}


def concerned_pages(findings: Iterable[Finding]) -> tuple[int, ...]:
    """The pages, from 1, of findings in one file: the first few of each code, as one mistake is often on every page."""
    pages: dict[str, list[int]] = {}
    for finding in findings:
        if finding.page is not None:
            pages.setdefault(finding.code, []).append(finding.page)
    return tuple(sorted({page for there in pages.values() for page in there[:MOST_BESIDE]}))


def still_open(reasons: Iterable[Placeholder]) -> dict[str, dict[str, list[str]]]:
    """Draft reasons by title: the link that is open, and each place it stands at."""
    title, _meaning = finding_words.finding(PLACEHOLDER)
    links: dict[str, list[str]] = {}
    for reason in reasons:
        links.setdefault(readable_link(reason.link), []).append(place(reason.file, reason.line))
    return {title: links} if links else {}


def _note(finding: Finding) -> Note:
    title, meaning = finding_words.finding(finding.code)
    message = in_language(joined("; ", (finding.problem, finding.fix)), GERMAN)
    return Note(finding.code, finding.severity, title, meaning, message)
