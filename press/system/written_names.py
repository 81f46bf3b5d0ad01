"""Files by the names that people write: the same letters find the same file, however they are composed."""

import unicodedata
from pathlib import Path


def named_file(folder: Path, name: str) -> Path:
    """The file of a name, from a folder, absolute, or from the home folder (`~/`).

    macOS decomposes letters (ä as a and ¨, NFD), other systems do not: where no file has the very name, one that reads
    the same is meant. The path need not exist.
    """
    try:
        path = folder / Path(name).expanduser()
    except RuntimeError:  # no such user
        path = folder / name
    try:
        return path if path.exists() else _alike(path)
    except (OSError, ValueError):  # a name no file can have
        return path


def _alike(path: Path) -> Path:
    found = Path(path.anchor)
    for part in path.parts[1:] if path.anchor else path.parts:
        here = found / part
        if not here.exists() and found.is_dir():
            here = next((entry for entry in sorted(found.iterdir()) if _same(entry.name, part)), here)
        found = here
    return found


def _same(a: str, b: str) -> bool:
    return unicodedata.normalize("NFC", a) == unicodedata.normalize("NFC", b)
