"""What `invoke list` and `invoke verify` print: layouts, brands, orders, and a sheet's board."""

from press.bingo.odds import odds
from press.brand.brand import load_brand
from press.cli.output import table
from press.content.content import load_content
from press.errors import PressError, refuse_if
from press.order.layouts import Layout, load_layouts
from press.order.options import declared, free_cell
from press.order.order import load_order
from press.order.product import deal_for, players_of
from press.order.verify_sheet import Verified, shown_board
from press.paths import Project
from press.typst_engine.templates import read_templates

UNREADABLE = "cannot be read: invoke check"


def listing(project: Project) -> list[str]:
    """Layouts, brands and orders, a line each, and how each order's boards play.

    Raises PressError if a layout is wrong.
    """
    refuse_if(project.misnamed())
    templates = read_templates(project)
    layouts = load_layouts(templates, templates.layouts)
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
            count = f"{item.boards} {'board' if item.boards == 1 else 'boards'}"
            lines.append(f"    {item.product}, {count}: {odds(deal, players_of(item, order))}")
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


def sheet_board(result: Verified) -> list[str]:
    """A sheet's board, dealt again."""
    rows = shown_board(result)
    decks = f"{'deck' if len(result.decks) == 1 else 'decks'} {', '.join(result.decks)}"
    whose = f"{result.layout.name} of the order {result.order}, {decks}, seed {result.deal.seed}"
    return [f"Sheet {result.sheet_id}: {whose}", ""] + [
        line for row in rows for line in (*(f"  {cell}" for cell in row), "")
    ]
