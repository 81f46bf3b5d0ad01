"""The job: everything Typst needs to set one product in one edition, as plain data."""

from collections.abc import Callable
from typing import Any

from press.bingo.deal import ALPHABET
from press.bingo.grid import Grid
from press.brand.brand import Brand, Logos
from press.brand.ground import ON_ACCENT, GroundRoles
from press.brand.letter_extents import UNKNOWN, LetterExtents
from press.brand.palette import Palette, is_reversed
from press.content.content import Content, Phrase
from press.content.podcast import Episode, Newsletter, Podcast
from press.content.typography import bind, readable_link
from press.order.imposition import Sheet, Sheets
from press.order.link_target import Kind, Target
from press.order.product import Product
from press.schema.validation import Model
from press.typesetting.job_schema import (
    Boards,
    BrandTokens,
    CodeEntry,
    EpisodeEntry,
    GridEntry,
    Job,
    LogoTokens,
    PhraseEntry,
    SheetEntry,
)
from press.typesetting.qr_code import Code, encode


def make_job(
    product: Product,
    content: Content,
    brand: BrandTokens,
    bleed: float,
    form: bool,
    uses: Callable[[str], bool] = lambda key: True,
    draw: Callable[[str], CodeEntry | str] = lambda link: code_entry(encode(link)),
) -> Job:
    """The job of a product. Every text in it is final: Typst sets it as it is.

    As a `form` its sheets are blank, one for each place of a page: what varies is set apart, as stamps.
    `uses` says which texts the layout can ask for; others are left out, so that they change nothing.
    `draw` makes a link a code.
    """
    podcast = content.podcast.value if content.podcast else None
    newsletter = podcast.newsletter if podcast else None
    episodes = {phrase.id: content.episode(phrase) for phrase in content.phrases}
    kinds = _kinds(podcast, newsletter, product.target)
    links = {*kinds, *(e.link for e in episodes.values() if e)}
    boards = _boards(product.sheets, form) if product.sheets else Boards()
    return {
        "template": f"layouts/{product.layout.name}",
        "edition": product.edition,
        "title": product.title(content),
        "bleed": bleed,
        "trim": product.trim,
        "options": {name: bind(value) if isinstance(value, str) else value for name, value in product.options.items()},
        "brand": brand,
        "texts": {key: text for key, text in _texts(content.texts.value).items() if uses(key)},
        "lead": product.target.link,
        "kinds": kinds,
        "podcast": {**_texts(podcast), "newsletter": newsletter and _texts(newsletter)} if podcast else None,
        "credits": [bind(deck.value.credit) for deck in content.decks],
        "phrases": [_phrase(n, phrase, episodes[phrase.id], uses) for n, phrase in enumerate(content.phrases, 1)],
        "codes": {link: draw(link) for link in sorted(links)},
        "form": form,
        "reversed": is_reversed(brand["colours"]),
        **boards,
    }


def brand_tokens(
    brand: Brand,
    palette: Palette,
    logos: dict[str, Any] | None = None,
    ground: GroundRoles = ON_ACCENT,
    extents: LetterExtents = UNKNOWN,
) -> BrandTokens:
    """What templates know of a brand; `logos` are those placed for an edition, by ground; `extents` of its display
    face, where what is set in it is not known before."""
    return {
        "name": bind(brand.name),
        "website": readable_link(brand.website),
        "link": brand.website,
        "contact": [bind(line) for line in brand.contact],
        "imprint": brand.imprint and bind(brand.imprint),
        "colours": palette,
        "ground": ground,
        "fonts": brand.fonts.model_dump(),
        "extents": extents,
        "logo": _logo_tokens(brand.logo, logos) if brand.logo and logos else None,
    }


def _kinds(podcast: Podcast | None, newsletter: Newsletter | None, target: Target) -> dict[str, Kind]:
    """What the links that stand by themselves lead to; the podcast's before others that are the same."""
    kinds: dict[str, Kind] = {target.link: target.kind}
    if newsletter:
        kinds[newsletter.link] = "newsletter"
    if podcast:
        kinds[podcast.link] = "podcast"
    return kinds


def _logo_tokens(logo: Logos, files: dict[str, Any]) -> LogoTokens:
    return {
        "files": files,
        "holds-name": logo.holds_name,
        "min-width": logo.min_width,
        "clear-space": logo.clear_space,
    }


def _boards(sheets: Sheets, form: bool) -> Boards:
    boards: Boards = {
        "board": _grid(sheets.deal.grid),
        "up": sheets.up,
        "links": sheets.links,
        "widest-id": sheets.deal.sheet_id(sheets.last),
    }
    if not form:
        return {**boards, "sheets": [_sheet(sheet) for sheet in sheets]}
    blanks = [_blank(place, sheets.deal.grid) for place in range(sheets.up)]
    return {**boards, "sheets": blanks, "forms": sheets.forms, "glyphs": [*ALPHABET, "-"]}


def _grid(grid: Grid) -> GridEntry:
    return {"rows": grid.rows, "columns": grid.columns, "free": grid.free_cell}


def _sheet(sheet: Sheet) -> SheetEntry:
    return {"id": sheet.id, "cells": sheet.board, "link": sheet.link}


def _blank(place: int, grid: Grid) -> SheetEntry:
    return {"id": None, "cells": (None,) * grid.cells, "link": None, "place": place}


def _texts(model: Model) -> dict[str, str]:
    """The texts of a model; its links stay as they are, and what they are made of is never printed."""
    texts = {key: value for key, value in model if isinstance(value, str) and key not in ("key", "short")}
    return {key: value if key == "link" else bind(value) for key, value in texts.items()}


def _phrase(number: int, phrase: Phrase, episode: Episode | None, uses: Callable[[str], bool]) -> PhraseEntry:
    entry: PhraseEntry = {"id": phrase.id, "number": number, "episode": _episode(episode) if episode else None}
    if uses("board"):
        entry["board"] = bind(phrase.board)
    if uses("short") and phrase.short is not None:
        entry["short"] = bind(phrase.short)
    if uses("long") and phrase.long is not None:
        entry["long"] = bind(phrase.long)
    return entry


def _episode(episode: Episode) -> EpisodeEntry:
    return {"link": episode.link, "number": episode.number, "title": episode.title and bind(episode.title)}


def code_entry(code: Code) -> CodeEntry:
    return {"rows": code.rows, "shown": readable_link(code.link)}
