"""The order: what to print, in which brand, from which decks, how many."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from press.brand.ground import ACCENT, Ground
from press.content.link_choice import LinkChoice
from press.content.papers import PaperChoice
from press.content.texts import TextChanges
from press.errors import PressError, Problem, choose_one, refuse_if, short
from press.language.message import _
from press.order.order_item import Bleed, Inks, Item
from press.paths import Project
from press.schema.validation import Loaded, Model, load
from press.schema.values import FilePath, Id, Line, Name, PlainLine, ShortAddress, wrong
from press.system.safe_files import links_leading_out

MAX_SEED = 2**63
MAX_ITEMS = 99
MAX_DECKS = 20


def _day(value: Any) -> Any:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise wrong(_("`{value}` is no day", value=short(value)), _("write it as 2026-05-01")) from None


Day = Annotated[date, BeforeValidator(_day)]


class Delivery(Model):
    """Who gets the boxes, and whom the print shop asks."""

    name: Line
    address: Annotated[tuple[Line, ...], Field(max_length=5, description="Street, town, as on an envelope.")] = ()
    contact: Annotated[Line | None, Field(description="Whom to ask for, if not the name.")] = None
    email: Line | None = None
    phone: Line | None = None
    wanted: Annotated[Day | None, Field(description="The day it is wanted, as 2026-05-01.")] = None


class Order(Model):
    about: Annotated[PlainLine, Field(description="A line on the order for `invoke list`.")]
    brand: Name
    decks: Annotated[tuple[Name, ...], Field(min_length=1, max_length=MAX_DECKS)]
    seed: Annotated[int, Field(ge=0, lt=MAX_SEED)] = 0
    link: Annotated[
        LinkChoice | None,
        Field(
            description="What codes lead to: podcast, website (the brand's), newsletter, episode (one that belongs to "
            "a phrase on the board), or an address; the podcast if left out, without one the website."
        ),
    ] = None
    podcast: Annotated[
        Name | None, Field(description="Another podcast, a file of content/podcasts/; `none` for no podcast at all.")
    ] = None
    newsletter: Annotated[
        Literal["none"] | None, Field(description="`none`: the podcast's newsletter is not told of.")
    ] = None
    short: Annotated[
        ShortAddress | None, Field(description="Another short address than the brand's or the podcast's.")
    ] = None
    campaign: Annotated[
        Id | None,
        Field(
            description="Added to every target that a short address leads to, so that its owner sees who comes from "
            "this order's sheets."
        ),
    ] = None
    profile: Annotated[
        FilePath | None,
        Field(
            description="`fogra39` (coated) or `fogra47` (uncoated), or the path of your own CMYK output profile; "
            "by each item's paper if left out."
        ),
    ] = None
    colours: Annotated[
        Inks | None,
        Field(
            description="Inks front/back: 4 process colours, 1 black, spot black and the brand's spots; "
            "by the layout's sides if left out."
        ),
    ] = None
    paper: Annotated[
        PaperChoice | None,
        Field(
            description="A paper of content/papers.yaml, or name, weight and coated of another; if left out, the first "
            "one listed that suits the layout."
        ),
    ] = None
    bleed: Bleed = 3
    marks: Annotated[
        bool, Field(description="Whether crop, fold and cut marks and a line of text stand around the pages.")
    ] = True
    imposed: Annotated[
        bool,
        Field(
            description="Whether A5, A6 and cards share a page to be cut; if not, each is a page in its own size, "
            "front and back in turn."
        ),
    ] = True
    ground: Ground = ACCENT
    address: Annotated[
        Literal["du", "sie"] | None, Field(description="How readers are spoken to, if not as the brand does.")
    ] = None
    delivery: Delivery | None = None
    texts: Annotated[
        TextChanges | None, Field(description="Texts that replace those of content/texts.yaml in this order.")
    ] = None
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=MAX_ITEMS)]


def load_order(project: Project, order_id: str) -> Loaded[Order]:
    """Reads an order and checks what it names. Raises PressError with every mistake in it."""
    if order_id not in project.orders():
        raise PressError(
            Problem("--order", _("there is no order `{order_id}`", order_id=order_id), choose_one(project.orders()))
        )
    refuse_if(links_leading_out(project, project.content))
    path = project.order(order_id)
    order = load(path, project.name(path), Order)
    refuse_if([*_unknown_names(project, order), *_doubled_products(order)])
    return order


def _unknown_names(project: Project, order: Loaded[Order]) -> Iterator[Problem]:
    value = order.value
    if value.brand not in project.brands():
        yield Problem(
            order.where("brand"), _("there is no brand `{brand}`", brand=value.brand), choose_one(project.brands())
        )
    for i, deck in enumerate(value.decks):
        if deck not in project.decks():
            yield Problem(
                order.where("decks", i), _("there is no deck `{deck}`", deck=deck), choose_one(project.decks())
            )
        if deck in value.decks[:i]:
            yield Problem(
                order.where("decks", i), _("the deck `{deck}` is named twice", deck=deck), _("name each once")
            )
    for i, item in enumerate(value.items):
        if item.layout not in project.layout_names():
            yield Problem(
                order.where("items", i, "layout"),
                _("there is no layout `{layout}`", layout=item.layout),
                choose_one(project.layout_names()),
            )


def _doubled_products(order: Loaded[Order]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for i, item in enumerate(order.value.items):
        if item.product in seen:
            yield Problem(
                order.where("items", i),
                _("two items make the product `{product}`", product=item.product),
                _("give one of them an `id`"),
            )
        seen[item.product] = i
