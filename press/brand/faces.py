"""Fonts: the files of the families a brand names, and whether they hold every character printed."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import fontpkg
from fontTools.ttLib import TTFont

from press.brand.brand import Brand
from press.brand.font_files import FOLDER, own_families
from press.errors import Problem
from press.schema.validation import Loaded, Model

MOST_NAMED = 8  # missing characters; more are another script
INVISIBLE = {"\u00ad"}  # only ever shown as a hyphen


@dataclass(frozen=True)
class Face:
    """A family, its upright files, and the folder that Typst finds them in."""

    family: str
    files: tuple[Path, ...]
    folder: Path

    def characters(self) -> frozenset[str]:
        """What every file of the family can show."""
        return frozenset.intersection(*map(_characters, self.files))


def _characters(file: Path) -> frozenset[str]:
    font = TTFont(file, lazy=True)
    font.setGlyphOrder(
        list(map(str, range(font["maxp"].numGlyphs)))
    )  # nobody asks for their names, and to read them takes long
    return frozenset(map(chr, font.getBestCmap()))


def find_faces(folder: Path, brand: Loaded[Brand], problems: list[Problem]) -> tuple[Face, ...]:
    """The display and the text face of a brand: from its own folder, else from installed font packages. System fonts are ignored."""
    known = installed_faces() | {
        family: Face(family, files, folder / FOLDER)
        for family, files in own_families(folder, brand.where("fonts"), problems).items()
    }
    faces = []
    for role, name in (("display", brand.value.fonts.display), ("text", brand.value.fonts.text)):
        if name in known:
            faces.append(known[name])
        else:
            problems.append(
                Problem(
                    brand.where("fonts", role),
                    f"there is no font family `{name}`",
                    f"choose one of: {', '.join(sorted(known))}; or put its TTF or OTF files into {FOLDER}/ in the brand's folder",
                )
            )
    return tuple(faces)


def installed_faces() -> dict[str, Face]:
    """Family → face of every installed font package."""
    faces = {}
    for family in fontpkg.families().values():
        files = tuple(sorted(file.path for file in family.files if file.style == "normal"))
        faces[family.name] = Face(family.name, files, files[0].parent)
    return faces


def missing_glyphs(parts: Iterable[Loaded], faces: tuple[Face, ...]) -> list[Problem]:
    """Every text that holds a character one of the faces cannot show. (Typst prints nothing in its place.)"""
    problems = []
    covered = {face.family: face.characters() | INVISIBLE for face in faces}
    for loaded in parts:
        for path, text in _printed(loaded.value):
            for family, characters in covered.items():
                if missing := sorted(set(text) - characters):
                    owner = _owner(loaded.value, path)
                    problems.append(
                        Problem(
                            loaded.where(*path),
                            f"{owner}the font {family} has no {named(missing)}",
                            "write it otherwise, or choose another font in the brand",
                        )
                    )
    return problems


def named(characters: list[str]) -> str:
    """Characters as one finds them in a table, the first ones of many: by themselves, by number, by name."""
    told = [f"{c} (U+{ord(c):04X} {unicodedata.name(c, 'without a name')})" for c in characters[:MOST_NAMED]]
    return ", ".join(told) + (f" and {more} more" if (more := len(characters) - MOST_NAMED) > 0 else "")


def _printed(model: Model, path: tuple = ()):
    """Every text of a model with its key path."""
    for name in (*type(model).model_fields, *(model.model_extra or ())):
        yield from _texts(getattr(model, name), (*path, name))


def _texts(value: object, path: tuple):
    if isinstance(value, Model):
        yield from _printed(value, path)
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from _texts(part, (*path, i))
    elif isinstance(value, str):
        yield path, value


def _owner(model: Model, path: tuple) -> str:
    return f"phrase `{model.phrases[path[1]].id}`: " if path[0] == "phrases" else ""
