"""Templates read as files: what a layout imports, and which texts it can use."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from press.paths import Project

_IMPORT = re.compile(r'(?:import|include)\s+"([^"@]+\.typ)"')
_COMMENT = re.compile(r"//.*")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_BEGINNING = re.compile(r'"([a-z0-9_]+_)"')  # of a key that is put together: "cards_step_" + str(n)


@dataclass(frozen=True)
class Closure:
    """A layout's file and all that it imports, by any number of steps."""

    files: tuple[Path, ...]
    words: frozenset[str]
    beginnings: tuple[str, ...]

    def uses(self, key: str) -> bool:
        """Whether a key of the job can be asked for at all. What cannot is left out of the job: a job that lacks
        what is asked for fails, so a wrong no cannot go unseen."""
        return key in self.words or key.startswith(self.beginnings)


def closure(project: Project, layout: str) -> Closure:
    """The closure of a layout, with the entry and what that imports."""
    read: dict[Path, tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]] = {}
    waiting = [project.main_template, project.layouts / f"{layout}.typ"]
    while waiting:
        file = waiting.pop()
        if file not in read and file.is_file():
            read[file] = _read(file.read_text(encoding="utf-8"))
            waiting += [(file.parent / name).resolve() for name in read[file][0]]
    return Closure(
        tuple(sorted(read)),
        frozenset().union(*(words for _, words, _ in read.values())),
        tuple(sorted({beginning for _, _, beginnings in read.values() for beginning in beginnings})),
    )


@lru_cache(maxsize=256)
def _read(template: str) -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]:
    """By the text, not by the file and its date: a file that is edited may keep its date."""
    text = _COMMENT.sub("", template)
    return tuple(_IMPORT.findall(text)), frozenset(_WORD.findall(text)), tuple(_BEGINNING.findall(text))
