"""Options: what an order's item sets for its layout, checked against what the layout declares."""

import difflib
from collections.abc import Iterator
from typing import Any

from press.errors import Problem, choose_one, short
from press.language.message import Message, _
from press.layouts.layout import Layout, Option
from press.order.order import Order
from press.order.order_item import Item
from press.schema.validation import Loaded
from press.schema.yaml_nodes import Key

SIZE = "size"  # every layout with `sizes` has it
FREE = "free"  # of a board layout: whether the middle cell is free
MAX_TEXT = 600  # characters: an introduction on a cover; Typst takes minutes to find out that a book does not fit


def declared(layout: Layout) -> dict[str, Option]:
    """All options of a layout: its own, and those that its facts bring along."""
    options = dict(layout.options)
    if layout.sizes:
        options[SIZE] = Option(type="choice", default="", about=_("The size of the page."), choices=tuple(layout.sizes))
    if layout.board and layout.board.rows == layout.board.columns and layout.board.rows % 2:
        options[FREE] = Option(
            type="flag", default=layout.board.free, about=_("Whether the cell in the middle is free.")
        )
    return options


def free_cell(item: Item, layout: Layout) -> bool | None:
    """Whether an item wants the middle cell free; None where it says nothing of it, or nothing this layout can do."""
    wanted = item.options.get(FREE)
    return wanted if FREE in declared(layout) and isinstance(wanted, bool) else None


def chosen(item: Item, layout: Layout) -> dict[str, Any]:
    """Every option with its value: the item's, else the default."""
    return {name: item.options.get(name, option.default) for name, option in declared(layout).items()}


def option_faults(item: Item, layout: Layout, order: Loaded[Order], path: tuple[Key, ...]) -> Iterator[Problem]:
    """Options the layout does not know, or values they cannot take."""
    known = declared(layout)
    for name, value in item.options.items():
        where = order.where(*path, name)
        if name not in known:
            yield Problem(
                where,
                _("`{layout}` has no option `{name}`", layout=layout.name, name=short(name)),
                _advice(short(name), known),
            )
        elif wrong := _wrong(known[name], value):
            yield Problem(where, _("`{name}` is {value}", name=name, value=short(repr(value))), wrong)


def _wrong(option: Option, value: Any) -> Message | None:
    if option.type == "flag":
        return None if isinstance(value, bool) else _("write true or false")
    if not isinstance(value, str) or not value.strip():
        return _('write a text, in "quotes"')
    if option.type == "text" and len(value) > MAX_TEXT:
        return _("shorten it to at most {max_text} characters: it has {count}", max_text=MAX_TEXT, count=len(value))
    if option.type == "choice" and value not in option.choices:
        return choose_one(option.choices)
    return None


def _advice(name: str, known: dict[str, Option]) -> Message:
    keys = [*known, *Item.model_fields]
    if close := difflib.get_close_matches(name, keys, 1):
        return _("did you mean `{close}`?", close=close[0])
    return _("it has: {known}", known=", ".join(known)) if known else _("delete it")
