"""The page's German: numbers, times and sizes."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from press.content.typography import grouped

STANDARDS = {
    "print": "PDF/X-4 (ISO 15930-7)",
    "office": "PDF/UA-1 (ISO 14289-1), PDF/A-3a (ISO 19005-3)",
}
STATUS = {"pass": "Druckfertig", "draft": "Entwurf", "fail": "Abgelehnt"}
MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]  # no locale needs to be there


def moment(when: datetime) -> str:
    """A date with its time, in the zone of this machine."""
    there = when.astimezone()
    return f"{there.day}. {MONTHS[there.month - 1]} {there.year}, {there:%H:%M} Uhr"


def counted(count: int, one: str, many: str) -> str:
    return f"{grouped(count)}\u00a0{one if count == 1 else many}"


def spans(numbers: Iterable[int]) -> str:
    """1, 2, 3, 6, 7 as 1–3, 6, 7."""
    runs: list[list[int]] = []
    for value in sorted(numbers):
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    parts = [map(grouped, run) if len(run) < 3 else (f"{grouped(run[0])}–{grouped(run[-1])}",) for run in runs]
    return ", ".join(text for part in parts for text in part)


def file_size(path: Path) -> str:
    """The size of a file in kB or MB."""
    size = path.stat().st_size
    return f"{size / 1e6:.1f}\u00a0MB".replace(".", ",") if size >= 1e6 else f"{max(1, round(size / 1e3))}\u00a0kB"


def place(file: str, line: int) -> str:
    """A line of a file as people say it."""
    return f"{file}, Zeile\u00a0{line}"
