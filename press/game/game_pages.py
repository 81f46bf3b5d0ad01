"""spiel/: the caller's page and the sheet to play on a screen, written into an order's folder."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from press.brand.palette import office_palette
from press.content.typography import readable_link
from press.delivery.companion import Companion
from press.delivery.filenames import GAME, GAME_SHEET
from press.game.game_data import kinds_of, page_data
from press.game.page_addresses import CODE, address_findings
from press.kept.kept_facts import KeptFacts
from press.order.plan import Plan
from press.preflight.finding import Finding
from press.preflight.runner import Report
from press.web.jinja_templates import templates_of
from press.web.web_fonts import web_fonts, widest

if TYPE_CHECKING:
    from jinja2 import Environment

LOGO_TYPES = {".svg": "svg+xml", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg"}  # a browser shows no PDF as a picture
LOGO_BYTES = 150_000  # a larger one would weigh more than the page
BREAKS = r"(?<=[-–/])|[\s\u00ad]+"  # where a line may break
SHARED_SCRIPTS = ("dom", "boards", "sheet_id", "bingo", "store", "board_table")
SHARED_STYLES = ("base", "board")


@dataclass(frozen=True)
class Page:
    """One of the pages: its template, and the scripts and styles it takes besides the shared ones, in their order."""

    file: str
    template: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]


PAGES = (
    Page(
        GAME,
        "caller.html",
        ("rounds", "fit", "qr", "check", "settings", "screen", "join", "caller"),
        ("caller", "screen"),
    ),
    Page(GAME_SHEET, "sheet.html", ("sheet",), ("sheet",)),
)


def has_boards(plan: Plan) -> bool:
    """Whether there is anything to play with."""
    return any(product.sheets for product in plan.products)


def write_game(plan: Plan, work: Path) -> Report:
    """Writes the pages of an order with boards, and looks where they lead."""
    common = _common(plan)
    podcast = [plan.content.podcast.value.link] if plan.content.podcast else []
    links = (*podcast, plan.brand.value.website)
    findings: list[Finding] = []
    for page in PAGES:
        target = work / page.file
        target.parent.mkdir(exist_ok=True)
        text = _render(page, common)
        target.write_bytes(text.encode())
        findings += address_findings(page.file, text, links)
    return Report(tuple(findings), (CODE,), ())


COMPANION = Companion(GAME, "Eine Runde ansagen, Bögen prüfen, ohne Papier mitspielen", has_boards, write_game)


def _common(plan: Plan) -> dict[str, Any]:
    """What the templates of both pages are given."""
    brand, data, kept = plan.brand.value, page_data(plan, kinds_of(plan)), KeptFacts.of(plan.project)
    return {
        "words": data["words"],
        "brand": brand,
        "colours": {role: token["rgb"] for role, token in office_palette(brand, plan.screen).items()},
        "widest": _widest_word(plan),
        "fonts": [(font.role, font.weight, _base64(font.data)) for font in web_fonts(plan.faces, kept)],
        "logo": _logo(plan),
        "podcast": plan.content.podcast and plan.content.podcast.value,
        "readable": readable_link,
        "data": Markup(_json(data)),
    }


def _render(page: Page, common: dict[str, Any]) -> str:
    script = "".join(_static(f"{name}.js") for name in (*SHARED_SCRIPTS, *page.scripts))
    style = "".join(_static(f"{name}.css") for name in (*SHARED_STYLES, *page.styles))
    own = {
        "style": Markup(style),
        "script": Markup(script),
        "script_hash": _base64(hashlib.sha256(script.encode()).digest()),
    }
    return _templates().get_template(page.template).render(common, **own)


def _widest_word(plan: Plan) -> float:
    """The widest part of all phrases that cannot be broken, in em."""
    texts = (phrase.board for phrase in plan.content.phrases)
    return widest(plan.faces[0], {word for text in texts for word in re.split(BREAKS, text)})


def _logo(plan: Plan) -> str | None:
    """The logo for the accent as the address of a picture, if a browser can show it and it is small enough."""
    logo = plan.logos.get("on-accent")
    if logo is None or logo.suffix not in LOGO_TYPES or len(logo.data) > LOGO_BYTES:
        return None
    return f"data:image/{LOGO_TYPES[logo.suffix]};base64,{_base64(logo.data)}"


def _json(data: dict[str, Any]) -> str:
    """Data as a script element may hold it: no text in it can end the element."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _static(name: str) -> str:
    return files("press.game").joinpath("static", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


@cache
def _templates() -> "Environment":
    return templates_of("press.game")
