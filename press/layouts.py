"""Layouts: found by their files, described by the facts in them."""

from typing import Annotated, Literal

from pydantic import Field, ValidationError

from press.errors import PressError, Problem
from press.grid import Grid
from press.model import Line, Model
from press.project import Project
from press.typeset import Typesetter

Millimetres = Annotated[float, Field(gt=0, le=1200, strict=False)]


class LayoutGrid(Model):
    rows: Annotated[int, Field(ge=3, le=9)]
    columns: Annotated[int, Field(ge=3, le=9)]
    free: bool = False


class Layout(Model):
    """What a layout's file says of itself under the label <layout>."""

    name: str
    title: Annotated[Line, Field(description="Its name in print, German.")]
    about: Annotated[Line, Field(description="What it is, a line in English.")]
    trim: Annotated[tuple[Millimetres, Millimetres], Field(description="Width and height in mm.")]
    sides: Literal[1, 2]
    board: Annotated[LayoutGrid | None, Field(description="The grid of a bingo sheet; none on a handout.")] = None

    @property
    def grid(self) -> Grid | None:
        return Grid(self.board.rows, self.board.columns, self.board.free) if self.board else None


def load_layouts(project: Project, names: list[str]) -> dict[str, Layout]:
    """The layouts of these names. Raises PressError when one says nothing, or nonsense, of itself."""
    found = Typesetter(project).layout_facts(names)
    where = [project.name(project.layouts / f"{name}.typ") for name in names]
    if len(found) != len(names):
        raise PressError(Problem(", ".join(where), f"{len(found)} descriptions in {len(names)} layouts",
                                 "each layout ends its facts with one `#metadata(facts) <layout>`"))
    layouts, problems = {}, []
    for name, file, facts in zip(names, where, found):
        try:
            layouts[name] = Layout.model_validate({"name": name, **_frozen(facts)})
        except ValidationError as error:
            problems += [Problem(f"{file}:1", f"facts: {'.'.join(map(str, e['loc']))}: {e['msg']}", "mend the facts")
                         for e in error.errors()]
    if problems:
        raise PressError(problems)
    return layouts


def _frozen(value):
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
