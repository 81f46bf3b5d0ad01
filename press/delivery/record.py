"""The record: what the press keeps of an order out of its folder, to know its own work again.

What lies in build/<order>/ is looked at, sent and edited by people and programs, and its manifest with it. Whether a
file there is still the one that was made and checked is told by the record in build/.press/, never by what the folder
says of itself. It is no safeguard against somebody who means to deceive and may write to the whole project: such a
person may as well change templates and content.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from press.delivery.filenames import COMPARE, MANIFEST, REPORT, SNAPSHOT
from press.delivery.strays import files_below
from press.paths import Project
from press.system.checksum import sha256_of
from press.system.held_files import patiently
from press.system.safe_files import is_folder, is_plain_file, read_file, take_away

PREPARED = "record.new"  # in an order's workshop, until what it tells of is published
SUMS = "sums.json"
KEPT = (MANIFEST, REPORT, SNAPSHOT)  # what the next build reads back
MAX_BYTES = 100_000_000  # of the sums: a hundred times those of the largest order


@dataclass(frozen=True)
class Record:
    """A published order as it was made: copies in `folder` of what the next build reads, `sums` (SHA-256) of all."""

    published: Path
    folder: Path
    sums: Mapping[str, str]

    def intact(self, name: str) -> bool:
        """Whether a file of the published order, named from its folder, is the one that was made."""
        return name in self.sums and is_file_of(self.published / name, self.sums[name])

    @property
    def whole(self) -> bool:
        """Whether every file is."""
        return all(map(self.intact, self.sums))


def read_record(project: Project, name: str) -> Record | None:
    """The record of what is published under a name; None if there is none, or none that is whole."""
    return record_in(project.record(name), project.published(name))


def record_in(folder: Path, published: Path) -> Record | None:
    """The record that lies in a folder, of what lies in another."""
    if not is_folder(published):
        return None
    try:
        sums = json.loads(read_file(folder / SUMS, MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(sums, dict) or not all(isinstance(value, str) for value in sums.values()):
        return None
    whole = all(is_file_of(folder / kept, sums.get(kept)) for kept in KEPT)
    return Record(published, folder, sums) if whole else None


def prepare(project: Project, name: str, outputs: Mapping[str, str], work: Path) -> None:
    """Notes what lies in a finished working folder: the sums of its `outputs` and of what no manifest can hold; and
    what the next build reads."""
    folder = _prepared(project, name)
    beside = [MANIFEST, *(file for file, _ in files_below(work) if file.startswith(f"{COMPARE}/"))]
    sums = {**outputs, **{file: sha256_of(work / file) for file in beside}}
    take_away(folder)
    folder.mkdir()
    for kept in KEPT:
        shutil.copyfile(work / kept, folder / kept)
    (folder / SUMS).write_text(json.dumps(sums, indent=0), encoding="utf-8")


def is_prepared(project: Project, name: str, work: Path) -> bool:
    """Whether every file of a working folder is as it was noted."""
    record = record_in(_prepared(project, name), work)
    return record is not None and record.whole


def remember(project: Project, name: str) -> None:
    """What was noted is of the published order from now on."""
    take_away(project.record(name))
    patiently(lambda: _prepared(project, name).rename(project.record(name)))


def drop_prepared(project: Project, name: str) -> None:
    """Forgets what was noted, if it was not remembered."""
    shutil.rmtree(_prepared(project, name), ignore_errors=True)


def _prepared(project: Project, name: str) -> Path:
    return project.workshop(name) / PREPARED


def is_file_of(path: Path, sha256: str | None) -> bool:
    """Whether a plain file lies there, with this sum."""
    try:
        return is_plain_file(path) and sha256_of(path) == sha256
    except OSError:
        return False
