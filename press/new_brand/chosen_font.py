"""The typeface somebody chooses for a new brand: a family of the installed packages, or files of the house's own."""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fontTools.ttLib import TTFont

from press.brand.faces import FaceRole, installed_faces
from press.brand.font_files import MAX_BYTES, OTHERS, SUFFIXES, Families, families_in
from press.errors import PressError, Problem, choose_one, refuse_if, short
from press.language.message import _, joined
from press.system.safe_files import read_file

REGULAR, BOLD = (350, 500), (600, 900)  # weights that pass for one: Book to Medium, Semibold to Black
MOST_FILES = 40  # of a family; more are a library
LICENCES = re.compile(r"(ofl|fontlog|licen[cs]e|lizenz|eula).*\.(txt|md|pdf|html?)", re.IGNORECASE)
MAX_LICENCE = 1_000_000  # bytes
_PATH = re.compile(r"[\\/]|^~|^\.|\.(ttf|otf|ttc|otc|woff2?|eot|pf[ab]|zip)$", re.IGNORECASE)


@dataclass(frozen=True)
class ChosenFont:
    """A family; `files` are those of the house's own, name → bytes, and `licences` what lay beside them."""

    family: str
    files: dict[str, bytes] = field(default_factory=dict)
    licences: dict[str, bytes] = field(default_factory=dict)
    weights: tuple[tuple[int, int], ...] = ()  # of its upright files, from and to


def read_font(text: str, where: str, role: FaceRole, others: Iterable[object] = ()) -> ChosenFont:
    """An installed family, the family of `others` that are chosen already, or a folder or files of the house's own.

    Semicolons stand between files. Raises PressError with every file that cannot be set with."""
    names = [name for part in text.split(";") if (name := part.strip().strip("\"'"))]
    known = {font.family.lower(): font for font in others if isinstance(font, ChosenFont)}
    known = {name.lower(): ChosenFont(name) for name in installed_faces()} | known
    if len(names) == 1 and names[0].lower() in known:
        font = known[names[0].lower()]
    elif names and (any(map(_PATH.search, names)) or all(_path(name).exists() for name in names)):
        font = _own(names, where)
    else:
        fix = _(
            "{known}; or give a folder or files, TTF or OTF",
            known=choose_one(sorted(font.family for font in known.values())),
        )
        raise PressError(Problem(where, _("there is no font family `{text}`", text=short(text.strip())), fix))
    refuse_if(_missing_weights(font, where, role))
    return font


def has_weight(font: ChosenFont, wanted: tuple[int, int]) -> bool:
    """Whether one of its files has a weight, or an axis that reaches it. True for installed families."""
    least, most = wanted
    return not font.files or any(low <= most and high >= least for low, high in font.weights)


def _own(names: list[str], where: str) -> ChosenFont:
    """Files from anywhere, looked at as those of a brand are."""
    paths: list[Path] = []
    problems: list[Problem] = []
    for name in names:
        found = _files(_path(name), name, where)
        paths += [] if isinstance(found, Problem) else found
        problems += [found] if isinstance(found, Problem) else []
    problems += _doubled(paths, where)
    if len(paths) > MOST_FILES:
        problems.append(
            Problem(
                where, _("{count} font files", count=len(paths)), _("give the files of one family, with ; between them")
            )
        )
    refuse_if(problems)
    with tempfile.TemporaryDirectory(prefix="press-", ignore_cleanup_errors=True) as folder:
        origins = {_copied(path, Path(folder), where): path for path in paths}
        families = families_in(Path(folder), where, lambda copy: str(origins.get(copy, copy)))
        upright, italics = _only(families, where)
        files = {path.name: path.read_bytes() for path in (*upright[1], *italics)}
        weights = tuple(_weights(path) for path in upright[1])
    beside = {file for folder in {path.parent for path in paths} for file in folder.iterdir()}
    texts = {file.name: file for file in sorted(beside) if LICENCES.fullmatch(file.name) and file.is_file()}
    licences = {name: read_file(file, MAX_LICENCE) for name, file in texts.items() if file.stat().st_size < MAX_LICENCE}
    return ChosenFont(upright[0], files, licences, weights)


