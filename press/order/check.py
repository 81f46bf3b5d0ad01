"""The check of what is written: content, brands, orders and layouts, read and held against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from press.brand.faces import Face
from press.brand.loading import Kit, load_kit
from press.colour.printing_condition import COATED, load_profile
from press.content.content import Content, load_content, load_podcast
from press.content.papers import load_papers
from press.content.typographic_notes import typographic_notes
from press.errors import Collector, Problem, collecting
from press.kept.kept_facts import KeptFacts
from press.layouts.layout_loading import load_layouts
from press.links.key_rules import campaigns_at_odds
from press.links.link_rules import Placeholder
from press.order.plan import Plan, make_plan
from press.order.plan_parts import SIE, load_texts_in
from press.order.variant import Overrides
from press.paths import Project
from press.schema.validation import Loaded
from press.schema.yaml_source import Source
from press.typst_engine.templates import read_templates


@dataclass(frozen=True)
class Checked:
    """How much was read, by kind; the plans that are sound; what is in doubt, but stops nothing. `others` were read
    though nobody ordered them, `faces` are all typefaces."""

    counts: dict[str, int]
    plans: tuple[Plan, ...]
    notes: tuple[Problem, ...]
    others: tuple[Source, ...]
    faces: tuple[Face, ...]

    @property
    def reasons(self) -> tuple[Placeholder, ...]:
        """Why orders may be only drafts."""
        return tuple(dict.fromkeys(reason for plan in self.plans for reason in plan.draft_reasons))


def check(project: Project) -> Checked:
    """All that is written. Raises PressError with every mistake of all files."""
    with collecting() as problems:
        checked = read_all(project, problems)
    return checked


def read_all(project: Project, problems: Collector) -> Checked:
    """Everything there is, also what nobody ordered; mistakes go to `problems`."""
    problems.add(project.misnamed())
    contents = problems.map(lambda deck: load_content(project, [deck]), project.decks())
    profile = load_profile(project, COATED, COATED)
    kits = problems.map(lambda brand: load_kit(project, brand, profile), project.brands())
    with problems.catching():
        load_papers(project)
    with problems.catching():
        templates = read_templates(project)
        load_layouts(templates, templates.layouts, KeptFacts.of(project))
    if project.texts_in(SIE).exists():
        with problems.catching():
            load_texts_in(project, SIE)
    podcasts = problems.map(lambda name: load_podcast(project, project.own_podcast(name)), project.own_podcasts())
    plans = problems.map(partial(make_plan, project), project.orders())
    problems.add(campaigns_at_odds((plan.addresses, plan.order.where("campaign")) for plan in plans))
    counts = {
        "decks": len(project.decks()),
        "brands": len(project.brands()),
        "layouts": len(project.layout_names()),
        "orders": len(project.orders()),
    }
    loaded: tuple[Loaded[Any], ...] = (*(kit.brand for kit in kits), *podcasts)
    others = (*(source for content in contents for source in content.sources), *(one.source for one in loaded))
    faces = tuple(face for kit in kits for face in kit.faces)
    return Checked(counts, tuple(plans), _notes(_parts(contents, kits, plans)), others, faces)


def read_order(project: Project, order: str, overrides: Overrides, problems: Collector) -> Checked:
    """One order with what it names, and nothing else."""
    plans = problems.map(lambda name: make_plan(project, name, overrides), [order])
    decks = len(plans[0].content.decks) if plans else 0
    layouts = len({product.layout.name for plan in plans for product in plan.products})
    counts = {"decks": decks, "brands": len(plans), "layouts": layouts, "orders": len(plans)}
    return Checked(counts, tuple(plans), notes_of(plans), (), tuple(face for plan in plans for face in plan.faces))


def notes_of(plans: Sequence[Plan]) -> tuple[Problem, ...]:
    """What is in doubt in the typography of all that plans print; each doubt once."""
    return _notes(part for plan in plans for part in plan.printed)


def _notes(parts: Iterator[Loaded[Any]]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(typographic_notes(parts)))


def _parts(contents: list[Content], kits: list[Kit], plans: list[Plan]) -> Iterator[Loaded[Any]]:
    """All that is printed; the texts are each order's own."""
    for content in contents:
        yield from content.parts
    yield from (kit.brand for kit in kits)
    for plan in plans:
        yield from plan.printed
