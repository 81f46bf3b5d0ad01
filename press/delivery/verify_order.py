"""A published order, held against its manifest: whether it is, file by file, what was made and checked."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from press.delivery.filenames import COMPARE, MANIFEST, REPORT
from press.delivery.last_build import published_folder
from press.delivery.manifest import read_manifest
from press.delivery.package import package_problems
from press.delivery.record import read_record
from press.delivery.strays import files_below
from press.errors import Exit, Problem, refuse_if
from press.language.message import Message, _
from press.paths import Project
from press.preflight.report import read_report, status
from press.system.checksum import sha256_of
from press.system.safe_files import is_plain_file

OPTION = "--build"
AGAIN = _("build again")
PUBLISHABLE = ("pass", "draft")


@dataclass(frozen=True)
class Checked:
    """What was found whole."""

    folder: Path
    files: int
    size: int  # bytes
    status: str


def check_published(project: Project, name: str) -> Checked:
    """Holds build/<name>/, of an order or a variant, against its manifest.

    Raises PressError with all that is not as it was made.
    """
    while True:
        folder = published_folder(project, name, OPTION)
        seen = folder.stat()
        problems = list(_problems(project, folder, name))
        if os.path.samestat(seen, folder.stat()):  # else a build was published meanwhile: of that one nothing was seen
            break
    refuse_if((Problem(project.name(folder / file), what, fix) for file, what, fix in problems), Exit.PREFLIGHT)
    return _summed(folder)


def _summed(folder: Path) -> Checked:
    manifest, report = read_manifest(folder), read_report(folder / REPORT)
    if manifest is None or report is None:
        raise FileNotFoundError(folder)  # taken away since it was looked at
    names = (*manifest.outputs, MANIFEST)
    return Checked(folder, len(names), sum((folder / name).stat().st_size for name in names), report.status)


Fault = tuple[str, Message, Message]  # file below the order's folder, what is wrong with it, how to mend it


def _problems(project: Project, folder: Path, name: str) -> Iterator[Fault]:
    manifest = read_manifest(folder)
    if manifest is None:
        yield MANIFEST, _("is missing, or is none that this press wrote"), AGAIN
        return
    if manifest.name != name:
        yield MANIFEST, _("belongs to the order `{manifest}`", manifest=manifest.name), AGAIN
    sums = manifest.outputs
    yield from _file_problems(folder, sums)
    yield from _strays(folder, sums)
    yield from _altered(project, folder, name)
    report = read_report(folder / REPORT)
    if report is None:
        yield REPORT, _("is no report that this press wrote"), AGAIN
        return
    if report.status != (meant := status(report.findings)) or meant not in PUBLISHABLE:
        yield REPORT, _("says `{status}`, its findings say `{meant}`", status=report.status, meant=meant), AGAIN
    yield from package_problems(folder, name, manifest, report.status == "draft")


def _file_problems(folder: Path, sums: dict[str, str]) -> Iterator[Fault]:
    for name, wanted in sorted(sums.items()):
        if not _is_inside(name):
            yield MANIFEST, _("lists `{name}`, which is no file of this folder", name=name[:80]), AGAIN
        elif not is_plain_file(folder / name):
            yield name, _("is missing"), AGAIN
        elif sha256_of(folder / name) != wanted:
            yield name, _("is not the file that was made and checked"), AGAIN


def _altered(project: Project, folder: Path, name: str) -> Iterator[Fault]:
    """What the press remembers otherwise, though the folder agrees with itself: the manifest, and the comparison."""
    record = read_record(project, name)
    if record is None:
        return
    for file in sorted(record.sums):
        if (file == MANIFEST or file.startswith(f"{COMPARE}/")) and not record.intact(file):
            yield file, _("is not the file that was made"), AGAIN


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
    for name, _size in files_below(folder):
        if name not in sums and name != MANIFEST and not name.startswith(f"{COMPARE}/"):
            yield name, _("is none of this order's files"), _("take it away")
