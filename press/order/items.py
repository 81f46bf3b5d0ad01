"""Items of an order: the products they become, and what they ask of a layout that it cannot give."""

from collections.abc import Callable, Iterator

from press.bingo.board_numbers import first_of, last_of
from press.brand.brand import Brand
from press.brand.ground import ACCENT
from press.content.content import Content, Deck
from press.errors import Problem
from press.language.message import Message, _, ngettext
from press.layouts.layout import Layout
from press.order.imposition import Sheets
from press.order.link_target import target_of
from press.order.options import FREE, chosen, free_cell, option_faults
from press.order.order import Order
from press.order.order_item import BOTH, MAX_BOARDS, Item
from press.order.product import Frame, Product, deal_for, players_of
from press.order.stock import Stock
from press.schema.validation import Loaded

PRINT = "print"
MOST_FILES = 100  # of one item: more, and nobody keeps track of them
MOST_NAMED = 5  # phrases without an answer, in one message
OFFICE_BOARDS = 500  # in one file: each is set live and tagged, and somebody has to open it


def products_of(
    item: Item, layout: Layout, edition: str, content: Content, order: Order, brand: Brand, stock: Stock
) -> list[Product]:
    """The item in one edition: one product, or one for each of its files."""
    if not is_ordered(item, edition) or EDITIONS[edition](item, layout):
        return []
    options, colours, frame = chosen(item, layout), inks(item, order, layout), _frame(item, order)
    ground = ACCENT if edition == PRINT else item.ground or order.ground
    target = target_of(item, order, brand, content)
    layout = shape(item, layout, order) if edition == PRINT else layout
    deal, players = deal_for(content, layout, order.seed, options.get(FREE)), players_of(item, order)
    if deal is None or item.boards is None:
        return [Product(item, layout, edition, None, stock, frame, colours, ground, options, target)]
    whole = Sheets(deal, content, item.boards, layout.up, target, first_of(item.boards))
    parts = whole.parts(item.boards_per_file or item.boards)
    names = [f"{n:0{len(str(len(parts)))}}" for n in range(1, len(parts) + 1)] if len(parts) > 1 else [None]
    return [
        Product(item, layout, edition, sheets, stock, frame, colours, ground, options, target, name, players)
        for sheets, name in zip(parts, names)
    ]


def is_ordered(item: Item, edition: str) -> bool:
    """Whether an item asks for an edition."""
    return item.edition in (BOTH, edition)


def shape(item: Item, layout: Layout, order: Order) -> Layout:
    """The layout as it is printed: its pieces share pages, or each has its own."""
    imposed = order.imposed if item.imposed is None else item.imposed
    return layout if imposed or not layout.is_imposed else layout.single()


def _frame(item: Item, order: Order) -> Frame:
    return Frame(item.bleed or order.bleed, order.marks if item.marks is None else item.marks)


def no_office(item: Item, layout: Layout) -> str | None:
    """Why there is no office edition of an item, if there is none."""
    if layout.no_office is None and min(item.boards or 0, item.boards_per_file or MAX_BOARDS) > OFFICE_BOARDS:
        return _("more than {office_boards:,} boards in a file; set `boards_per_file`", office_boards=OFFICE_BOARDS)
    return layout.no_office and Message(layout.no_office)


def _always(item: Item, layout: Layout) -> None:
    """Why there is no print edition: there always is one."""


# The editions an order can ask for, by name, and why an item has none, if it has none; else: press.finishing.edition.
EDITIONS: dict[str, Callable[[Item, Layout], str | None]] = {PRINT: _always, "office": no_office}


def inks(item: Item, order: Order, layout: Layout) -> str:
    """Inks front/back of an item: its own, the order's, or process colour on as many sides as the layout has."""
    return item.colours or order.colours or ("4/4" if layout.sides == 2 else "4/0")


def item_faults(
    item: Item, layout: Layout, content: Content, order: Loaded[Order], written: Loaded[Order]
) -> Iterator[Problem]:
    """What an item asks of its layout that it cannot give. `written` is the order before the command line's options."""
    place = next(i for i, other in enumerate(written.value.items) if other.product == item.product)
    yield from option_faults(item, layout, written, ("items", place))
    yield from _colour_faults(item, layout, order.value, written, place)
    yield from _binding_faults(item, layout, written, place)
    if item.imposed is not None and not layout.is_imposed:
        yield Problem(
            written.where("items", place, "imposed"),
            _("the pages of `{layout}` hold one piece each", layout=layout.name),
            _("delete it"),
        )
    if item.link is not None and not layout.codes:
        yield Problem(
            written.where("items", place, "link"),
            _("`{layout}` prints no code, so that nothing would lead there", layout=layout.name),
            _("delete it"),
        )
    yield from _board_faults(item, layout, content, order.value, written, place)
    yield from _missing_answers(layout, content, written.where("items", place, "layout"))


