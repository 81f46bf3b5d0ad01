"""Items of an order: the products they become, and what they ask of a layout that it cannot give."""

from collections.abc import Callable, Iterator

from press.brand.brand import Brand
from press.brand.ground import ACCENT
from press.brand.palette import SPOT, process_inks
from press.brand.spots import wrong_letter
from press.content.content import Content
from press.errors import Problem
from press.order.imposition import Sheets
from press.order.layouts import Layout
from press.order.options import FREE, LINK, chosen, free_cell, option_faults
from press.order.order import MAX_BOARDS, Item, Order
from press.order.product import Frame, Product, deal_for
from press.order.stock import KINDS, Stock
from press.schema.validation import Loaded

PRINT = "print"
SOFT_TINT = 15  # %, in a proposal: pale enough for text on it
MOST_FILES = 100  # of one item: more, and nobody keeps track of them
OFFICE_BOARDS = 500  # in one file: each is set live and tagged, and somebody has to open it


def products_of(
    item: Item, layout: Layout, edition: str, content: Content, order: Order, stock: Stock
) -> list[Product]:
    """The item in one edition: one product, or one for each of its files."""
    if EDITIONS[edition](item, layout):
        return []
    options, colours, frame = chosen(item, layout), inks(item, order, layout), _frame(item, order)
    ground = ACCENT if edition == PRINT else item.ground or order.ground
    layout = shape(item, layout, order) if edition == PRINT else layout
    deal = deal_for(content, layout, order.seed, options.get(FREE))
    if deal is None or item.boards is None:
        return [Product(item, layout, edition, None, stock, frame, colours, ground, options)]
    whole = Sheets(deal, content, item.boards, layout.up, options[LINK] or order.link)
    parts = whole.parts(item.boards_per_file or item.boards)
    names = [f"{n:0{len(str(len(parts)))}}" for n in range(1, len(parts) + 1)] if len(parts) > 1 else [None]
    return [
        Product(item, layout, edition, sheets, stock, frame, colours, ground, options, name)
        for sheets, name in zip(parts, names)
    ]


def shape(item: Item, layout: Layout, order: Order) -> Layout:
    """The layout as it is printed: its pieces share pages, or each has its own."""
    imposed = order.imposed if item.imposed is None else item.imposed
    return layout if imposed or not layout.is_imposed else layout.single()


def _frame(item: Item, order: Order) -> Frame:
    return Frame(item.bleed or order.bleed, order.marks if item.marks is None else item.marks)


def no_office(item: Item, layout: Layout) -> str | None:
    """Why there is no office edition of an item, if there is none."""
    if layout.no_office is None and min(item.boards or 0, item.boards_per_file or MAX_BOARDS) > OFFICE_BOARDS:
        return f"more than {OFFICE_BOARDS:,} boards in a file; set `boards_per_file`"
    return layout.no_office


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
            written.where("items", place, "imposed"), f"the pages of `{layout.name}` hold one piece each", "delete it"
        )
    yield from _board_faults(item, layout, content, order.value, written, place)


def _colour_faults(item: Item, layout: Layout, order: Order, written: Loaded[Order], place: int) -> Iterator[Problem]:
    wanted = inks(item, order, layout)
    if wanted != "spot" and wanted.endswith("/0") != (layout.sides == 1):
        where = written.where("items", place, "colours") if item.colours else written.where("colours")
        sides = "one side" if layout.sides == 1 else "two sides"
        yield Problem(
            where,
            f"`{layout.name}` has {sides}, the colours are {wanted}",
            f"write {wanted[0]}/{'0' if layout.sides == 1 else wanted[0]} at this item",
        )


def _binding_faults(item: Item, layout: Layout, written: Loaded[Order], place: int) -> Iterator[Problem]:
    if item.binding and item.binding not in layout.bindings:
        known = ", ".join(layout.bindings)
        yield Problem(
            written.where("items", place, "binding"),
            f"`{layout.name}` cannot be bound with `binding: {item.binding}`",
            f"choose one of: {known}" if known else "delete it",
        )


def _board_faults(
    item: Item, layout: Layout, content: Content, order: Order, written: Loaded[Order], place: int
) -> Iterator[Problem]:
    """The first thing that keeps its boards from being dealt."""

    def problem(key: str, what: str, fix: str) -> Problem:
        return Problem(written.where("items", place, key), what, fix)

    free = free_cell(item, layout)
    deal, grid, phrases = deal_for(content, layout, order.seed, free), layout.grid(free), len(content.phrases)
    if deal is None or grid is None:
        if item.boards:
            yield problem("boards", f"the layout `{layout.name}` has no boards", "delete `boards`")
    elif phrases < (cells := len(grid.slots)):
        yield problem(
            "layout",
            f"`{layout.name}` needs {cells} phrases, the decks have {phrases}",
            "add a deck to `decks`, or choose a smaller layout",
        )
    elif item.boards is None:
        yield problem("boards", "`boards` is missing", "say how many different boards to deal")
    elif -(-item.boards // (item.boards_per_file or MAX_BOARDS)) > MOST_FILES:
        yield problem(
            "boards_per_file",
            f"{item.boards:,} boards in files of {item.boards_per_file} make more than {MOST_FILES} files",
            f"ask for at least {-(-item.boards // MOST_FILES):,} a file",
        )
    elif item.boards > deal.boards:
        yield problem(
            "boards",
            f"{item.boards:,} boards of `{layout.name}`, but these decks give only {deal.boards:,}",
            "ask for fewer, or add a deck",
        )


def ink_faults(colours: str, stock: Stock, brand: Loaded[Brand]) -> Iterator[Problem]:
    """Every colour of a brand that cannot be printed as `spot` asks: made of process inks, or of the other paper's
    series. `colours` are the inks front/back of a product, whose paper is `stock`'s."""
    if colours != SPOT:
        return
    roles = brand.value.roles()
    known = next((colour.spot for colour in roles.values() if colour.spot), None)
    proposal = f"`spot: {known}` with `tint: {SOFT_TINT}`" if known else "`spot: HKS 13`, the name of an ink,"
    for role, colour in roles.items():
        if colour.spot is None:
            if any(process_inks(colour, stock.profile)[:3]):
                yield Problem(
                    brand.where("colours", role),
                    f"`{role}` is mixed from process inks, and an order with `colours: spot` has none",
                    f"give it {proposal}, or a gray: cmyk: [0, 0, 0, k]",
                )
        elif found := wrong_letter(colour.spot, stock.paper.coated):
            ink, letter = found
            yield Problem(
                brand.where("colours", role, "spot"),
                f"`{colour.spot}` is an ink for {KINDS[not stock.paper.coated]} paper, `{stock.paper}` is "
                f"{KINDS[stock.paper.coated]}",
                f"write {ink}: the press adds the letter of the paper, here {letter}",
            )
