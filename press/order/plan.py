"""The plan: an order with all that it names, read, checked against each other, nothing made yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from press.brand.brand import Brand
from press.brand.faces import Face, missing_glyphs
from press.brand.loading import load_kit
from press.brand.logo.logo import Logo
from press.colour.icc_profile import OutputProfile, load_profile
from press.content.content import Content, load_content
from press.content.texts import TextChanges, changed
from press.errors import PressError, Problem, refuse_if
from press.order.items import EDITIONS, misfits, products_of
from press.order.layouts import load_layouts
from press.order.link_rules import Placeholder, placeholder_links, strangers
from press.order.order import Order, Overrides, apply, load_order
from press.order.product import Product
from press.paths import Project
from press.schema.validation import Loaded, load


def chosen_editions(name: str) -> tuple[str, ...]:
    """The editions an option names; raises PressError for an unknown one."""
    if name == "all":
        return tuple(EDITIONS)
    if name not in EDITIONS:
        raise PressError(
            Problem("--edition", f"there is no edition `{name}`", f"choose one of: {', '.join(EDITIONS)}, all")
        )
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
    draft_reasons: tuple[Placeholder, ...]
    left_out: dict[str, str]  # items that have no office edition, and why

    def at_item(self, product: str, key: str) -> str:
        """`file:line` of a key of the order's item that makes a product, wherever options of the command line moved it."""
        items = self.order.source.data["items"]
        place = next(i for i, item in enumerate(items) if product == (item.get("id") or item["layout"]))
        return self.order.where("items", place, key)


def make_plan(
    project: Project, order_id: str, overrides: Overrides = Overrides(), editions: Iterable[str] = tuple(EDITIONS)
) -> Plan:
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
        problems += misfits(item, layouts[item.layout], content, order, written)
    refuse_if(problems)

    products = tuple(
        product
        for edition in editions
        for item in order.value.items
        for product in products_of(item, layouts[item.layout], edition, content, order.value)
    )
    refuse_if(_doubled(products, written))
    left_out = {
        item.product: why
        for edition in editions
        for item in order.value.items
        if (why := EDITIONS[edition](item, layouts[item.layout]))
    }
    refuse_if(
        [
            Problem("--edition", f"no item of the order has this edition: `{name}`: {why}", "build another one")
            for name, why in left_out.items()
        ]
        if not products
        else ()
    )
    return Plan(
        project,
        order_id,
        order,
        content,
        kit.brand,
        kit.faces,
        kit.logos,
        profile,
        products,
        placeholder_links(content, kit.brand),
        left_out,
    )


def _own_texts(project: Project, content: Content, order: Loaded[Order], problems: list[Problem]) -> Content:
    """The content with the texts that the brand, and over it the order, puts in place of the shared ones."""
    path, texts = project.brand_texts(order.value.brand), content.texts
    if path.exists() and (own := load(path, project.name(path), TextChanges, problems)):
        texts = changed(texts, own.value, own.source)
    texts = changed(texts, order.value.texts, order.source, "texts")
    return replace(content, texts=texts)


def _doubled(products: tuple[Product, ...], written: Loaded[Order]) -> Iterator[Problem]:
    """Files of one item that are called like another item."""
    makers: dict[str, str] = {}
    for product in products:
        if makers.setdefault(product.file, product.item.product) != product.item.product:
            place = next(i for i, item in enumerate(written.value.items) if item.product == product.item.product)
            yield Problem(
                written.where("items", place), f"two items make the product `{product.id}`", "give one of them an `id`"
            )
