"""The one rule for names: orders, decks, brands, items and layouts. Files that only pass through have none."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from press.errors import Problem, short
from press.language.message import Message, _

PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST = 60  # characters: a folder, a ZIP and files that begin with it stay within what every system takes
LONGEST_PATH = 120  # characters below build/: Windows' 260 (MAX_PATH) leave as many for where the project lies
WANTED = _("small letters a–z, digits and single hyphens, at most {longest} characters", longest=LONGEST)
JOINT = "--"  # joins names into one that no order, brand or item can have: what the press itself names has it

# Windows keeps these for devices, whatever suffix follows (Win32, "Naming Files, Paths, and Namespaces").
_DEVICES = re.compile(r"con|prn|aux|nul|conin|conout|(com|lpt)[0-9]")
# What the press makes beside orders: build/brand--<id>/, build/<order>--refused/, build/bench/.
SPECIMEN, REFUSED, BENCH = "brand", "refused", "bench"
_OWN = (SPECIMEN, REFUSED, BENCH)
REDIRECTS = "weiterleitungen"  # the folder in an order's that goes onto the web server

# What editors and systems put beside an open file, or for a moment in its place: hidden files, backups, vim's 4913,
# JetBrains' ___jb_tmp___, Office's ~$name, Emacs' #name#, a download or an export that is not done.
_PASSING = re.compile(
    r"^\.(?!\.)|^~\$|~$|^#.*#$|^4913$|___jb_\w+___$|^sed\w{6}$|^thumbs\.db$|^desktop\.ini$"
    r"|\.(?:sw[a-z]|tmp|temp|bak|orig|part|crdownload)$",
    re.IGNORECASE | re.DOTALL,
)


def name_fault(name: str) -> tuple[Message, Message] | None:
    """Why an order, deck, brand, item or layout may not be called so, and what to do; None if it may."""
    if len(name) > LONGEST:
        return _("has {count} characters, {over} too many", count=len(name), over=len(name) - LONGEST), _(
            "shorten it to at most {longest}", longest=LONGEST
        )
    if not re.fullmatch(PATTERN, name, re.ASCII):
        return _("is `{name}`", name=shown(name)), _("use {wanted}", wanted=WANTED)
    if is_device(name):
        return _("is `{name}`, which Windows keeps for a device", name=name), _("choose another name")
    if name in _OWN:
        return _("is `{name}`, which the press needs for itself", name=name), _("choose another name")
    return None


def is_name(name: str) -> bool:
    """Whether an order, deck, brand, item or layout may be called so."""
    return name_fault(name) is None


def is_device(name: str) -> bool:
    """Whether Windows takes a file's name for a device, whatever suffix follows."""
    return bool(_DEVICES.fullmatch(name.split(".")[0].rstrip(" ").lower()))


def is_published(name: str) -> bool:
    """Whether the press publishes something under this name: an order, a variant of one, or a brand's specimen."""
    first, *rest = name.split(JOINT)
    return all(map(is_name, rest)) and (is_name(first) or (first == SPECIMEN and len(rest) == 1))


def is_passing(name: str) -> bool:
    """Whether a file of this name is hidden, or an editor's or a system's leftover: nobody means it."""
    return bool(_PASSING.search(name))


def is_utf8(name: str) -> bool:
    """Whether a file's name is text: Linux takes any bytes, and no library that is not Python's finds such a file."""
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


def shown(name: str) -> str:
    """A file's name as a message quotes it: bytes that are no UTF-8 spelled out as `\\xff`."""
    return short(os.fsencode(name).decode("utf-8", "backslashreplace"))


def named_files(folder: Path, suffix: str) -> list[str]:
    """The names, sorted, of a folder's files that have one: `<name><suffix>`."""
    return sorted(
        path.stem
        for path in _entries(folder)
        if path.suffix == suffix and is_name(path.stem) and (path.is_file() or path.is_symlink())
    )


def named_folders(folder: Path) -> list[str]:
    """The names, sorted, of the folders below a folder that have one."""
    return sorted(path.name for path in _entries(folder) if is_name(path.name) and path.is_dir())


def misnamed_files(folder: Path, where: str, suffix: str) -> Iterator[Problem]:
    """Files of a folder that are named otherwise than `<name><suffix>`, and what is called so and is no file.

    `where` is what messages call the folder. Other folders below it are nobody's business.
    """
    for path in _entries(folder):
        place = f"{where}/{shown(path.name)}"
        if path.is_dir():
            if path.suffix == suffix:
                yield Problem(place, _("is a folder"), _("put the file of that name in its place"))
        elif not (path.is_file() or path.is_symlink()):
            yield Problem(place, _("is no plain file"), _("put the file of that name in its place"))
        elif path.suffix != suffix:
            yield Problem(
                place,
                _("does not end in {suffix}", suffix=suffix),
                _("rename it, or move it out of {where}/", where=where),
            )
        elif fault := name_fault(path.stem):
            yield Problem(place, _("the name {fault}", fault=fault[0]), fault[1])


def misnamed_folders(folder: Path, where: str) -> Iterator[Problem]:
    """Folders, and files among them, that are named otherwise. `where` is what messages call the folder."""
    for path in _entries(folder):
        place = f"{where}/{shown(path.name)}"
        if not path.is_dir() and not path.is_symlink():
            yield Problem(
                place, _("is no folder"), _("move it out of {where}/, or into the folder of its brand", where=where)
            )
        elif fault := name_fault(path.name):
            yield Problem(place, _("the name {fault}", fault=fault[0]), fault[1])


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not is_passing(path.name))
    except (FileNotFoundError, NotADirectoryError):
        return []