def _path(name: str) -> Path:
    return Path(os.path.expanduser(name))  # as it is written, where nobody is called like that


def _files(path: Path, name: str, where: str) -> list[Path] | Problem:
    """The font files that a path means."""
    if path.is_file() and path.suffix.lower() not in (*SUFFIXES, *OTHERS):
        return Problem(
            where, _("`{name}` is no font file", name=name), _("give TTF or OTF files; unpack archives first")
        )
    if path.is_file():
        return [path]
    if not path.is_dir():
        return Problem(where, _("there is no file or folder `{name}`", name=name), _("check the path"))
    found = sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
    if found:
        return found
    if others := sorted(file.name for file in path.iterdir() if file.suffix.lower() in OTHERS):
        kind = OTHERS[Path(others[0]).suffix.lower()]
        return Problem(
            where,
            _("`{file}` in `{name}`: {kind}", file=others[0], name=name, kind=kind),
            _("use the TTF or OTF file of that font"),
        )
    below = sorted({file.parent.name for file in path.glob("*/*") if file.suffix.lower() in SUFFIXES})
    fix = (
        _("there are some in {below}: give one of these", below=", ".join(below))
        if below
        else _("give the folder they lie in")
    )
    return Problem(where, _("no TTF or OTF file in the folder `{name}`", name=name), fix)


def _doubled(paths: list[Path], where: str) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path in dict.fromkeys(paths):
        if (other := first.setdefault(path.name.lower(), path)) != path:
            yield Problem(
                where,
                _("`{path}` and `{other}` have one name", path=path, other=other),
                _("give another name to one of them"),
            )


def _copied(path: Path, folder: Path, where: str) -> Path:
    """A copy to be looked at; a little of what is too large, so that its size is told, too."""
    try:
        data = read_file(path, MAX_BYTES + 1_000_000)
    except OSError as error:
        raise PressError(
            Problem(
                where,
                _("`{path}` cannot be read: {reason}", path=path, reason=error.strerror or error),
                _("check the file"),
            )
        ) from None
    copy = folder / path.name
    copy.write_bytes(data)
    return copy


def _only(families: Families, where: str) -> tuple[tuple[str, tuple[Path, ...]], tuple[Path, ...]]:
    """The one family there is: its name with its upright files, and its italic ones."""
    if len(families) != 1:
        each = "; ".join(
            f"{family}: {', '.join(p.name for p in files[0])}" for family, files in sorted(families.items())
        )
        what = (
            _("{count} families ({each})", count=len(families), each=each)
            if families
            else _("no upright font among the files")
        )
        fix = _("give the files of one, with ; between them") if families else _("give the upright ones, too")
        raise PressError(Problem(where, what, fix))
    ((family, (upright, italics)),) = families.items()
    return (family, upright), italics


def _weights(path: Path) -> tuple[int, int]:
    """The weights that a file has: its own, or those of its axis."""
    with TTFont(path, lazy=True) as font:
        axis = next((axis for axis in (font["fvar"].axes if "fvar" in font else ()) if axis.axisTag == "wght"), None)
        own = font["OS/2"].usWeightClass
        return (round(axis.minValue), round(axis.maxValue)) if axis else (own, own)


def _missing_weights(font: ChosenFont, where: str, role: FaceRole) -> Iterator[Problem]:
    """Running text needs a regular and a bold cut; titles are set in what there is."""
    if role == "text":
        there = joined(
            ", ",
            sorted(
                {f"{low}" if low == high else _("{low} to {high}", low=low, high=high) for low, high in font.weights}
            ),
        )
        for name, wanted in ((_("regular"), REGULAR), (_("bold"), BOLD)):
            if not has_weight(font, wanted):
                what = _(
                    "{family} has no {name} weight ({least} to {most}), only {there}",
                    family=font.family,
                    name=name,
                    least=wanted[0],
                    most=wanted[1],
                    there=there,
                )
                fix = _("give its file, too, with ; between them, or a file with a weight axis, or choose another font")
                yield Problem(where, what, fix)
