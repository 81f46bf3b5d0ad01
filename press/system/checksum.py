"""Checksums of files, and of what was read from them."""

import hashlib
from functools import lru_cache
from pathlib import Path

from press.names import is_passing


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits, read piece by piece. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=32)
def sha256_of_bytes(data: bytes) -> str:
    """The SHA-256 of what is held anyway, and asked for again and again: a font, a profile, a logo."""
    return hashlib.sha256(data).hexdigest()


NO_FILE = "none"  # in place of a sum: a folder, or what can never be read


def sums_below(folder: Path) -> dict[str, str]:
    """SHA-256 of all below a folder that is there to stay, by its name from there: neither what editors put beside an
    open file, nor what Python compiles for itself."""
    found = (path for path in sorted(folder.rglob("*")) if not (_COMPILED & {path.suffix, path.name}))
    stays = (path for path in found if not is_passing(path.name))
    return {path.relative_to(folder).as_posix(): _sum_of(path) if path.is_file() else NO_FILE for path in stays}


_COMPILED = {".pyc", "__pycache__"}


def _sum_of(path: Path) -> str:
    """What cannot be read now is no reason to stop: whoever has to read it says so."""
    try:
        return sha256_of(path)
    except OSError:
        return "unreadable"
