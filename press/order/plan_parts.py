"""The parts of a plan: what an order names, read and checked against each other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from press.brand.faces import missing_glyphs
from press.brand.loading import Kit, load_kit
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import SCREEN, load_profile
from press.content.content import Content, load_content
from press.content.papers import Papers, load_papers
from press.content.texts import TextChanges, changed
from press.errors import collecting
from press.kept.kept_facts import KeptFacts
from press.layouts.layout import Layout
from press.layouts.layout_loading import load_layouts
from press.links.addresses import Addresses, addresses_of, as_printed, chosen_short
from press.links.key_rules import key_faults
from press.links.link_rules import Placeholder, hosts_not_allowed, placeholder_links
from press.links.register import promise_faults
from press.order.link_target import own_addresses, target_faults, with_podcast
from press.order.order import Order
from press.order.stock import Stock, take_stock
from press.paths import Project
from press.schema.validation import Loaded, load
from press.typst_engine.templates import Templates, read_templates

SIE = "sie"  # the other way than content/texts.yaml to speak to readers


@dataclass(frozen=True)
class Parts:
    """What an order names, each part sound."""

    content: Content  # as printed
    addresses: Addresses
    placeholders: tuple[Placeholder, ...]
    kit: Kit
    papers: Loaded[Papers]
    templates: Templates
    layouts: dict[str, Layout]
    stock: dict[str, Stock]  # by product


def read_parts(project: Project, order: Loaded[Order], written: Loaded[Order], name: str) -> Parts:
    """What the order, published under that name, names, checked against each other. Raises PressError with every
    mistake."""
    own = project.brand_texts(order.value.brand)
    stock: dict[str, Stock] = {}
    kept = KeptFacts.of(project)
    with collecting() as problems:
        changes = problems.map(partial(_text_changes, project), [own] if own.exists() else [])
        with collecting() as parts:  # all, or their mistakes alone
            with parts.catching():
                content = load_content(project, order.value.decks)
            with parts.catching():
                papers = load_papers(project)
                templates = read_templates(project)
                layouts = load_layouts(templates, sorted({item.layout for item in order.value.items}), kept)
                stock = take_stock(project, papers, layouts, order.value, written)
            with parts.catching():
                kit = load_kit(project, order.value.brand, *_profiles(project, stock))
        if (address := order.value.address or kit.brand.value.address) == SIE:
            changes.insert(0, load_texts_in(project, address))
        content = _with_texts(with_podcast(project, content, order, kit.brand), changes, order)
        problems.add(missing_glyphs((*content.parts, papers, order), kit.faces))
        podcast = [content.podcast] if content.podcast else []
        short = chosen_short(order, kit.brand, *podcast) if podcast else None  # its keys are the podcast's
        addresses = addresses_of(content.podcast, short, order.value.campaign)
        more = [*([(short.link, short.place)] if short else []), *own_addresses(written, kit.brand)]
        problems.add(hosts_not_allowed(content.podcast, kit.brand, *more))
        problems.add(key_faults(content.podcast, addresses, order.where("campaign")))
        problems.add(target_faults(written, kit.brand, content))
        with problems.catching():
            problems.add(promise_faults(project, content.podcast, addresses, name, order.where("short")))
    placeholders = placeholder_links(content, kit.brand, *more)
    return Parts(as_printed(content, addresses), addresses, placeholders, kit, papers, templates, layouts, stock)


def _profiles(project: Project, stock: dict[str, Stock]) -> list[OutputProfile]:
    """Every profile that an order is printed with; one that comes along if that is not known."""
    found = {one.profile.condition: one.profile for one in stock.values()}
    return list(found.values()) or [load_profile(project, SCREEN, SCREEN)]


def load_texts_in(project: Project, address: str) -> Loaded[TextChanges]:
    """The texts that speak to readers in another way. Raises PressError."""
    return _text_changes(project, project.texts_in(address))


def _text_changes(project: Project, path: Path) -> Loaded[TextChanges]:
    return load(path, project.name(path), TextChanges)


def _with_texts(content: Content, changes: Iterable[Loaded[TextChanges]], order: Loaded[Order]) -> Content:
    """The content with the texts that another address, the brand, and over it the order, puts in place of others."""
    texts = content.texts
    for own in changes:
        texts = changed(texts, own.value, own.source)
    return replace(content, texts=changed(texts, order.value.texts, order.source, "texts"))
