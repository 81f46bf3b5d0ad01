"""The check: all content, brands, orders and layouts of the project, without building."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from press.brand.loading import Kit, load_kit
from press.colour.printing_condition import COATED, load_profile
from press.content.content import Content, load_content
from press.content.papers import load_papers
from press.content.typographic_notes import typographic_notes
from press.errors import Problem, collecting
from press.order.layouts import load_layouts
from press.order.plan import Plan, make_plan
from press.paths import Project
from press.schema.validation import Loaded
from press.typst_engine.templates import read_templates


def check(project: Project) -> tuple[dict[str, int], tuple[Problem, ...], tuple[Problem, ...]]:
    """How much was checked, the draft reasons, and doubts. Raises PressError with every mistake of all files."""
    with collecting() as problems:
        problems.add(project.misnamed())
        contents = problems.map(lambda deck: load_content(project, [deck]), project.decks())
        profile = load_profile(project, COATED, COATED)
        kits = problems.map(lambda brand: load_kit(project, brand, profile), project.brands())
        with problems.catching():
            load_papers(project)
        with problems.catching():
            templates = read_templates(project)
            load_layouts(templates, templates.layouts)
        plans = problems.map(partial(make_plan, project), project.orders())
    counts = {
        "decks": project.decks(),
        "brands": project.brands(),
        "layouts": project.layout_names(),
        "orders": project.orders(),
    }
    reasons = dict.fromkeys(reason for plan in plans for reason in plan.draft_reasons)
    notes = dict.fromkeys(typographic_notes(_parts(contents, kits, plans)))
    return {kind: len(names) for kind, names in counts.items()}, tuple(reasons), tuple(notes)


def _parts(contents: list[Content], kits: list[Kit], plans: list[Plan]) -> Iterator[Loaded[Any]]:
    """All that is printed; the texts are each order's own."""
    for content in (*contents, *(plan.content for plan in plans)):
        yield content.texts
        yield content.podcast
        yield from content.decks
    yield from (kit.brand for kit in kits)
    yield from (plan.order for plan in plans)
