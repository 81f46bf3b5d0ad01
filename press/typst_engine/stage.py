"""The stage: a folder made for the build that holds what Typst may read, and nothing else, as plain copies.

    root/       Typst's only root: templates/, and pictures and jobs in given/
    packages/   empty: where Typst looks for packages

Fonts lie beside stages, each in a folder of its own, for many stages share them.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from press.typst_engine.templates import MAIN, Templates

TEMPLATES = "templates"  # as in the project, so that mistakes are told under the names people know
_EXTENDED = "\\\\?\\"  # how Windows itself begins a path, and people never do
_GIVEN = "given"
_NAME_DIGITS = 16  # of a sum, hexadecimal: no two files of an order share them

# Typst fetches packages through a proxy, if the environment names one: this one nobody can listen at, so every
# download fails at once, and nothing leaves the machine.
_NOWHERE = "http://127.0.0.1:0"
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
_DIRECT = "no_proxy"  # what goes past the proxy


@dataclass(frozen=True)
class Stage:
    """A stage in a folder. One process works on it at a time."""

    folder: Path

    @property
    def root(self) -> Path:
        return self.folder / "root"

    @property
    def packages(self) -> Path:
        return self.folder / "packages"

    @property
    def main(self) -> Path:
        return self.root / TEMPLATES / MAIN

    def set_up(self, templates: Templates) -> None:
        """Writes the templates; a stage that is there already stays as it is."""
        if self.main.exists():
            return
        self.packages.mkdir(parents=True, exist_ok=True)
        for name, data in sorted(templates.files.items(), key=lambda file: file[0] == MAIN):  # which ends it
            path = self.root / TEMPLATES / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def put(self, data: bytes, suffix: str) -> str:
        """Writes a file to be read while setting, named by its content; gives the path as Typst takes it."""
        path = self.root / _GIVEN / f"{_name(data)}{suffix}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return "/" + path.relative_to(self.root).as_posix()

    def name(self, file: str) -> str:
        """A file as people know it, from how Typst names it: from where one stands, or whole."""
        file = file.removeprefix(_EXTENDED)
        path, root = os.path.realpath(file), os.path.realpath(self.root)
        return Path(os.path.relpath(path, root)).as_posix() if path.startswith(root + os.sep) else file


@dataclass(frozen=True)
class StagedFonts:
    """Copies of font files, each in a folder named by its content, and where they come from.

    Typst takes a folder's files in whatever order the disk gives; folders it takes in the order given.
    """

    origins: dict[str, str]  # by folder

    @property
    def folders(self) -> list[str]:
        return sorted(self.origins)


NO_FONTS = StagedFonts({})


def stage_fonts(files: Iterable[tuple[str, bytes]], folder: Path) -> StagedFonts:
    """Writes font files, given with the names people know them by, below a folder."""
    origins = {}
    for origin, data in files:
        path = folder / _name(data) / f"font{Path(origin).suffix.lower()}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        origins[str(path.parent)] = origin
    return StagedFonts(origins)


@contextmanager
def cut_off() -> Iterator[None]:
    """Inside, whatever Typst asks the net for fails at once."""
    meant = {name: value for proxy in _PROXIES for name, value in ((proxy, _NOWHERE), (proxy.upper(), _NOWHERE))}
    meant |= {_DIRECT: "", _DIRECT.upper(): ""}
    before = {name: os.environ.get(name) for name in meant}
    os.environ.update(meant)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)  # Windows knows one variable in both spellings
            else:
                os.environ[name] = value


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_NAME_DIGITS]
