"""What a build folder is like, seen without the press."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from tools import BUILT, DECK, REMEMBERED, ROOT, edit

BUILD = [sys.executable, "-m", "invoke", "build"]
UNMANIFESTED = ("manifest.json", "compare/")  # the manifest itself, and what depends on the build before


def state(root: Path) -> str:
    """Which build lies there: the sum of its manifest. Fails if it is not whole, file by file."""
    folder = root / BUILT
    data = (folder / "manifest.json").read_bytes()
    listed = json.loads(data)["outputs"]
    lying = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert {name: value for name, value in lying.items() if not name.startswith(UNMANIFESTED)} == listed
    assert {"print/bingo-3x3.pdf", "index.html", "preflight.json", "standard-ENTWURF.zip"} <= set(listed)
    return hashlib.sha256(data).hexdigest()


def links_leading_out(root: Path) -> list[str]:
    """What lies in build/ beside the order, and what the press remembers of it."""
    build = root / "build"
    found = [*build.iterdir(), *build.glob(".press/*"), *build.glob(".press/*/*")]
    names = {path.relative_to(build).as_posix() for path in found if not REMEMBERED & {path.name, path.parent.name}}
    return sorted(names - {"standard", ".gitkeep", ".press", ".press/standard", ".press/standard/record"})


def rephrase(root: Path, number: int) -> None:
    """Content that was never built before: the next build has to set it."""
    edit(root / DECK, "board: .*", f'board: "Das ist der {number}. Versuch."')


def started(root: Path, *command: str, **options) -> subprocess.Popen:
    """A build in a process, and a group of processes, of its own; all that it says is kept."""
    return subprocess.Popen(
        command or BUILD,
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        **options,
    )


def our_traceback(said: str, root: Path) -> bool:
    """Whether somebody saw a traceback that runs through the press, not only through Python's own start."""
    return "Traceback" in said and any(f'File "{place}' in said for place in (root / "tasks.py", ROOT / "press"))


def marked(value: str) -> list[int]:
    """The processes, in any group, that carry this value in their environment; only Linux shows it."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            try:
                if value.encode() in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
            except OSError:  # ended meanwhile, or somebody else's
                continue
    return found
