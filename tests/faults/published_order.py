"""A published order, changed behind the press's back: what it says of itself, and what its check says of it."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from tools import BUILT

from press.delivery.verify_order import check_published
from press.errors import PressError
from press.paths import Project

PACKAGE = "standard-ENTWURF.zip"


def told(root: Path) -> dict[str, str]:
    """What is found, by file."""
    with pytest.raises(PressError) as error:
        check_published(Project.at(root), "standard")
    assert error.value.exit_code == 3
    found: dict[str, str] = {}
    for problem in error.value.problems:
        name = problem.where.removeprefix(f"{BUILT}/")
        found[name] = f"{found.get(name, '')}{problem.what}; {problem.fix}"
    return found


def listed(root: Path) -> dict:
    return json.loads((root / BUILT / "manifest.json").read_bytes())


def relist(root: Path, **changes) -> None:
    """The manifest with other entries."""
    (root / BUILT / "manifest.json").write_text(json.dumps(listed(root) | changes), encoding="utf-8")


def vouched(root: Path, name: str, data: bytes) -> None:
    """Puts a file in another's place, and its sum into the manifest: only who looks into it can see it."""
    (root / BUILT / name).write_bytes(data)
    relist(root, outputs=listed(root)["outputs"] | {name: hashlib.sha256(data).hexdigest()})


def packed(root: Path, change) -> bytes:
    """The package with other contents."""
    path = root / BUILT / PACKAGE
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    change(contents)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return path.read_bytes()


def summed(contents: dict[str, bytes]) -> None:
    """The list of sums, as the contents are now."""
    del contents["SHA256SUMS.txt"]
    contents["SHA256SUMS.txt"] = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in contents.items()
    ).encode()
