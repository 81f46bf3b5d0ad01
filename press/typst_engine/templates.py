"""Templates, read once: every plain file below templates/, held in memory. What was read is what is set."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from press.errors import PressError, Problem, collecting
from press.language.message import Message, _
from press.names import is_name, is_utf8
from press.paths import Project
from press.system.picklable import Picklable
from press.system.safe_files import read_plain_file, reason
from press.system.written_names import SPELL_ALIKE

MAIN = "main.typ"
LAYOUTS = "layouts/"
SUFFIX = ".typ"
MAX_BYTES = 20_000_000  # of one file: more is no template

# Hidden files, and what editors leave beside a file: `.#x.typ`, `._x.typ`, `x.typ~`, `#x.typ#`.
_LEFTOVER = re.compile(r"^\.|~$|^#.*#$")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_BEGINNING = re.compile(r'"([a-z0-9_]+_)"')  # of a key that is put together: "cards_step_" + str(n)
_IMPORT = re.compile(r'#?\bimport\s+"(?:[^"\n]*/)?([^"/\n]+\.typ)"')
_BUILT_NAME = re.compile(r"(?<![\w-])\.typ")  # of a template, put together


@dataclass(frozen=True)
class Templates(Picklable):
    """Files by their names below templates/, with slashes."""

    files: Mapping[str, bytes]

    @property
    def layouts(self) -> list[str]:
        """The names of all layouts that are among them; a file that is named otherwise is told elsewhere."""
        return sorted(filter(is_name, (name[len(LAYOUTS) : -len(SUFFIX)] for name in self.files if _is_layout(name))))

    def of_layout(self, layout: str | None) -> "Templates":
        """All but the other layouts; without any layout for None."""
        own = f"{LAYOUTS}{layout}{SUFFIX}"
        return Templates({name: data for name, data in self.files.items() if not _is_layout(name) or name == own})

    @cached_property
    def sums(self) -> dict[str, str]:
        """SHA-256 by name."""
        return {name: hashlib.sha256(data).hexdigest() for name, data in sorted(self.files.items())}

    @cached_property
    def uses(self) -> Callable[[str], bool]:
        """Whether a key of the job can be asked for at all. What cannot is left out of the job, and so is nowhere on
        the stage: a wrong no makes Typst refuse the job, it never ships an old page."""
        words, beginnings = _asked(frozenset(self.files.items()))
        return lambda key: key in words or key.startswith(beginnings)


def read_templates(project: Project) -> Templates:
    """Every file below templates/. Raises PressError with all that is no plain file there: links, pipes, folders named
    like a template."""
    with collecting() as problems:
        paths = list(_paths(project.templates))
        read = problems.map(lambda path: (path, _read(project, path)), paths)
        files = {path.relative_to(project.templates).as_posix(): data for path, data in read if data is not None}
        problems.add(_misspelt(project, files))
    return Templates(files)


def _misspelt(project: Project, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Imports that Windows and macOS find and Linux does not: other capital letters than the file's."""
    spelt = {Path(name).name.lower(): Path(name).name for name in files if name.endswith(SUFFIX)}
    for name, data in files.items():
        for line, written in _imports(data) if name.endswith(SUFFIX) else ():
            if (there := spelt.get(written.lower(), written)) != written:
                where = f"{project.name(project.templates / name)}:{line}"
                yield Problem(
                    where, _("`{written}`: the file is called `{there}`", written=written, there=there), SPELL_ALIKE
                )


@lru_cache(maxsize=256)
def _imports(data: bytes) -> tuple[tuple[int, str], ...]:
    """What a template imports, each with its line."""
    lines = enumerate(_text(data).splitlines(), 1)
    return tuple((line, written) for line, text in lines if "import" in text for written in _IMPORT.findall(text))


def _paths(folder: Path) -> Iterator[Path]:
    """Everything below a folder that is no leftover, but for plain folders. (A link is never followed.)"""
    if folder.is_symlink():
        yield folder
        return
    for path in sorted(folder.iterdir()):
        if _LEFTOVER.search(path.name):
            continue
        if path.is_dir() and not path.is_symlink() and path.suffix != SUFFIX:
            yield from _paths(path)
        else:
            yield path


def _read(project: Project, path: Path) -> bytes | None:
    """A file's bytes; None if it went away meanwhile. Raises PressError."""
    where = f"{os.fsencode(project.name(path)).decode(errors='replace')}:1"
    mend = _("put a plain file in its place, or take it away")
    if not is_utf8(path.name):
        raise _refusal(where, _("a name that is no UTF-8"), _("give it another name"))
    try:
        data = read_plain_file(path, MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refusal(where, _("{reason}: templates are plain files", reason=reason(error)), mend) from None
    if len(data) > MAX_BYTES:
        raise _refusal(where, _("more than {max_bytes} MB", max_bytes=MAX_BYTES // 1000000), mend)
    return data


def _refusal(where: str, what: Message, fix: Message) -> PressError:
    return PressError(Problem(where, what, fix))


def _is_layout(name: str) -> bool:
    return name.startswith(LAYOUTS) and name.endswith(SUFFIX) and "/" not in name[len(LAYOUTS) :]


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


@lru_cache(maxsize=64)  # stages: each product has one, in either edition, and for its fingerprint
def _asked(files: frozenset[tuple[str, bytes]]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of which keys of a job may be, and what others may begin with."""
    texts = {name: _text(data) for name, data in files}
    named = [texts[name] for name in _named(texts)]
    beginnings = {found for text in named for found in _BEGINNING.findall(text)}
    return frozenset[str]().union(*map(_words, named)), tuple(beginnings)


def _named(texts: Mapping[str, str]) -> set[str]:
    """The entry, the layouts, and every file whose name stands anywhere in one of these; if a name is put together
    somewhere, all."""
    waiting = [name for name in texts if name == MAIN or _is_layout(name)]
    named = set(waiting)
    while waiting:
        text = texts[name := waiting.pop()]
        if name != MAIN and _BUILT_NAME.search(text):
            return set(texts)
        found = [other for other in texts.keys() - named if other.rpartition("/")[2] in text]
        named.update(found)
        waiting += found
    return named


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """Of all lines but those that can only be comments: without a quote that might end a text there."""
    code = (line for line in text.splitlines() if '"' in line or not line.lstrip().startswith("//"))
    return frozenset(_WORD.findall("\n".join(code)))
