"""The check: all content, brands, orders and layouts of the project, without building."""

from functools import partial

from press.brand.loading import load_kit
from press.colour.printing_condition import BUNDLED, load_profile
from press.content.content import load_content
from press.errors import Problem, collecting
from press.order.layouts import load_layouts
from press.order.plan import make_plan
from press.paths import Project
from press.typst_engine.templates import read_templates


def check(project: Project) -> tuple[dict[str, int], tuple[Problem, ...]]:
    """How much was checked, and the draft reasons. Raises PressError with every mistake of all files."""
    with collecting() as problems:
        problems.add(project.misnamed())
        problems.map(lambda deck: load_content(project, [deck]), project.decks())
        profile = load_profile(project, BUNDLED, "--profile")
        problems.map(lambda brand: load_kit(project, brand, profile), project.brands())
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
    return {kind: len(names) for kind, names in counts.items()}, tuple(reasons)
