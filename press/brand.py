"""A brand: colours by role, fonts by family, and who is named on the sheet."""

from typing import Annotated

from pydantic import Field

from press.errors import Problem
from press.model import Line, Link, Loaded, Model, load
from press.project import Project

Percent = Annotated[float, Field(ge=0, le=100, strict=False)]


class Colour(Model):
    """Process colour: cyan, magenta, yellow, black in % of ink."""

    cmyk: Annotated[tuple[Percent, Percent, Percent, Percent], Field(description="Cyan, magenta, yellow, black in %.")]


class Colours(Model):
    """Colours by what they do, never by what they are."""

    ink: Annotated[Colour, Field(description="Text and codes; K only.")]
    paper: Annotated[Colour, Field(description="The ground one writes on.")]
    accent: Annotated[Colour, Field(description="The large flat areas.")]
    accent_soft: Annotated[Colour, Field(alias="accent-soft", description="Quiet areas behind text.")]
    on_accent: Annotated[Colour, Field(alias="on-accent", description="Text on the accent.")]


class Fonts(Model):
    display: Annotated[Line, Field(description="The family of titles and boards.")]
    text: Annotated[Line, Field(description="The family of everything else.")]


class Brand(Model):
    name: Line
    website: Link
    colours: Colours
    fonts: Fonts


def load_brand(project: Project, brand_id: str, problems: list[Problem]) -> Loaded[Brand] | None:
    """Reads a brand; adds every mistake to `problems` and then returns None."""
    path = project.brand(brand_id)
    return load(path, project.name(path), Brand, problems)
