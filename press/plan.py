"""The plan: an order with all that it names, read, checked against each other, nothing made yet."""

from dataclasses import dataclass, replace
from typing import Iterable, Iterator

from press.brand import Brand
from press.brand_kit import load_kit
from press.content import Content, load_content
from press.drafts import placeholder_links
from press.errors import PressError, Problem, refuse_if
from press.fonts import Face, missing_glyphs
from press.hosts import strangers
from press.product import Product, deal_for, sheets_for
from press.layouts import Layout, load_layouts
from press.logo import Logo
from press.model import Loaded, load
from press.options import FREE, chosen, free_cell
from press.options import misfits as options_misfits
from press.order import Item, Order, Overrides, apply, load_order
from press.profile import OutputProfile, load_profile
from press.project import Project
from press.texts import TextChanges, changed

EDITIONS = ("print", "office")


def chosen_editions(name: str) -> tuple[str, ...]:
    """The editions an option names; raises PressError for an unknown one."""
    if name == "all":
        return EDITIONS
    if name not in EDITIONS:
        raise PressError(Problem("--edition", f"there is no edition `{name}`", f"choose one of: {', '.join(EDITIONS)}, all"))
    return (name,)


@dataclass(frozen=True)
class Plan:
    """What will be made, and why it may be only a draft."""

    project: Project
    id: str
    order: Loaded[Order]
    content: Content
    brand: Loaded[Brand]
    faces: tuple[Face, ...]
    logos: dict[str, Logo]  # by ground
    profile: OutputProfile
    products: tuple[Product, ...]
    draft_reasons: tuple[Problem, ...]

    def has(self, edition: str) -> bool:
        return any(product.edition == edition for product in self.products)

    def at_item(self, product: str, key: str) -> str:
        """`file:line` of a key of the order's item that makes a product, wherever options of the command line moved it."""
        items = self.order.source.data["items"]
        place = next(i for i, item in enumerate(items) if product == (item.get("id") or item["layout"]))
        return self.order.where("items", place, key)


def make_plan(project: Project, order_id: str, overrides: Overrides = Overrides(), editions: Iterable[str] = EDITIONS) -> Plan:
    """Reads an order and all that it names. Raises PressError with every mistake found."""
    problems: list[Problem] = []
    written = load_order(project, order_id, problems)
    refuse_if(problems)
    order = apply(written, overrides, project, problems)
    refuse_if(problems)

    profile = load_profile(project, order.value.profile, written.where("profile"))
    content = load_content(project, order.value.decks, problems)
    content = content and _own_texts(project, content, order, problems)
    kit = load_kit(project, order.value.brand, profile, problems)
    if content and kit:
        problems += missing_glyphs((content.podcast, content.texts, *content.decks, order), kit.faces)
        problems += strangers(content.podcast, kit.brand)
    refuse_if(problems)

    layouts = load_layouts(project, sorted({item.layout for item in order.value.items}))
    for item in order.value.items:
        problems += _misfits(item, layouts[item.layout], content, order, written)
    refuse_if(problems)

    products = tuple(
        _product(item, layouts[item.layout], edition, content, order.value)
        for edition in editions for item in order.value.items if edition != "office" or layouts[item.layout].no_office is None)
    return Plan(project, order_id, order, content, kit.brand, kit.faces, kit.logos, profile, products,
                placeholder_links(content, kit.brand))


def _own_texts(project: Project, content: Content, order: Loaded[Order], problems: list[Problem]) -> Content:
    """The content with the texts that the brand, and over it the order, puts in place of the shared ones."""
    path, texts = project.brand_texts(order.value.brand), content.texts
    if path.exists() and (own := load(path, project.name(path), TextChanges, problems)):
        texts = changed(texts, own.value, own.where)
    texts = changed(texts, order.value.texts, lambda *key: order.where("texts", *key))
    return replace(content, texts=texts)


def _product(item: Item, layout: Layout, edition: str, content: Content, order: Order) -> Product:
    options = chosen(item, layout)
    deal = deal_for(content, layout, order.seed, options.get(FREE))
    sheets = deal and sheets_for(deal, item, layout, options, content, order)
    return Product(item, layout, edition, sheets, inks(item, order, layout), options)


def inks(item: Item, order: Order, layout: Layout) -> str:
    """Inks front/back of an item: its own, the order's, or process colour on as many sides as the layout has."""
    return item.colours or order.colours or ("4/4" if layout.sides == 2 else "4/0")


def _misfits(item: Item, layout: Layout, content: Content, order: Loaded[Order], written: Loaded[Order]) -> list[Problem]:
    """What an item asks of its layout that it cannot give."""
    place = next(i for i, other in enumerate(written.value.items) if other.product == item.product)
    return [*options_misfits(item, layout, written, ("items", place)),
            *_colour_misfit(item, layout, order.value, written, place), *_board_misfit(item, layout, content, order, written, place)]


def _colour_misfit(item: Item, layout: Layout, order: Order, written: Loaded[Order], place: int) -> Iterator[Problem]:
    wanted = inks(item, order, layout)
    if wanted != "spot" and wanted.endswith("/0") != (layout.sides == 1):
        where = written.where("items", place, "colours") if item.colours else written.where("colours")
        sides = "one side" if layout.sides == 1 else "two sides"
        yield Problem(where, f"`{layout.name}` has {sides}, the colours are {wanted}",
                      f"write {wanted[0]}/{'0' if layout.sides == 1 else wanted[0]} at this item")


def _board_misfit(item: Item, layout: Layout, content: Content, order: Loaded[Order], written: Loaded[Order], place: int) -> list[Problem]:
    where = written.where("items", place, "boards")
    if layout.board is None:
        return [Problem(where, f"the layout `{layout.name}` has no boards", "delete `boards`")] if item.boards else []
    free = free_cell(item, layout)
    phrases, cells = len(content.phrases), len(layout.grid(free).slots)
    if phrases < cells:
        return [Problem(written.where("items", place, "layout"), f"`{layout.name}` needs {cells} phrases, the decks have {phrases}",
                        "add a deck to `decks`, or choose a smaller layout")]
    if item.boards is None:
        return [Problem(where, "`boards` is missing", "say how many different boards to deal")]
    most = deal_for(content, layout, order.value.seed, free).boards
    if item.boards > most:
        return [Problem(where, f"{item.boards:,} boards of `{layout.name}`, but these decks give only {most:,}",
                        "ask for fewer, or add a deck")]
    return []
