"""What the commands tell when they are done, as lines."""

from typing import Any

from press.brand import load_brand
from press.build import Built
from press.console import table
from press.errors import Problem
from press.layouts import load_layouts
from press.order import load_order
from press.project import Project
from press.verify import Verified, shown_board


def built(result: Built, project: Project) -> list[str]:
    """What was made, how many, where it lies, what is still open."""
    rows = [
        (p["file"], f"{p['pages']} pages", f"{p['boards']} boards" if p["boards"] else "", f"{p['copies']} copies",
         f"{p['first_sheet']} to {p['last_sheet']}" if p["boards"] else "")
        for p in result.manifest["products"]]
    package = next(name for name in result.manifest["outputs"] if name.endswith(".zip"))
    return [f"Made in {project.name(result.folder)}/", *table(rows), f"For the print shop: {project.name(result.folder / package)}",
            *preflighted(result.report)]


def preflighted(report: dict[str, Any]) -> list[str]:
    """What preflight looked at, and what it or the content leaves open."""
    checks = max(len(file["checks"]) for file in report["files"].values())
    lines = [f"Preflight: {len(report['files'])} files, up to {checks} checks each, status {report['status']}."]
    if report["findings"]:
        lines += ["", *table((f["severity"], f["code"], f["where"], f"{f['problem']}; {f['fix']}") for f in report["findings"])]
    return lines


def drafts(reasons: tuple[Problem, ...]) -> list[str]:
    if not reasons:
        return ["Nothing is open: ready for print."]
    return ["", f"DRAFT, not for print. {len(reasons)} open:", *(f"  {reason}" for reason in reasons)]


def listing(project: Project) -> list[str]:
    """Layouts, brands and orders, a line each. Raises PressError if one cannot be read."""
    problems: list[Problem] = []
    layouts = load_layouts(project, project.layout_names()).values()
    brands = [(name, load_brand(project, name, problems)) for name in project.brands()]
    orders = [(name, load_order(project, name, problems)) for name in project.orders()]
    return [
        "Layouts", *table((layout.name, layout.about) for layout in layouts), "",
        "Brands", *table((name, brand.value.name if brand else "cannot be read: invoke check") for name, brand in brands), "",
        "Orders", *table((name, order.value.about if order else "cannot be read: invoke check") for name, order in orders),
    ]


def verified(result: Verified) -> list[str]:
    rows = shown_board(result)
    return [f"Sheet {result.sheet_id}: {result.layout.name} of the order {result.order}", ""] + [
        line for row in rows for line in (*(f"  {cell}" for cell in row), "")]
