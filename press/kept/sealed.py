"""Sealed files: JSON with a checksum of itself, so that what was cut off or edited is never used."""

import hashlib
import json
from pathlib import Path
from stat import S_ISDIR

from press.system.safe_files import read_file, take_away_other_than

MAX_BYTES = 10_000_000


def own_folder(folder: Path) -> Path:
    """A folder below the press's own one in build/, made if it is not there. What else lies in the place of either is
    taken away: a link leads to what is somebody's own. Raises OSError."""
    for place in (folder.parent, folder):
        take_away_other_than(S_ISDIR, place)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_sealed(path: Path, facts: object) -> None:
    """Writes a file. Raises OSError."""
    path.write_text(json.dumps([facts, hash_of(facts)]), encoding="utf-8")


def read_sealed(path: Path) -> object | None:
    """What was written; None if that is not what lies there."""
    try:
        facts, seal = json.loads(read_file(path, MAX_BYTES))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return facts if hash_of(facts) == seal else None


def hash_of(facts: object) -> str:
    """The SHA-256 of what can be written as JSON; the order of keys is nothing."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
