"""The plan: an order with all that it names, read, checked against each other, nothing made yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from press.brand.brand import Brand
from press.brand.faces import Face, outside
from press.brand.letter_extents import LetterExtents, letter_extents
from press.brand.logo.logo import Logo
from press.colour.icc_profile import OutputProfile
from press.content.content import Content
from press.content.papers import Papers
from press.content.printed_texts import printed_texts
from press.errors import PressError, Problem, choose_one, refuse_if
from press.kept.kept_facts import KeptFacts
from press.language.message import _, joined
from press.links.addresses import Addresses
from press.links.link_rules import Placeholder
from press.order.items import EDITIONS, inks, is_ordered, item_faults, products_of
from press.order.order import Order, load_order
from press.order.plan_parts import read_parts
from press.order.product import Product
from press.order.stock import ink_faults
from press.order.variant import Overrides, overridden, path_faults, published_name, room_for_variant, variant
from press.paths import Project
from press.schema.validation import Loaded
from press.system.checksum import sha256_of_bytes
from press.typst_engine.templates import Templates

NONE = Overrides()


def chosen_editions(name: str) -> tuple[str, ...]:
    """The editions an option names; raises PressError for an unknown one."""
    if name == "all":
        return tuple(EDITIONS)
    if name not in EDITIONS:
        raise PressError(
            Problem("--edition", _("there is no edition `{name}`", name=name), choose_one([*EDITIONS, "all"]))
        )
    return (name,)


@dataclass(frozen=True)
class Plan:
    """What will be made, and why it may be only a draft."""

    project: Project
    id: str
    variant: str | None  # what options of the command line make of the order; none if it is as written
    order: Loaded[Order]
    content: Content  # each link as codes and texts carry it
    addresses: Addresses  # where each leads
    brand: Loaded[Brand]
    faces: tuple[Face, ...]
    logos: dict[str, Logo]  # by ground
    papers: Loaded[Papers]
    screen: OutputProfile  # by which colours given as ink are shown where nothing is printed
    templates: Templates
    products: tuple[Product, ...]
    draft_reasons: tuple[Placeholder, ...]
    left_out: dict[str, str]  # items that have no office edition, and why

    @property
    def name(self) -> str:
        """Under which it is published: the order's, or the variant's."""
        return published_name(self.id, self.variant)

    @property
    def printed(self) -> tuple[Loaded[Any], ...]:
        """All that is written and printed."""
        return (*self.content.parts, self.papers, self.brand, self.order)

    @cached_property
    def display_extents(self) -> LetterExtents:
        """How far what is written reaches beyond lines of the display face."""
        texts = (text for part in self.printed for _, text in printed_texts(part.value))
        face, signs = self.faces[0], sorted(set(chain.from_iterable(texts)))
        made_from = [[sha256_of_bytes(data) for data in face.data.values()], signs]
        known = KeptFacts.of(self.project).known
        return known("letter-extents", made_from, lambda: letter_extents(face, signs))

    @property
    def fonts_outside(self) -> dict[Path, bytes]:
        """The files of typefaces that lie out of the project, as they were read."""
        return outside(self.faces, self.project.root)

    def at_item(self, product: str, key: str) -> str:
        """`file:line` of a key of the order's item that makes a product, whatever the command line changed."""
        items = self.order.source.data["items"]
        place = next(i for i, item in enumerate(items) if product == (item.get("id") or item["layout"]))
        return self.order.where("items", place, key)


def make_plan(
    project: Project, order_id: str, overrides: Overrides = NONE, editions: Iterable[str] = tuple(EDITIONS)
) -> Plan:
    """Reads an order and all that it names. Raises PressError with every mistake found."""
    refuse_if(project.misnamed())
    written = load_order(project, order_id)
    order = overridden(written, overrides, project)
    editions = tuple(editions)
    room = room_for_variant(order_id, order.value.items, editions)
    made_of_it = variant(project, written.value, order.value, overrides.boards, editions, room)
    name = published_name(order_id, made_of_it)
    parts = read_parts(project, order, written, name)
    content, kit, layouts = parts.content, parts.kit, parts.layouts
    refuse_if(
        fault
        for item in order.value.items
        for fault in item_faults(item, layouts[item.layout], content, order, written)
    )
    refuse_if(
        fault
        for item in order.value.items
        for fault in ink_faults(inks(item, order.value, layouts[item.layout]), parts.stock[item.product], kit.brand)
    )
    products = tuple(
        product
        for edition in editions
        for item in order.value.items
        for product in products_of(
            item, layouts[item.layout], edition, content, order.value, kit.brand.value, parts.stock[item.product]
        )
    )
    refuse_if(_doubled(products, written))
    refuse_if(_indistinct(products, written))
    left_out = {
        item.product: why
        for edition in editions
        for item in order.value.items
        if is_ordered(item, edition) and (why := EDITIONS[edition](item, layouts[item.layout]))
    }
    refuse_if(_nothing_made(editions, left_out) if not products else ())
    refuse_if(path_faults(name, products, written))
    return Plan(
        project,
        order_id,
        made_of_it,
        order,
        content,
        parts.addresses,
        kit.brand,
        kit.faces,
        kit.logos,
        parts.papers,
        next(stock.screen for stock in parts.stock.values()),
        parts.templates,
        products,
        parts.placeholders,
        left_out,
    )


def _nothing_made(editions: Iterable[str], left_out: dict[str, str]) -> Iterator[Problem]:
    """Why there is no product at all."""
    for name, why in left_out.items():
        yield Problem(
            "--edition",
            _("no item of the order has this edition: `{name}`: {why}", name=name, why=why),
            _("build another one"),
        )
    if not left_out:
        yield Problem(
            "--edition",
            _("no item of the order is for {editions}", editions=joined(_(" or "), editions)),
            _("build another one"),
        )


def _indistinct(products: tuple[Product, ...], written: Loaded[Order]) -> Iterator[Problem]:
    """Items whose boards differ though their sheets would carry the same IDs."""
    first: dict[str, Product] = {}
    for product in products:
        if product.deal and (other := first.setdefault(product.deal.code, product)).deal != product.deal:
            yield Problem(
                written.where("seed"),
                _(
                    "the sheets of `{product}` and `{product2}` would carry the same IDs",
                    product=other.item.product,
                    product2=product.item.product,
                ),
                _("choose another seed: a sheet's ID is to name one board"),
            )


def _doubled(products: tuple[Product, ...], written: Loaded[Order]) -> Iterator[Problem]:
    """Files of one item that are called like another item."""
    makers: dict[str, str] = {}
    for product in products:
        if makers.setdefault(product.file, product.item.product) != product.item.product:
            place = next(i for i, item in enumerate(written.value.items) if item.product == product.item.product)
            yield Problem(
                written.where("items", place),
                _("two items make the product `{product}`", product=product.id),
                _("give one of them an `id`"),
            )
