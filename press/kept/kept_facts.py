"""Kept facts: what this press has worked out from the same things is not worked out again.

A fact is found by all that it was made from, and taken if its file is as it was written. So may all that lies here be
deleted at any time, or be of another press.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from press.kept.own_sums import press_and_tools
from press.kept.sealed import hash_of, own_folder, read_sealed, write_sealed
from press.paths import Project
from press.system.safe_files import take_away

FOLDER = "_facts"  # no order can be called so
MOST_FILES = 100  # a brand has six; those that were made first go first

Fact = TypeVar("Fact")  # what JSON holds as it is


@dataclass(frozen=True)
class KeptFacts:
    """Those in a folder; without one nothing is kept."""

    folder: Path | None = None

    @classmethod
    def of(cls, project: Project) -> "KeptFacts":
        return cls(project.private / FOLDER)

    def known(self, kind: str, made_from: object, make: Callable[[], Fact]) -> Fact:
        """A fact of a kind, made from what JSON can hold; or what `make` gives."""
        if self.folder is None:
            return make()
        key = hash_of([kind, made_from, press_and_tools()])
        file = self.folder / f"{key[:32]}.json"
        kept = read_sealed(file)
        if isinstance(kept, list) and len(kept) == 2 and kept[0] == key:
            return cast(Fact, kept[1])
        fact = make()
        with suppress(OSError):  # the next command takes a little longer
            own_folder(self.folder)
            write_sealed(file, [key, fact])
            self._trim(self.folder)
        return fact

    def _trim(self, folder: Path) -> None:
        files = sorted(folder.iterdir(), key=lambda path: path.lstat().st_mtime, reverse=True)
        for file in files[MOST_FILES:]:
            take_away(file)


NOTHING_KEPT = KeptFacts()
