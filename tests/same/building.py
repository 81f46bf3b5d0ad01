"""Builds to compare: where, and under which circumstances."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tools import PATIENCE_S, ROOT, SAMPLE, copy_project, order_files

ELSEWHERE = Path(__file__).parent / "elsewhere"
CONTENT = ROOT / "content"


HERE = {
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "LC_ALL": "C.UTF-8",
    "ELSEWHERE_LISTING": "forwards",
    "ELSEWHERE_UMASK": "022",
    "ELSEWHERE_CORES": "1",
}
# What may be different, one by one: the environment, or the folder.
CIRCUMSTANCES: dict[str, dict[str, str]] = {
    "a long path": {"FOLDER": "/".join(["sehr-lang"] * 12)},
    "a folder with blanks and umlauts": {"FOLDER": "mit Leerzeichen/Größe, ß & 'so'"},
    "east": {"TZ": "Pacific/Kiritimati"},
    "west": {"TZ": "America/Los_Angeles"},
    "another hash": {"PYTHONHASHSEED": "4711"},
    "any hash": {"PYTHONHASHSEED": "random"},
    "plain ASCII": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "a listing from its end": {"ELSEWHERE_LISTING": "backwards"},
    "two cores": {"ELSEWHERE_CORES": "2"},
    "four cores": {"ELSEWHERE_CORES": "4"},
    "a private umask": {"ELSEWHERE_UMASK": "077"},
    "another clock of sources": {"SOURCE_DATE_EPOCH": "86400"},
    "somebody else": {"USER": "probe", "LOGNAME": "probe", "HOME": "/nonexistent", "TMPDIR": "/tmp"},
}


def build(
    root: Path,
    *options: str,
    content: Path = SAMPLE,
    python: str = sys.executable,
    prepare=lambda project: None,
    **circumstances: str,
) -> dict[str, str]:
    """The SHA-256 of every file that a build in a new project below `root` makes, once `prepare` has changed it."""
    project = copy_project(root / circumstances.pop("FOLDER", "here"), content)
    prepare(project)
    done = subprocess.run(
        [python, "-m", "invoke", "build", *options],
        cwd=project,
        timeout=PATIENCE_S,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ELSEWHERE)} | HERE | circumstances,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return {name: hashlib.sha256(data).hexdigest() for name, data in order_files(project).items()}


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The files that are not in both builds, or not the same."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
