"""Fonts: the files of the families a brand names, and whether they hold every character printed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Iterable

import fontpkg
from fontTools.ttLib import TTFont

from press.brand import Brand
from press.errors import Problem
from press.model import Loaded, Model

INVISIBLE = {"\u00ad"}  # only ever shown as a hyphen


@dataclass(frozen=True)
class Face:
    """A family and where its files lie."""

    family: str
    files: tuple[Path, ...]

    @property
    def folder(self) -> Path:
        return self.files[0].parent

    def characters(self) -> frozenset[str]:
        """What every file of the family can show."""
        covered = [frozenset(map(chr, TTFont(file, lazy=True).getBestCmap())) for file in self.files]
        return frozenset.intersection(*covered)


def find_faces(brand: Loaded[Brand], problems: list[Problem]) -> tuple[Face, ...]:
    """The display and the text face of a brand, from installed font packages; system fonts are ignored."""
    installed = {family.name: family for family in fontpkg.families().values()}
    faces = []
    for role, name in (("display", brand.value.fonts.display), ("text", brand.value.fonts.text)):
        if name in installed:
            faces.append(Face(name, tuple(sorted(file.path for file in installed[name].files if file.style == "normal"))))
        else:
            problems.append(Problem(brand.where("fonts", role), f"there is no font family `{name}`",
                                    f"choose one of: {', '.join(sorted(installed))}"))
    return tuple(faces)


def missing_glyphs(parts: Iterable[Loaded], faces: tuple[Face, ...]) -> list[Problem]:
    """Every text that holds a character one of the faces cannot show. (Typst prints nothing in its place.)"""
    problems = []
    covered = {face.family: face.characters() | INVISIBLE for face in faces}
    for loaded in parts:
        for path, text in _printed(loaded.value):
            for family, characters in covered.items():
                if lacking := sorted(set(text) - characters):
                    shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in lacking)
                    owner = _owner(loaded.value, path)
                    problems.append(Problem(loaded.where(*path), f"{owner}the font {family} has no {shown}",
                                            "write it otherwise, or choose another font in the brand"))
    return problems


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
