"""The package: one ZIP with all that a print shop gets."""

import hashlib
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from press.brand.brand import Brand
from press.delivery.filenames import MACHINE_TICKET, REPORT, REPORT_PAGE, TICKET
from press.delivery.finished_file import FinishedFile
from press.delivery.manifest import Manifest
from press.delivery.ticket.file_names import package_name
from press.finishing.edition import Deliverable
from press.finishing.registry import EDITIONS
from press.language.message import Message, _
from press.system.checksum import sha256_of

# The ZIP's own dates and rights say nothing; fixed, they keep its bytes the same. Stored, because
# PDF does not shrink, and compressors differ from one Python to the next.
DATE = (1980, 1, 1, 0, 0, 0)
RIGHTS = 0o100644 << 16
SUMS = "SHA256SUMS.txt"
BESIDE = (TICKET, MACHINE_TICKET, REPORT, REPORT_PAGE)  # goes with the print files
AGAIN = _("build again")
CHUNK = 1 << 20  # bytes of a packed file read at a time


def package_file(order: str, draft: bool) -> str:
    """`<order>.zip`, or `<order>-ENTWURF.zip` for a draft."""
    return f"{order}{'-ENTWURF' if draft else ''}.zip"


def make_package(order: str, draft: bool, files: Iterable[FinishedFile], brand: Brand, work: Path) -> Path:
    """Writes the order's package beside its files: those that are packed, tickets and reports."""
    paths = {name: work / name for name in BESIDE}
    sums = {name: sha256_of(path) for name, path in paths.items()}
    for file in files:
        if is_packed(file.product.edition):
            name = package_name(order, file, brand)
            paths[name], sums[name] = file.path, file.sha256
    contents = {name: path.read_bytes() for name, path in sorted(paths.items())}
    contents[SUMS] = "".join(f"{sums[name]}  {name}\n" for name in contents).encode()
    target = work / package_file(order, draft)
    target.write_bytes(_zip(contents))
    return target


def is_packed(edition: str) -> bool:
    """Whether the files of an edition go into a package."""
    return Deliverable.PACKAGE in EDITIONS[edition].deliverables


def _zip(contents: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(name, DATE)
            entry.create_system, entry.external_attr = 3, RIGHTS
            archive.writestr(entry, data)
    return out.getvalue()


def package_problems(
    folder: Path, order: str, manifest: Manifest, draft: bool
) -> Iterator[tuple[str, Message, Message]]:
    """File, what is wrong with it, and how to mend it."""
    sums = manifest.outputs
    files = [product.file for product in manifest.products if is_packed(product.edition)]
    packed = [*files, *BESIDE] if files else []
    wanted = [package_file(order, draft)] if packed else []
    there = [name for name in sums if name.endswith(".zip") and "/" not in name and "\\" not in name]
    if there != wanted:
        yield (
            (wanted or there)[0],
            _("is no part of this order")
            if not wanted
            else _("is missing; the manifest lists {there}", there=", ".join(there) or _("no package")),
            AGAIN,
        )
    for name in there:
        yield from (
            (name, what, AGAIN)
            for what in _content_problems(folder / name, Counter(sums.get(file, file) for file in packed))
        )


def _content_problems(package: Path, wanted: Counter[str]) -> Iterator[Message]:
    """`wanted` are the sums of the files it should hold."""
    try:
        with zipfile.ZipFile(package) as archive:
            found = {name: _sum(archive, name) for name in archive.namelist()}
            listed = archive.read(SUMS).decode() if SUMS in found else ""
            doubled = len(archive.namelist()) > len(found)
    except Exception as error:  # readers of broken archives fail in many ways; each means the same
        yield _("cannot be unpacked ({name})", name=type(error).__name__)
        return
    found.pop(SUMS, None)
    if doubled:
        yield _("holds a name twice")
    if listed != "".join(f"{value}  {name}\n" for name, value in found.items()):
        yield _("does not hold what its {sums} says", sums=SUMS)
    if Counter(found.values()) != wanted:
        yield _("does not hold the files of this folder: tickets, reports and every print file, and nothing else")


def _sum(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        digest = hashlib.sha256()
        while part := file.read(CHUNK):
            digest.update(part)
        return digest.hexdigest()
