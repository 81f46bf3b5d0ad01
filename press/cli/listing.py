"""What `invoke list` and `invoke verify` print: layouts, brands, orders, and a sheet's board."""

from collections.abc import Mapping

from press.bingo.odds import odds
from press.brand.brand import load_brand
from press.cli.output import table
from press.content.content import load_content
from press.content.texts import Texts
from press.errors import PressError, refuse_if, short
from press.language.message import Message, _, joined, ngettext
from press.layouts.layout import Layout
from press.layouts.layout_loading import load_layouts
from press.order.options import declared, free_cell
from press.order.order import load_order
from press.order.product import deal_for, players_of
from press.order.verify_sheet import Verified, shown_board
from press.paths import Project
from press.schema.validation import load
from press.typst_engine.asked_texts import asked_texts
from press.typst_engine.templates import Templates, read_templates

UNREADABLE = _("cannot be read: invoke check")


def listing(project: Project) -> list[str]:
    """Layouts, brands and orders, a line each, and how each order's boards play.

    Raises PressError if a layout is wrong.
    """
    refuse_if(project.misnamed())
    templates = read_templates(project)
    layouts = load_layouts(templates, templates.layouts)
    return [
        _("Layouts"),
        *table((layout.name, Message(layout.about)) for layout in layouts.values()),
        "",
        _("Brands"),
        *table((name, _brand_name(project, name)) for name in project.brands()),
        "",
        _("Orders"),
        *(line for name in project.orders() for line in _order_lines(project, name, layouts)),
    ]


def text_listing(project: Project) -> list[str]:
    """Every shared text with the layouts that print it, in the order of content/texts.yaml. Raises PressError."""
    templates = read_templates(project)
    layouts = load_layouts(templates, templates.layouts)
    texts = load(project.texts, project.name(project.texts), Texts).value
    printed = printed_by(templates, layouts)
    return [
        _("Texts of {path}, and what prints them", path=project.name(project.texts)),
        *table((key, short(text), where) for (key, text), where in zip(texts, printed.values(), strict=True)),
    ]


def printed_by(templates: Templates, layouts: Mapping[str, Layout]) -> dict[str, str]:
    """Key of a shared text → the layouts that can print it, in few words."""
    keys = list(Texts.model_fields)
    asked = {name: asked_texts(templates, name, keys) for name in layouts}
    return {key: _layouts_named([name for name in layouts if key in asked[name]], layouts) for key in keys}


def _layouts_named(names: list[str], layouts: Mapping[str, Layout]) -> str:
    """All bingo sheets as one word; so is everything, and what is only in the Markdown file or nowhere."""
    boards = [name for name, layout in layouts.items() if layout.board]
    if len(names) == len(layouts):
        return _("all")
    if boards and set(boards) <= set(names):
        names = [_("bingo sheets"), *(name for name in names if name not in boards)]
    return joined(", ", names) if names else "–"


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
        return [joined("", ("  ", order_id, "  ", UNREADABLE))]
    lines: list[str] = [f"  {order_id}  {order.about}"]
    for item in order.items:
        layout = layouts[item.layout]
        deal = deal_for(content, layout, order.seed, free_cell(item, layout))
        if deal and item.boards and len(deal.grid.slots) <= len(content.phrases):
            count = ngettext("{n} board", "{n} boards", item.boards)
            plays = str(odds(deal, players_of(item, order)))
            lines.append(joined("", ("    ", item.product, ", ", count, ": ", plays)))
    return lines


def layout_card(layout: Layout) -> list[str]:
    """All that a layout says of itself, and the options an order may set."""
    size = " × ".join(f"{side:g}" for side in layout.trim)
    rows = [
        (
            name,
            option.type if not option.choices else " | ".join(option.choices),
            _("default: {default}", default=option.default or "–"),
            Message(option.about),
        )
        for name, option in declared(layout).items()
    ]
    return [
        joined("", (layout.name, ": ", Message(layout.about))),
        _(
            "  {title}, {size} mm, {sides} side(s), {finishing}",
            title=layout.title,
            size=size,
            sides=layout.sides,
            finishing=layout.finishing,
        ),
        "",
        _("Options an order's item may set"),
        *(table(rows) if rows else [_("  none")]),
    ]


def sheet_board(result: Verified) -> list[str]:
    """A sheet's board, dealt again."""
    rows = shown_board(result)
    decks = ngettext("deck {decks}", "decks {decks}", len(result.decks), decks=", ".join(result.decks))
    whose = _(
        "{layout} of the order {order}, {decks}, seed {seed}",
        layout=result.layout.name,
        order=result.order,
        decks=decks,
        seed=result.deal.seed,
    )
    return [_("Sheet {sheet_id}: {whose}", sheet_id=result.sheet_id, whose=whose), ""] + [
        line for row in rows for line in (*(f"  {cell}" for cell in row), "")
    ]
