"""What somebody wants of a new brand, as options or answers give it: read with care, one text at a time."""

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from press.brand.brand import Colour
from press.brand.logo.logo import Logo, load_logo
from press.errors import PressError, Problem
from press.language.message import _
from press.new_brand.chosen_font import ChosenFont
from press.schema.values import Line, Link

MOST_LINES = 6  # of the contact


@dataclass(frozen=True)
class Answers:
    """All that a brand's folder is made of."""

    name: str
    colours: tuple[Colour, ...]
    logo: Logo | None
    logo_on_accent: Logo | None
    website: str
    contact: tuple[str, ...]
    imprint: str | None
    display: ChosenFont
    text: ChosenFont
    invented: bool  # the website, for want of one


def read_logo(text: str, where: str) -> Logo | None:
    """A file, examined; none for an empty text. Raises PressError with all that keeps it from print."""
    if not text.strip():
        return None
    path = Path(os.path.expanduser(text.strip())).resolve()  # whoever is no user keeps the ~
    if not path.is_file():
        raise PressError(Problem(where, _("there is no file `{text}`", text=text), _("check the path")))
    return load_logo(path.parent, path.name, where)


def read_website(text: str, where: str) -> str:
    """An address, with or without https://; a host with umlauts as it is looked up (xn--…). Raises PressError."""
    text = text.strip()
    scheme, _mark, rest = text.rpartition("://")
    host, slash, path = rest.partition("/")
    return _valid(Link, f"{scheme or 'https'}://{host if host.isascii() else host.lower()}{slash}{path}", where)


def read_contact(text: str, where: str) -> tuple[str, ...]:
    """Lines, with semicolons between them. Raises PressError."""
    lines = tuple(line for part in text.split(";") if (line := read_line(part, where)))
    if len(lines) > MOST_LINES:
        raise PressError(
            Problem(where, _("{count} lines", count=len(lines)), _("give at most {most_lines}", most_lines=MOST_LINES))
        )
    return lines


def read_line(text: str, where: str) -> str | None:
    """One line; none for an empty text. Raises PressError."""
    text = " ".join(text.split())
    return _valid(Line, text, where) if text else None


def _valid(kind: type, text: str, where: str) -> str:
    try:
        return TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        detail = error.errors()[0]
        fault = detail.get("ctx", {})
        raise PressError(
            Problem(
                where,
                fault.get("what") or _("`{text}`: {fault}", text=text[:40], fault=detail["msg"]),
                fault.get("fix", _("write it otherwise")),
            )
        ) from None
