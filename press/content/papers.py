"""Papers: what is printed on, coated or not, and how heavy. Known ones are data; an order may describe another."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from press.errors import PressError, Problem, refuse_if
from press.language.message import _
from press.paths import Project
from press.schema.validation import Loaded, Model, load
from press.schema.values import Line

LIGHTEST, HEAVIEST = 40, 600  # g/m²: Bible paper, and board that a sheet-fed press just takes

Weight = Annotated[int, Field(ge=LIGHTEST, le=HEAVIEST, description="In g/m².")]

_WRITTEN = re.compile(r"(?P<name>.*\S?),?\s+(?P<weight>\d{2,3})\s?(?:g/m²|g/m2|g/qm|g)")


class Paper(Model):
    """A paper as the ticket names it: `Offset weiß, 120 g/m²`."""

    name: Line
    weight: Weight
    coated: Annotated[bool, Field(description="Coated (Bilderdruck, Chromokarton) or not (Offset, Recycling).")]

    def __str__(self) -> str:
        return f"{self.name}, {self.weight} g/m²"


class Papers(Model):
    """Papers by preference: the first that suits is taken where an order names none."""

    papers: Annotated[tuple[Paper, ...], Field(min_length=1, max_length=99)]


class WantedPaper(Model):
    """A paper as an order names it: a known one by its name and weight, or another with all that is to be known."""

    name: Line
    weight: Weight | None = None
    coated: Annotated[bool | None, Field(description="Needed of a paper that content/papers.yaml does not list.")] = (
        None
    )

    @model_validator(mode="before")
    @classmethod
    def _weighed(cls, value: Any) -> Any:
        """Takes the weight out of a name that ends in it."""
        name = value.get("name") if isinstance(value, dict) else None
        if isinstance(name, str) and "weight" not in value and (found := _WRITTEN.fullmatch(name.strip())):
            return {**value, "name": found["name"].rstrip(", "), "weight": int(found["weight"])}
        return value

    def __str__(self) -> str:
        return f"{self.name}, {self.weight} g/m²" if self.weight else self.name

    def is_like(self, paper: Paper) -> bool:
        """Whether a known paper is meant."""
        return (
            self.name.casefold() == paper.name.casefold()
            and self.weight in (None, paper.weight)
            and self.coated in (None, paper.coated)
        )


class _OrText:
    """Tells editors that a paper may be written as a line."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def _from_line(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


PaperChoice = Annotated[WantedPaper, BeforeValidator(_from_line), _OrText()]


def load_papers(project: Project) -> Loaded[Papers]:
    """Reads content/papers.yaml. Raises PressError with every mistake in it."""
    papers = load(project.papers, project.name(project.papers), Papers)
    refuse_if(_doubled(papers))
    return papers


def known_paper(wanted: WantedPaper, papers: Loaded[Papers], where: str) -> Paper:
    """The paper that is meant. Raises PressError for one that is neither listed nor described."""
    if found := [paper for paper in papers.value.papers if wanted.is_like(paper)]:
        return found[0]
    if wanted.weight is not None and wanted.coated is not None:
        return Paper(name=wanted.name, weight=wanted.weight, coated=wanted.coated)
    listed = "; ".join(map(str, papers.value.papers))
    described = f"{{name: {wanted.name}, weight: {wanted.weight or 120}, coated: false}}"
    raise PressError(
        Problem(
            where,
            _("`{wanted}` is no paper of {papers}", wanted=wanted, papers=papers.source.name),
            _(
                "say whether it is coated: paper: {described}; or choose one of: {listed}",
                described=described,
                listed=listed,
            ),
        )
    )


def first_paper(papers: Iterable[Paper], least: int, coated: bool | None) -> Paper | None:
    """The first paper of at least so many g/m²; coated or not, if that is asked for."""
    return next((paper for paper in papers if paper.weight >= least and coated in (None, paper.coated)), None)


def _doubled(papers: Loaded[Papers]) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, paper in enumerate(papers.value.papers):
        if (name := str(paper).casefold()) in seen:
            yield Problem(
                papers.where("papers", i),
                _("`{paper}` is listed twice", paper=paper),
                _("delete one, or name it otherwise"),
            )
        seen.add(name)