def _colour_faults(item: Item, layout: Layout, order: Order, written: Loaded[Order], place: int) -> Iterator[Problem]:
    wanted = inks(item, order, layout)
    if wanted != "spot" and wanted.endswith("/0") != (layout.sides == 1):
        where = written.where("items", place, "colours") if item.colours else written.where("colours")
        sides = _("one side") if layout.sides == 1 else _("two sides")
        yield Problem(
            where,
            _("`{layout}` has {sides}, the colours are {wanted}", layout=layout.name, sides=sides, wanted=wanted),
            _("write {wanted}/{back} at this item", wanted=wanted[0], back="0" if layout.sides == 1 else wanted[0]),
        )


def _binding_faults(item: Item, layout: Layout, written: Loaded[Order], place: int) -> Iterator[Problem]:
    if item.binding and item.binding not in layout.bindings:
        known = ", ".join(layout.bindings)
        yield Problem(
            written.where("items", place, "binding"),
            _("`{layout}` cannot be bound with `binding: {binding}`", layout=layout.name, binding=item.binding),
            _("choose one of: {known}", known=known) if known else _("delete it"),
        )


def _board_faults(
    item: Item, layout: Layout, content: Content, order: Order, written: Loaded[Order], place: int
) -> Iterator[Problem]:
    """The first thing that keeps its boards from being dealt."""

    def problem(key: str, what: Message, fix: Message) -> Problem:
        return Problem(written.where("items", place, key), what, fix)

    free = free_cell(item, layout)
    deal, grid, phrases = deal_for(content, layout, order.seed, free), layout.grid(free), len(content.phrases)
    if deal is None or grid is None:
        if item.boards:
            yield problem("boards", _("the layout `{layout}` has no boards", layout=layout.name), _("delete `boards`"))
    elif phrases < (cells := len(grid.slots)):
        yield problem(
            "layout",
            _(
                "`{layout}` needs {cells} phrases, the decks have {phrases}",
                layout=layout.name,
                cells=cells,
                phrases=phrases,
            ),
            _("add a deck to `decks`, or choose a smaller layout"),
        )
    elif item.boards is None:
        yield problem("boards", _("`boards` is missing"), _("say how many different boards to deal"))
    elif -(-item.boards // (item.boards_per_file or MAX_BOARDS)) > MOST_FILES:
        yield problem(
            "boards_per_file",
            _(
                "{boards:,} boards in files of {boards_per_file} make more than {most_files} files",
                boards=item.boards,
                boards_per_file=item.boards_per_file,
                most_files=MOST_FILES,
            ),
            _("ask for at least {boards:,} a file", boards=-(-item.boards // MOST_FILES)),
        )
    elif last_of(item.boards) > deal.boards:
        yield problem(
            "boards",
            _(
                "{last_of:,} boards of `{layout}`, but these decks give only {boards:,}",
                last_of=last_of(item.boards),
                layout=layout.name,
                boards=deal.boards,
            ),
            _("ask for fewer, or add a deck"),
        )


def _missing_answers(layout: Layout, content: Content, item: str) -> Iterator[Problem]:
    """Each kind of answer that the layout prints and a deck lacks: told at its first phrase without one, or at the
    order's `item` (`file:line`) where the whole deck has none."""
    for kind in layout.answers:
        for deck in content.decks:
            lacking = [i for i, phrase in enumerate(deck.value.phrases) if getattr(phrase, kind) is None]
            if lacking:
                yield _without_answers(layout, kind, deck, lacking, item)


def _without_answers(layout: Layout, kind: str, deck: Loaded[Deck], lacking: list[int], item: str) -> Problem:
    phrases = deck.value.phrases
    if len(lacking) == len(phrases):
        return Problem(
            item,
            _(
                "`{layout}` prints the `{kind}` answer to each phrase, and {deck} has none",
                layout=layout.name,
                kind=kind,
                deck=deck.source.name,
            ),
            _("write `{kind}` for its phrases, or leave this layout out", kind=kind),
        )
    named = [f"`{phrases[i].id}`" for i in lacking[:MOST_NAMED]]
    more = _(" and {more} more", more=len(lacking) - MOST_NAMED) if len(lacking) > MOST_NAMED else ""
    return Problem(
        deck.where("phrases", lacking[0], "id"),
        ngettext(
            "`{layout}` ({item}) prints the `{kind}` answer to each phrase, and {named} has none",
            "`{layout}` ({item}) prints the `{kind}` answer to each phrase, and {named} have none",
            len(lacking),
            layout=layout.name,
            item=item,
            kind=kind,
            named=", ".join(named) + more,
        ),
        _("write `{kind}`, or leave this layout out of the order", kind=kind),
    )
