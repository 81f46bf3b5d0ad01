"""The work: what every lane prints. It is read from files, so that a lane's process need know nothing of the press."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from press.paths import Project

PROJECT = "project"  # below the bench's folder: a copy of the project
ORDER = "measured"  # its order of one item


@dataclass(frozen=True)
class Face:
    """A typeface: its family's name and its font file."""

    family: str
    file: str


@dataclass(frozen=True)
class Work:
    """What stands on the sheets besides the boards."""

    folder: str
    count: int  # of boards
    title: str
    phrases: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]  # each phrase as lines that fit a cell: for lanes that cannot break them
    link: str
    code: tuple[str, ...]  # rows of "1" (dark) and "0", without the quiet zone
    quiet: int  # modules of quiet zone
    display: Face
    text: Face
    accent: tuple[float, ...]  # CMYK, 0 to 1
    profile: str  # the file of the output profile
    condition: str  # its name, as FOGRA39

    @property
    def project(self) -> Project:
        return Project.at(Path(self.folder) / PROJECT)

    @cached_property
    def boards(self) -> list[tuple[str, list[int]]]:
        """Sheet ID and phrase indices of each board, in order."""
        boards: list[tuple[str, list[int]]] = json.loads(_boards_file(self.folder, self.count).read_text("utf-8"))
        return boards


def write_work(work: Work, boards: Sequence[tuple[str, Sequence[int | None]]]) -> None:
    _work_file(work.folder, work.count).write_text(json.dumps(asdict(work), ensure_ascii=False), encoding="utf-8")
    _boards_file(work.folder, work.count).write_text(json.dumps(boards), encoding="utf-8")


def read_work(folder: str, count: int) -> Work:
    values = json.loads(_work_file(folder, count).read_text(encoding="utf-8"))
    return Work(
        **values
        | {
            "display": Face(**values["display"]),
            "text": Face(**values["text"]),
            "lines": tuple(map(tuple, values["lines"])),
        }
    )


def _work_file(folder: str, count: int) -> Path:
    return Path(folder) / f"work-{count}.json"


def _boards_file(folder: str, count: int) -> Path:
    return Path(folder) / f"boards-{count}.json"
