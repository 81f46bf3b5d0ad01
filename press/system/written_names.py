"""Files by the names that people write: the same letters find the same file, however they are composed; and a name is
judged by its form before anybody asks the system for it, which may be asking a stranger's server."""

import os
import unicodedata
from pathlib import Path, PurePosixPath

from press.language.message import Message, _
from press.names import is_device

Fault = tuple[Message, Message]  # what is wrong, and how to mend it
SPELL_ALIKE = _("write its name with the same capital and small letters")

_SLASHES = ("/", "\\")


def leading_out(name: str) -> Fault | None:
    """Why a name may lead out of the folder it is looked for in, or to no file, on any system; None if it stays.

    Names have slashes. Windows takes backslashes, too, and asks another machine where two of them stand first; it knows
    disks and streams by colons, and devices by names such as `nul`; it drops spaces and full stops at a name's end.
    """
    parts = PurePosixPath(name).parts
    if fault := on_the_net(name):
        return fault
    if name.startswith(("/", "\\", "~")) or ".." in parts or name[1:2] == ":":
        return _("a path that leads out of the folder"), _("copy the file into the folder, and write its name")
    if "\\" in name:
        return _("a backslash in a file's name"), _("write / between folder and file")
    if ":" in name:
        return _("a colon in a file's name"), _("rename it")
    if any(ord(character) < ord(" ") for character in name):
        return _("a control character in a file's name"), _("rename it")
    if any(is_device(part) or part[-1:] in ". " for part in parts):
        return _("a name that Windows keeps for itself"), _("rename it")
    return None


def on_the_net(name: str) -> Fault | None:
    """Why looking for a path might ask another machine, or a device of Windows; None if it cannot."""
    if name[:1] in _SLASHES and name[1:2] in _SLASHES:
        return _("a path to another machine"), _("copy the file into the folder, and write its name")
    return None


def spelt_otherwise(folder: Path, name: str) -> Fault | None:
    """Why a name, written from a folder, is a file's on some systems alone: Windows and macOS take capital and small
    letters for the same, Linux does not. None if it is spelt as on the disk, if no file reads like it, and for a path
    of one machine, from its root or a home folder."""
    if Path(name).anchor or name.startswith("~"):
        return None
    place, spelt = folder, list[str]()
    for part in PurePosixPath(name).parts:
        if part not in (".", ".."):
            part = _spelling(place, part)
        place, spelt = place / part, [*spelt, part]
    if _same(there := "/".join(spelt), PurePosixPath(name).as_posix()):
        return None
    return _("the file is called `{there}`", there=there), SPELL_ALIKE


def _spelling(folder: Path, name: str) -> str:
    """How a folder spells a name, but for how letters are composed; the name itself if nothing there reads like it."""
    try:
        entries = sorted(os.listdir(folder))
    except (OSError, ValueError):  # no folder, or a name none can have
        return name
    alike = [entry for entry in entries if _same(entry.casefold(), name.casefold())]
    return next((entry for entry in alike if _same(entry, name)), alike[0] if alike else name)


def named_file(folder: Path, name: str) -> Path:
    """The file of a name, from a folder, absolute, or from the home folder (`~/`).

    The path need not exist.
    """
    try:
        return _found(folder, Path(name).expanduser())
    except RuntimeError:  # no such user
        return _found(folder, Path(name))


def file_inside(folder: Path, name: str) -> Path:
    """The same, of a name that does not lead out (see `leading_out`), from the folder alone."""
    return _found(folder, Path(name))


def _found(folder: Path, name: Path) -> Path:
    """macOS decomposes letters (ä as a and ¨, NFD), other systems do not: where no file has the very name, one that
    reads the same is meant."""
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
