"""The check: all content, brands, orders and layouts of the project, without building."""

from press.brand.loading import load_kit
from press.colour.icc_profile import BUNDLED, load_profile
from press.content.content import load_content
from press.errors import PressError, Problem, refuse_if
from press.order.layouts import load_layouts
from press.order.plan import make_plan
from press.paths import Project


def check(project: Project) -> tuple[dict[str, int], tuple[Problem, ...]]:
    """How much was checked, and the draft reasons. Raises PressError with every mistake of all files."""
    problems: list[Problem] = []
    reasons: list[Problem] = []
    for deck in project.decks():
        load_content(project, [deck], problems)
    profile = load_profile(project, BUNDLED, "--profile")
    for brand in project.brands():
        load_kit(project, brand, profile, problems)
    for part in (
        lambda: load_layouts(project, project.layout_names()),
        *(_plan(project, order, reasons) for order in project.orders()),
    ):
        try:
            part()
        except PressError as error:
            problems.extend(error.problems)
    refuse_if(problems)
    counts = {
        "decks": project.decks(),
        "brands": project.brands(),
        "layouts": project.layout_names(),
        "orders": project.orders(),
    }
    return {kind: len(names) for kind, names in counts.items()}, tuple(dict.fromkeys(reasons))


def _plan(project: Project, order: str, reasons: list[Problem]):
    return lambda: reasons.extend(make_plan(project, order).draft_reasons)
