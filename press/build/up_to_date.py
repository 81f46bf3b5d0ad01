"""Up to date: whether a command would only make again what lies there, told before anything is loaded that reads it.

Coarser than fingerprints, and never kinder: any other byte in the project, whether or not the order hangs on it, and
the build looks for itself. So may what is kept here be deleted at any time.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from press.delivery.record import SUMS, is_file_of, read_record
from press.kept.own_sums import own_sums
from press.kept.sealed import hash_of, own_folder, read_sealed, write_sealed
from press.paths import Project
from press.system.checksum import sha256_of, sha256_of_bytes, sums_below

FOLDER = "_up_to_date"  # no order can be called so
TYPEFACES = "font/"  # so begin the names of their files among what an order was made of


@dataclass(frozen=True)
class UpToDate:
    """What a command, told by its options, has to do with `sums`: SHA-256 by name of all it might read."""

    project: Project
    options: tuple[object, ...]
    sums: Mapping[str, str]

    @classmethod
    def begin(cls, project: Project, *options: object) -> "UpToDate":
        """With the sums of this moment: take them before anything is read."""
        return cls(project, options, dict(_sums(project)))

    def said(self) -> list[str] | None:
        """What the command said when it had nothing to do; None if it may have something to do now."""
        note = read_sealed(self._file)
        if not isinstance(note, dict) or note["sums"] != self._sum:
            return None
        if note["name"] is not None and not self._is_whole(note["name"], note["record"]):
            return None
        outside = note["outside"].items()
        return list(note["said"]) if all(is_file_of(Path(path), sum_) for path, sum_ in outside) else None

    def note(
        self, name: str | None, read: Mapping[str, str], outside: Mapping[Path, bytes], said: Sequence[str]
    ) -> None:
        """Keeps that an order published under `name` is as it would be made again, and what to say then; without a
        name, what a command would say again that makes none.

        `read` are sums of what it was made of, by name. If one of them was another file when this command began, or was
        none of those it looked at, as behind a linked folder, nothing is kept. `outside` are typefaces that lie out of
        the project, as they were read.
        """
        if any(self.sums.get(name) != value for name, value in read.items() if not name.startswith(TYPEFACES)):
            return
        note = {
            "sums": self._sum,
            "name": name,
            "record": name and sha256_of(self.project.record(name) / SUMS),
            "outside": {str(path): sha256_of_bytes(data) for path, data in outside.items()},
            "said": list(said),
        }
        with suppress(OSError):  # the next command takes a little longer
            own_folder(self._file.parent)
            write_sealed(self._file, note)

    def _is_whole(self, name: str, sums: str) -> bool:
        """Whether what is published under a name is what was, and no later build has to be looked after."""
        record = read_record(self.project, name)
        if record is None or sha256_of(record.folder / SUMS) != sums or not record.whole:
            return False
        return not self._is_anything_to_mend(name)

    def _is_anything_to_mend(self, name: str) -> bool:
        """Whether a build was refused or broken off since, or one is at work, or waits to be published."""
        left = {path.name for path in self.project.workshop(name).iterdir()} - {self.project.record(name).name}
        return bool(left) or self.project.refused(name).exists()

    @property
    def _file(self) -> Path:
        return self.project.private / FOLDER / f"{hash_of(self.options)[:16]}.json"

    @cached_property
    def _sum(self) -> str:
        return hash_of(sorted(self.sums.items()))


def _sums(project: Project) -> Iterator[tuple[str, str]]:
    """Of what people write, of the press itself; and which Python and packages there are."""
    for folder in (project.content, project.brands_folder, project.profiles, project.templates):
        for name, value in sums_below(folder).items():
            yield f"{project.name(folder)}/{name}", value
    for name, value in own_sums().items():
        yield f"press/{name}", value
    yield "python", sys.version
    for folder in map(Path, sys.path):
        for found in folder.glob("*.dist-info") if folder.is_dir() else ():
            yield f"package/{found.name}", ""
