"""The job: everything Typst needs to set one product in one edition, as one JSON file."""

import hashlib
from dataclasses import dataclass
from typing import Any

from press.brand import Brand
from press.content import Content, Episode, Phrase
from press.deal import Board, Deal
from press.grid import Grid
from press.layouts import Layout
from press.model import Model
from press.options import FREE, LINK, SIZE
from press.order import Item, Order
from press.palette import Palette
from press.qr import Code, encode
from press.typography import bind, shown


@dataclass(frozen=True)
class Product:
    """One item of the order in one edition, ready to be set."""

    item: Item
    layout: Layout
    edition: str
    deal: Deal | None
    colours: str  # inks front/back
    options: dict[str, Any]

    @property
    def trim(self) -> tuple[float, float]:
        """Width and height of the page in mm."""
        return self.layout.sizes.get(self.options.get(SIZE), self.layout.trim)

    @property
    def id(self) -> str:
        return self.item.product

    @property
    def boards(self) -> int:
        return self.item.boards or 0

    @property
    def file(self) -> str:
        """Where it lies below build/<order>/."""
        return f"{self.edition}/{self.id}.pdf"


@dataclass(frozen=True)
class Sheet:
    """One board as it will be printed."""

    number: int
    id: str
    board: Board
    link: str


def deal_for(content: Content, layout: Layout, seed: int, free: bool | None = None) -> Deal | None:
    """The deal of a layout's boards; None for a handout."""
    grid = layout.grid(free)
    return Deal(tuple(p.id for p in content.phrases), grid, seed) if grid else None


def sheets(product: Product, content: Content, order: Order) -> tuple[Sheet, ...]:
    """The product's boards, numbered from 1."""
    deal = product.deal
    if deal is None:
        return ()
    wanted = product.options[LINK] or order.link
    return tuple(
        Sheet(n, deal.sheet_id(n), board := deal.board(n), sheet_link(board, deal.sheet_id(n), content, wanted))
        for n in range(1, product.boards + 1))


def sheet_link(board: Board, sheet_id: str, content: Content, wanted: str) -> str:
    """The link of a sheet's code. A board without a phrase that has an episode carries the podcast's."""
    phrases = [content.phrases[cell] for cell in board if cell is not None]
    episodes = [episode for phrase in phrases if (episode := content.episode(phrase))]
    if wanted == "podcast" or not episodes:
        return content.podcast.value.link
    pick = int.from_bytes(hashlib.sha256(sheet_id.encode()).digest()[:8], "big")
    return episodes[pick % len(episodes)].link


def make_job(
    product: Product, made_sheets: tuple[Sheet, ...], content: Content, brand: dict[str, Any], bleed: float,
) -> dict[str, Any]:
    """The job as plain data. Every text in it is final: Typst sets it as it is."""
    podcast = content.podcast.value
    episodes = {phrase.id: content.episode(phrase) for phrase in content.phrases}
    links = {sheet.link for sheet in made_sheets} | {e.link for e in episodes.values() if e}
    links |= {podcast.link, podcast.newsletter.link}
    return {
        "template": f"layouts/{product.layout.name}",
        "edition": product.edition,
        "title": title(product, content),
        "bleed": bleed,
        "trim": product.trim,
        "options": {name: bind(value) if isinstance(value, str) else value for name, value in product.options.items()},
        "board": _grid(product.deal.grid) if product.deal else None,
        "up": product.layout.up,
        "brand": brand,
        "texts": _texts(content.texts.value),
        "podcast": _texts(podcast) | {"newsletter": _texts(podcast.newsletter)},
        "credits": [bind(deck.value.credit) for deck in content.decks],
        "phrases": [_phrase(n, phrase, episodes[phrase.id]) for n, phrase in enumerate(content.phrases, 1)],
        "codes": {link: _code(encode(link)) for link in sorted(links)},
        "sheets": [{"id": s.id, "cells": s.board, "link": s.link} for s in made_sheets],
    }


def brand_tokens(brand: Brand, palette: Palette, logos: dict[str, Any] | None = None) -> dict[str, Any]:
    """What templates know of a brand; `logos` is the path on the desk and the shape of each."""
    return {
        "name": bind(brand.name),
        "website": shown(brand.website),
        "contact": [bind(line) for line in brand.contact],
        "imprint": brand.imprint and bind(brand.imprint),
        "colours": palette,
        "fonts": brand.fonts.model_dump(),
        "logo": {"files": logos, **brand.logo.model_dump(by_alias=True, include={"holds_name", "min_width", "clear_space"})} if logos else None,
    }


def title(product: Product, content: Content) -> str:
    """The document's title."""
    return f"{content.texts.value.title}: {product.layout.title}"


def _grid(grid: Grid) -> dict[str, Any]:
    return {"rows": grid.rows, "columns": grid.columns, "free": grid.free_cell}


def _texts(model: Model) -> dict[str, str]:
    """The texts of a model; its links stay as they are."""
    return {key: value if key == "link" else bind(value) for key, value in model if isinstance(value, str)}


def _phrase(number: int, phrase: Phrase, episode: Episode | None) -> dict[str, Any]:
    texts = {key: bind(getattr(phrase, key)) for key in ("board", "short", "long")}
    return {"id": phrase.id, "number": number, **texts, "episode": episode and _episode(episode)}


def _episode(episode: Episode) -> dict[str, Any]:
    return {"link": episode.link, "number": episode.number, "title": episode.title and bind(episode.title)}


def _code(code: Code) -> dict[str, Any]:
    return {"rows": code.rows, "shown": shown(code.link)}
