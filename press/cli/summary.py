"""What the commands tell when they are done, as lines."""

from press.bingo.odds import odds
from press.brand.brand import load_brand
from press.build.build import BuildResult
from press.cli.output import table
from press.content.content import load_content
from press.delivery.filenames import INDEX
from press.delivery.manifest import ManifestProduct
from press.delivery.verify_order import Checked
from press.errors import PressError, Problem
from press.order.layouts import Layout, load_layouts
from press.order.options import declared, free_cell
from press.order.order import load_order
from press.order.plan import Plan
from press.order.product import deal_for
from press.order.verify_sheet import Verified, shown_board
from press.paths import Project
from press.preflight.report import OrderReport
from press.proof.compare import Change, Comparison

UNREADABLE = "cannot be read: invoke check"
MOST_KEYS = 6  # of changed texts that are named


def built(result: BuildResult, project: Project) -> list[str]:
    """What was made, how many, where it lies, what is still open."""
    rows = [
        (
            product.file,
            f"{product.pages} pages",
            f"{product.boards} boards" if product.boards else "",
            f"{product.copies} copies",
            f"{product.first_sheet} to {product.last_sheet}" if product.boards else "",
        )
        for product in result.manifest.products
    ]
    packages = [
        f"For the print shop: {project.name(result.folder / name)}"
        for name in result.manifest.outputs
        if name.endswith(".zip")
    ]
    rounds = dict.fromkeys(  # once for all editions and files of an item
        f"  {product.id}: {product.odds}" for product in result.manifest.products if _begins_an_item(product)
    )
    if result.comparison is None:
        return [
            f"Nothing has changed since the last build: {project.name(result.folder)}/ is as it would be made again."
        ]
    kept = len(rows) - len(result.made)
    said = f"Made in {project.name(result.folder)}/" + (
        f" ({kept} of {len(rows)} taken over from the last build)" if kept else ""
    )
    return [
        said,
        *table(rows),
        *rounds,
        *packages,
        f"To look at: {project.name(result.folder / INDEX)}",
        *changed(result.comparison),
        *preflighted(result.report),
    ]


def _begins_an_item(product: ManifestProduct) -> bool:
    """Whether it is the first, or the only, file of an item with boards."""
    return product.first_sheet is not None and int(product.first_sheet.split("-")[1]) == 1


def left_out(plan: Plan) -> list[str]:
    """Items without an office edition."""
    return [f"No office edition of {name}: {why}." for name, why in plan.left_out.items()]


def changed(comparison: Comparison) -> list[str]:
    """What is different from the build that was replaced."""
    if not comparison.earlier:
        return []
    if comparison.same:
        return ["Nothing that is printed has changed since the last build."]
    rows = []
    for product in comparison.products:
        pages = [f"{len(product.pages)} of {product.compared} compared pages look different"] if product.pages else []
        other = ["the file differs, its pages look the same"] if product.unseen else []
        rows.append(
            (
                product.file,
                "; ".join(pages + _keys(product.facts) + other) if product.kind == "changed" else product.kind,
            )
        )
    rows += [
        (f"phrase `{phrase.id}`", ", ".join(_keys(phrase.changes)) if phrase.kind == "changed" else phrase.kind)
        for phrase in comparison.phrases
    ]
    rows += [
        (name, ", ".join(_keys(changes)))
        for name, changes in (("texts", comparison.texts), ("brand", comparison.brand))
        if changes
    ]
    return ["Changed since the last build:", *table(rows)]


def _keys(changes: tuple[Change, ...]) -> list[str]:
    keys = [change.key for change in changes]
    return keys if len(keys) <= MOST_KEYS else [*keys[:MOST_KEYS], f"{len(keys) - MOST_KEYS} more"]


def preflighted(report: OrderReport) -> list[str]:
    """What preflight looked at, and what it or the content leaves open."""
    checks = max(len(file.checks) for file in report.files.values())
    lines = [f"Preflight: {len(report.files)} files, up to {checks} checks each, status {report.status}."]
    if report.findings:
        findings = ((f.severity, f.code, f.where, f"{f.problem}; {f.fix}") for f in report.findings)
        lines += ["", *table(findings)]
    return lines


def checked(found: Checked, project: Project) -> str:
    """A published order that is whole."""
    return f"Checked: {project.name(found.folder)}/, {found.files} files, {found.size / 1e6:.1f} MB, all as they were made; status {found.status}."


def doubtful(notes: tuple[Problem, ...]) -> list[str]:
    """Typography that only somebody who reads it can set right; it stops nothing."""
    if not notes:
        return []
    return ["", f"Typography, {len(notes)} to look at:", *(f"  {note}" for note in notes)]


def drafts(reasons: tuple[Problem, ...]) -> list[str]:
    if not reasons:
        return ["Nothing is open: ready for print."]
    return ["", f"DRAFT, not for print. {len(reasons)} open:", *(f"  {reason}" for reason in reasons)]


def listing(project: Project) -> list[str]:
    """Layouts, brands and orders, a line each, and how each order's boards play. Raises PressError if a layout is wrong."""
    layouts = load_layouts(project, project.layout_names())
    return [
        "Layouts",
        *table((layout.name, layout.about) for layout in layouts.values()),
        "",
        "Brands",
        *table((name, _brand_name(project, name)) for name in project.brands()),
        "",
        "Orders",
        *(line for name in project.orders() for line in _order_lines(project, name, layouts)),
    ]


def _brand_name(project: Project, brand_id: str) -> str:
    try:
        return load_brand(project, brand_id).value.name
    except PressError:
        return UNREADABLE


def _order_lines(project: Project, order_id: str, layouts: dict[str, Layout]) -> list[str]:
    try:
        order = load_order(project, order_id).value
        content = load_content(project, order.decks)
    except PressError:
        return [f"  {order_id}  {UNREADABLE}"]
    lines = [f"  {order_id}  {order.about}"]
    for item in order.items:
        layout = layouts[item.layout]
        deal = deal_for(content, layout, order.seed, free_cell(item, layout))
        if deal and item.boards and len(deal.grid.slots) <= len(content.phrases):
            lines.append(f"    {item.product}, {item.boards} boards: {odds(deal, item.boards)}")
    return lines


def layout_card(layout: Layout) -> list[str]:
    """All that a layout says of itself, and the options an order may set."""
    size = " × ".join(f"{side:g}" for side in layout.trim)
    rows = [
        (
            name,
            option.type if not option.choices else " | ".join(option.choices),
            f"default: {option.default or '–'}",
            option.about,
        )
        for name, option in declared(layout).items()
    ]
    return [
        f"{layout.name}: {layout.about}",
        f"  {layout.title}, {size} mm, {layout.sides} side(s), {layout.finishing}",
        "",
        "Options an order's item may set",
        *(table(rows) if rows else ["  none"]),
    ]


def verified(result: Verified) -> list[str]:
    rows = shown_board(result)
    return [f"Sheet {result.sheet_id}: {result.layout.name} of the order {result.order}", ""] + [
        line for row in rows for line in (*(f"  {cell}" for cell in row), "")
    ]
