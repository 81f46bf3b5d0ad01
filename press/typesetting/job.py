"""The job: everything Typst needs to set one product in one edition, as plain data."""

from collections.abc import Callable
from typing import Any

from press.bingo.deal import ALPHABET
from press.bingo.grid import Grid
from press.brand.brand import Brand
from press.brand.palette import Palette
from press.content.content import Content, Episode, Phrase
from press.content.typography import bind, readable_link
from press.order.imposition import Sheet, Sheets
from press.order.product import Product
from press.schema.validation import Model
from press.typesetting.qr_code import Code, encode


def make_job(
    product: Product,
    content: Content,
    brand: dict[str, Any],
    bleed: float,
    form: bool,
    uses: Callable[[str], bool] = lambda key: True,
    draw: Callable[[str], Any] = lambda link: _code(encode(link)),
) -> dict[str, Any]:
    """The job of a product. Every text in it is final: Typst sets it as it is.

    As a `form` its sheets are blank, one for each place of a page: what varies is set apart, as stamps.
    `uses` says which texts the layout can ask for; others are left out, so that they change nothing.
    `draw` makes a link a code.
    """
    podcast = content.podcast.value
    episodes = {phrase.id: content.episode(phrase) for phrase in content.phrases}
    links = {podcast.link, podcast.newsletter.link, *(e.link for e in episodes.values() if e)}
    return {
        "template": f"layouts/{product.layout.name}",
        "edition": product.edition,
        "title": product.title(content),
        "bleed": bleed,
        "trim": product.trim,
        "options": {name: bind(value) if isinstance(value, str) else value for name, value in product.options.items()},
        "brand": brand,
        "texts": {key: text for key, text in _texts(content.texts.value).items() if uses(key)},
        "podcast": _texts(podcast) | {"newsletter": _texts(podcast.newsletter)},
        "credits": [bind(deck.value.credit) for deck in content.decks],
        "phrases": [_phrase(n, phrase, episodes[phrase.id], uses) for n, phrase in enumerate(content.phrases, 1)],
        "codes": {link: draw(link) for link in sorted(links)},
        "form": form,
        **(_boards(product.sheets, form) if product.sheets else {}),
    }


def brand_tokens(brand: Brand, palette: Palette, logos: dict[str, Any] | None = None) -> dict[str, Any]:
    """What templates know of a brand; `logos` is the path on the desk and the shape of each."""
    return {
        "name": bind(brand.name),
        "website": readable_link(brand.website),
        "link": brand.website,
        "contact": [bind(line) for line in brand.contact],
        "imprint": brand.imprint and bind(brand.imprint),
        "colours": palette,
        "fonts": brand.fonts.model_dump(),
        "logo": {
            "files": logos,
            **brand.logo.model_dump(by_alias=True, include={"holds_name", "min_width", "clear_space"}),
        }
        if logos
        else None,
    }


def _boards(sheets: Sheets, form: bool) -> dict[str, Any]:
    return {
        "board": _grid(sheets.deal.grid),
        "up": sheets.up,
        "links": sheets.links,
        "widest-id": sheets.deal.sheet_id(sheets.last),
        "sheets": [_blank(place, sheets.deal.grid) for place in range(sheets.up)]
        if form
        else [_sheet(s) for s in sheets],
        **({"forms": sheets.forms, "glyphs": [*ALPHABET, "-"]} if form else {}),
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {"rows": grid.rows, "columns": grid.columns, "free": grid.free_cell}


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {"id": sheet.id, "cells": sheet.board, "link": sheet.link}


def _blank(place: int, grid: Grid) -> dict[str, Any]:
    return {"id": None, "cells": [None] * grid.cells, "link": None, "place": place}


def _texts(model: Model) -> dict[str, str]:
    """The texts of a model; its links stay as they are."""
    return {key: value if key == "link" else bind(value) for key, value in model if isinstance(value, str)}


def _phrase(number: int, phrase: Phrase, episode: Episode | None, uses: Callable[[str], bool]) -> dict[str, Any]:
    texts = {key: bind(getattr(phrase, key)) for key in ("board", "short", "long") if uses(key)}
    return {"id": phrase.id, "number": number, **texts, "episode": episode and _episode(episode)}


def _episode(episode: Episode) -> dict[str, Any]:
    return {"link": episode.link, "number": episode.number, "title": episode.title and bind(episode.title)}


def _code(code: Code) -> dict[str, Any]:
    return {"rows": code.rows, "shown": readable_link(code.link)}
