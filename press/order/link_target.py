"""Link targets: where the codes of an item lead, and whose podcast that is, if any."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from press.brand.brand import Brand
from press.content.content import Content, load_podcast
from press.content.link_choice import EPISODE, NEWSLETTER, NONE, PODCAST, WEBSITE, WORDS
from press.content.podcast import Podcast
from press.errors import PressError, Problem, choose_one
from press.language.message import _
from press.order.order import Order
from press.order.order_item import Item
from press.paths import Project
from press.schema.validation import Loaded

Kind = Literal["podcast", "website", "newsletter", "address"]


@dataclass(frozen=True)
class Target:
    """A link and what is there. With `episodes`, sheets carry an episode's link where one belongs to a phrase on it."""

    link: str
    kind: Kind
    episodes: bool = False


def with_podcast(project: Project, content: Content, order: Loaded[Order], brand: Loaded[Brand]) -> Content:
    """The content with the podcast and the newsletter that the order wants, or its brand. Raises PressError."""
    podcast, chosen = content.podcast, order if order.value.podcast else brand
    if name := chosen.value.podcast:
        if name != NONE and name not in project.own_podcasts():
            raise PressError(
                Problem(
                    chosen.where("podcast"),
                    _("there is no podcast `{name}` in {path}/", name=name, path=project.name(project.podcasts_folder)),
                    choose_one([*project.own_podcasts(), NONE]),
                )
            )
        podcast = None if name == NONE else load_podcast(project, project.own_podcast(name))
    if podcast and NONE in (order.value.newsletter, brand.value.newsletter):
        podcast = replace(podcast, value=podcast.value.model_copy(update={"newsletter": None}))
    return replace(content, podcast=podcast)


def target_of(item: Item, order: Order, brand: Brand, content: Content) -> Target:
    """Where an item's codes lead."""
    podcast = content.podcast.value if content.podcast else None
    return _target(item.link or order.link or brand.link, brand, podcast)


def _target(choice: str | None, brand: Brand, podcast: Podcast | None) -> Target:
    if choice and choice not in WORDS:
        return Target(choice, "address")
    if choice == NEWSLETTER and podcast and podcast.newsletter:
        return Target(podcast.newsletter.link, "newsletter")
    if choice != WEBSITE and podcast:
        return Target(podcast.link, "podcast", choice == EPISODE)
    return Target(brand.website, "website")


def target_faults(order: Loaded[Order], brand: Loaded[Brand], content: Content) -> Iterator[Problem]:
    """Every link that is wanted by its word and is not there, and a short address for none. `order` is as written."""
    podcast = content.podcast.value if content.podcast else None
    missing = {} if podcast else {PODCAST: "podcast", EPISODE: "podcast"}
    if not (podcast and podcast.newsletter):
        missing[NEWSLETTER] = "newsletter"
    for choice, (file, line) in chosen_links(order, brand):
        if choice in missing:
            yield Problem(
                f"{file}:{line}",
                _("`link` is `{choice}`, and there is no {missing}", choice=choice, missing=missing[choice]),
                _("write website or an address, or delete it"),
            )
    if order.value.podcast == NONE and order.value.short:
        yield Problem(
            order.where("short"),
            _("`short`, and `podcast` is none: the podcast's links are what is shortened"),
            _("delete one of them"),
        )


def chosen_links(order: Loaded[Order], brand: Loaded[Brand]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Each `link` of an order, of its items and, where it counts, of its brand, with file and line."""
    for place, item in enumerate(order.value.items):
        if item.link:
            yield item.link, order.place("items", place, "link")
    if order.value.link:
        yield order.value.link, order.place("link")
    elif brand.value.link:
        yield brand.value.link, brand.place("link")


def own_addresses(order: Loaded[Order], brand: Loaded[Brand]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Of them the addresses: links that neither podcast nor brand has."""
    return ((link, place) for link, place in chosen_links(order, brand) if link not in WORDS)
