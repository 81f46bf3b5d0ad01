"""A published order, held against its manifest: whether it is, file by file, what was made and checked."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from press.delivery.filenames import COMPARE, MANIFEST, REPORT
from press.delivery.last_build import published_folder
from press.delivery.manifest import read_manifest
from press.delivery.package import package_problems
from press.errors import Exit, Problem, refuse_if
from press.paths import Project
from press.preflight.finding import Finding
from press.preflight.report import DRAFT, status
from press.system.checksum import sha256_of

OPTION = "--build"
AGAIN = "build again"
PUBLISHABLE = ("pass", DRAFT)


@dataclass(frozen=True)
class Checked:
    """What was found whole."""

    folder: Path
    files: int
    size: int  # bytes
    status: str


def check_published(project: Project, order_id: str) -> Checked:
    """Holds build/<order>/ against its manifest. Raises PressError with all that is not as it was made."""
    while True:
        folder = published_folder(project, order_id, OPTION)
        seen = folder.stat()
        problems = list(_problems(folder, order_id))
        if os.path.samestat(seen, folder.stat()):  # else a build was published meanwhile: of that one nothing was seen
            break
    refuse_if((Problem(project.name(folder / name), what, fix) for name, what, fix in problems), Exit.PREFLIGHT)
    names = (*read_manifest(folder)["outputs"], MANIFEST)
    return Checked(folder, len(names), sum((folder / name).stat().st_size for name in names), _report(folder)["status"])


Fault = tuple[str, str, str]  # file below the order's folder, what is wrong with it, how to mend it


def _problems(folder: Path, order_id: str) -> Iterator[Fault]:
    manifest = read_manifest(folder)
    if manifest is None:
        yield MANIFEST, "is missing, or is none that this press wrote", AGAIN
        return
    if manifest["order"] != order_id:
        yield MANIFEST, f"belongs to the order `{manifest['order']}`", AGAIN
    sums = manifest["outputs"]
    yield from _file_problems(folder, sums)
    yield from _strays(folder, sums)
    try:
        report = _report(folder)
        said, meant = report["status"], status(Finding(**finding) for finding in report["findings"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        yield REPORT, "is no report that this press wrote", AGAIN
        return
    if said != meant or said not in PUBLISHABLE:
        yield REPORT, f"says `{said}`, its findings say `{meant}`", AGAIN
    yield from package_problems(folder, order_id, sums, said == DRAFT)


def _file_problems(folder: Path, sums: dict[str, str]) -> Iterator[Fault]:
    for name, wanted in sorted(sums.items()):
        if not _is_inside(name):
            yield MANIFEST, f"lists `{name[:80]}`, which is no file of this folder", AGAIN
        elif (folder / name).is_symlink() or not (folder / name).is_file():
            yield name, "is missing", AGAIN
        elif sha256_of(folder / name) != wanted:
            yield name, "is not the file that was made and checked", AGAIN


def _is_inside(name: str) -> bool:
    """Whether it is written as the press writes names: from the folder, with slashes, no way out on any system."""
    plain = PurePosixPath(name)
    windows = PureWindowsPath(name)
    return (
        plain.as_posix() == name
        and ".." not in plain.parts
        and not plain.is_absolute()
        and not windows.anchor
        and "\\" not in name
    )


def _strays(folder: Path, sums: dict[str, str]) -> Iterator[Fault]:
    """What lies there and was not made: all but the manifest and the comparison, which no manifest can hold."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if (
            (path.is_symlink() or not path.is_dir())
            and name not in sums
            and name != MANIFEST
            and not name.startswith(f"{COMPARE}/")
        ):
            yield name, "is none of this order's files", "take it away"


def _report(folder: Path) -> dict[str, Any]:
    return json.loads((folder / REPORT).read_bytes())
