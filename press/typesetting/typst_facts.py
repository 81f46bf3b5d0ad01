"""What Typst says of a set job: facts that templates leave, their keys each in one place. Lengths are in mm."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from press.errors import PressError, Problem
from press.language.message import _
from press.order.imposition import Sheets
from press.schema.validation import Model
from press.typesetting.stamp_slots import Slot, Stamp, Stamped


class FitFact(Model):
    """A text of a phrase, of the brand, an option, … in its place: its size, and how far it runs `over`, in pt."""

    kind: Literal["fit"]
    phrase: str | None
    text: str | None
    cell: str
    size: float
    over: float


class CodeFact(Model):
    """A code: its sides, on which of Typst's pages, and whether it has words for whom cannot see it."""

    kind: Literal["code"]
    link: str
    module: float
    side: float
    page: int
    described: Annotated[bool, Field(alias="told")]


class PagesFact(Model):
    kind: Literal["pages"]
    count: int


class SlotFact(Model):
    """A gap of a form; see `press.typesetting.stamp_slots.Slot`."""

    kind: Literal["slot"]
    stamp: str
    by: str
    place: int
    cell: int | None
    page: int
    x: float
    y: float


class StampFact(Model):
    """A way to fill a gap; see `press.typesetting.stamp_slots.Stamp`."""

    kind: Literal["stamp"]
    stamp: str
    key: str
    page: int
    rim: float
    advance: float


MOST_TOLD = 20  # facts that are none; who says more of them says one again and again
MEND = _("leave the label <fact> to the templates in lib/")

Fact = Annotated[FitFact | CodeFact | PagesFact | SlotFact | StampFact, Field(discriminator="kind")]
_FACTS: TypeAdapter[list[Fact]] = TypeAdapter(list[Fact])


@dataclass(frozen=True)
class SetFacts:
    """The facts of a set job."""

    fits: tuple[FitFact, ...]
    codes: tuple[CodeFact, ...]
    pages: int  # that Typst set; of a form with its stamps, not of the product
    stamped: Stamped | None

    def links(self, page: int) -> tuple[str, ...]:
        """The links of the codes that Typst set on one of its pages, from 1."""
        return tuple(code.link for code in self.codes if code.page == page)


def read_facts(values: list[Any], sheets: Sheets | None, template: str) -> SetFacts:
    """Facts in order. `sheets` are those that the job leaves to be stamped into its form.

    Raises PressError with the file of the `template`, as a job names it, if something else stands under <fact>.
    """
    where = f"templates/{template}.typ:1"
    try:
        facts = _FACTS.validate_python(values)
    except ValidationError as error:
        raise PressError(
            Problem(where, _("fact {names}: {msg}", names=".".join(map(str, e["loc"])), msg=e["msg"]), MEND)
            for e in error.errors()[:MOST_TOLD]
        ) from None
    counts = [fact.count for fact in facts if isinstance(fact, PagesFact)]
    if len(counts) != 1:
        raise PressError(Problem(where, _("{count} facts on the number of pages", count=len(counts)), MEND))
    (pages,) = counts
    return SetFacts(
        tuple(fact for fact in facts if isinstance(fact, FitFact)),
        tuple(fact for fact in facts if isinstance(fact, CodeFact)),
        pages,
        _stamped(facts, sheets) if sheets else None,
    )


def _stamped(facts: list[Fact], sheets: Sheets) -> Stamped:
    slots: dict[int, list[Slot]] = {form: [] for form in range(len(sheets.forms))}
    stamps: dict[tuple[str, str], Stamp] = {}
    for fact in facts:
        if isinstance(fact, SlotFact) and fact.page - 1 in slots:
            slots[fact.page - 1].append(Slot(fact.stamp, fact.by, fact.place, fact.cell, fact.x, fact.y))
        elif isinstance(fact, StampFact):
            stamps[fact.stamp, fact.key] = Stamp(fact.page, fact.rim, fact.advance)
    return Stamped(sheets, {form: tuple(own) for form, own in slots.items()}, stamps)
