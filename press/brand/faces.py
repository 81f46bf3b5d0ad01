"""Fonts: the files of the families a brand names, and whether they hold every character printed."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, get_args

import fontpkg
from fontTools.ttLib import TTFont

from press.brand.added_characters import ADDED
from press.brand.brand import Brand
from press.brand.font_files import FOLDER, own_families
from press.content.printed_texts import printed_texts
from press.errors import PressError, Problem
from press.language.message import _, joined
from press.schema.validation import Loaded
from press.schema.yaml_nodes import KeyPath
from press.system.picklable import Picklable

MOST_NAMED = 8  # missing characters; more are another script
MOST_READ = 32  # font files whose characters are kept: those of two brands, for who builds again and again
FaceRole = Literal["display", "text"]
FACE_ROLES: tuple[FaceRole, ...] = get_args(FaceRole)
INVISIBLE = {"\u00ad"}  # only ever shown as a hyphen


@dataclass(frozen=True)
class Face(Picklable):
    """A family, its upright files and its italic ones."""

    family: str
    files: tuple[Path, ...]
    italics: tuple[Path, ...] = ()

    @cached_property
    def data(self) -> dict[Path, bytes]:
        """The bytes of every file, read once: what is examined is what is set."""
        return {file: file.read_bytes() for file in (*self.files, *self.italics)}

    def characters(self) -> frozenset[str]:
        """What every upright file of the family can show."""
        return frozenset.intersection(*(_characters(self.data[file]) for file in self.files))


@lru_cache(maxsize=MOST_READ)
def _characters(data: bytes) -> frozenset[str]:
    font = TTFont(BytesIO(data), lazy=True)
    font.setGlyphOrder(
        list(map(str, range(font["maxp"].numGlyphs)))
    )  # nobody asks for their names, and to read them takes long
    return frozenset(map(chr, font.getBestCmap()))


def outside(faces: Iterable[Face], folder: Path) -> dict[Path, bytes]:
    """The files of faces that lie out of a folder, as they were read."""
    files = (file for face in faces for file in face.data.items())
    return {path: data for path, data in files if not path.is_relative_to(folder)}


def installed_faces() -> dict[str, Face]:
    """Family → face of every installed font package."""
    faces = {}
    for family in fontpkg.families().values():
        upright, italics = (
            tuple(sorted(file.path for file in family.files if (file.style == "normal") == is_upright))
            for is_upright in (True, False)
        )
        faces[family.name] = Face(family.name, upright, italics)
    return faces


def own_faces(folder: Path, brand: Loaded[Brand]) -> dict[str, Face]:
    """Family → face of the font files in a brand's folder. Raises PressError with every file that cannot be used."""
    families = own_families(folder, brand.where("fonts"))
    return {family: Face(family, *files) for family, files in families.items()}


def face_of(brand: Loaded[Brand], known: dict[str, Face], role: FaceRole) -> Face:
    """The face that a brand names for a role; system fonts are ignored. Raises PressError if it is not known."""
    name: str = getattr(brand.value.fonts, role)
    if name not in known:
        own = _("put its TTF or OTF files into {folder}/ in the brand's folder", folder=FOLDER)
        fix = _("choose one of: {names}; or {own}", names=", ".join(sorted(known)), own=own)
        raise PressError(Problem(brand.where("fonts", role), _("there is no font family `{name}`", name=name), fix))
    return known[name]


def missing_glyphs(parts: Iterable[Loaded[Any]], faces: Iterable[Face]) -> Iterator[Problem]:
    """Every text that holds a character one of the faces cannot show. (Typst prints nothing in its place.)"""
    covered = {face.family: face.characters() | INVISIBLE for face in faces}
    for loaded in parts:
        for path, text in printed_texts(loaded.value):
            for family, characters in covered.items():
                if missing := sorted(set(text) - characters):
                    yield Problem(
                        loaded.where(*path),
                        _(
                            "{owner}the font {family} has no {characters}",
                            owner=_owner(loaded.value, path),
                            family=family,
                            characters=named(missing),
                        ),
                        _("write it otherwise, or choose another font in the brand"),
                    )


def missing_added(brand: Loaded[Brand], faces: Iterable[Face]) -> Iterator[Problem]:
    """Every face that lacks a character which templates or code add to what is written."""
    for family, face in {face.family: face for face in faces}.items():
        if missing := sorted(ADDED - face.characters()):
            role = next(role for role in FACE_ROLES if getattr(brand.value.fonts, role) == family)
            yield Problem(
                brand.where("fonts", role),
                _(
                    "the font {family} has no {characters}, which pages add to what is written",
                    family=family,
                    characters=named(missing),
                ),
                _("choose another font, or a file of it that has them"),
            )


def named(characters: list[str]) -> str:
    """Characters as one finds them in a table, the first ones of many: by themselves, by number, by name."""
    first = [_in_table(character) for character in characters[:MOST_NAMED]]
    more = len(characters) - MOST_NAMED
    return joined(", ", first) + (_(" and {more} more", more=more) if more > 0 else "")


def _in_table(character: str) -> str:
    name = unicodedata.name(character, None) or _("without a name")
    return joined("", (f"{character} (U+{ord(character):04X} ", name, ")"))


def _owner(model: Any, path: KeyPath) -> str:
    return _("phrase `{id}`: ", id=model.phrases[path[1]].id) if path[0] == "phrases" else ""
