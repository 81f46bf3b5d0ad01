"""The package of a published order, opened: what a print shop unpacks is what lies in the folder."""

import hashlib
import zipfile
from collections import Counter
from pathlib import Path
from typing import Iterator

from press.delivery.package import SUMS, package_file
from press.delivery.read_manifest import REPORT
from press.delivery.job_ticket import TICKET

AGAIN = "build again"


def package_problems(folder: Path, order_id: str, sums: dict[str, str], draft: bool) -> Iterator[tuple[str, str, str]]:
    """File, what is wrong with it, and how to mend it; `sums` are the manifest's."""
    packed = [*(name for name in sums if name.startswith("print/")), TICKET, REPORT] if TICKET in sums else []
    wanted = [package_file(order_id, draft)] if packed else []
    there = [name for name in sums if name.endswith(".zip")]
    if there != wanted:
        yield (wanted or there)[0], "is no part of this order" if not wanted else f"is missing; the manifest lists {', '.join(there) or 'no package'}", AGAIN
    for name in there:
        yield from ((name, what, AGAIN) for what in _content_problems(folder / name, Counter(sums.get(file, file) for file in packed)))


def _content_problems(package: Path, wanted: Counter[str]) -> Iterator[str]:
    """`wanted` are the sums of the files it should hold."""
    try:
        with zipfile.ZipFile(package) as archive:
            found = {name: _sum(archive, name) for name in archive.namelist()}
            listed = archive.read(SUMS).decode() if SUMS in found else ""
            doubled = len(archive.namelist()) > len(found)
    except Exception as error:  # readers of broken archives fail in many ways; each means the same
        yield f"cannot be unpacked ({type(error).__name__})"
        return
    found.pop(SUMS, None)
    if doubled:
        yield "holds a name twice"
    if listed != "".join(f"{value}  {name}\n" for name, value in found.items()):
        yield f"does not hold what its {SUMS} says"
    if Counter(found.values()) != wanted:
        yield "does not hold the files of this folder: ticket, report and every print file, and nothing else"


def _sum(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
