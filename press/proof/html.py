"""Jinja2, behind one door: every value is escaped, and a name that is missing is an error."""

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from press.content.typography import grouped
from press.proof import german as words
from press.proof.lines import KINDS
from press.web.jinja_templates import templates_of

if TYPE_CHECKING:
    from jinja2 import Environment

_SHEET_ID = re.compile(r"\b[0-9A-Z]{4}-\d{4,}\b")
FIELDS = {
    "number": "Nummer",
    "board": "Spruch",
    "short": "Kurze Antwort",
    "long": "Lange Antwort",
    "episode": "Folge",
    "id": "Kennung",
}


def render(template: str, **values: Any) -> str:
    """A template of press/proof/templates/ with its values."""
    return _environment().get_template(template).render(**values)


def as_script(fragment: str, target: str) -> str:
    """A script that puts a rendered, escaped fragment into the element of that id."""
    # ASCII only: then it does not matter what a browser takes the file's encoding for.
    return f"document.getElementById({json.dumps(target)}).innerHTML = {json.dumps(fragment)};\n"


def address(text: str) -> Markup:
    """A link, escaped, that breaks after its slashes."""
    return Markup(str(escape(text)).replace("/", "/<wbr>"))


def unbroken_ids(text: str) -> Markup:
    """A text, escaped, whose sheet IDs do not break at their hyphen."""
    return Markup(_SHEET_ID.sub(r'<span class="unbroken">\g<0></span>', str(escape(text))))


@cache
def _environment() -> "Environment":
    environment = templates_of("press.proof")
    environment.filters |= {
        "number": grouped,
        "counted": words.counted,
        "ids": unbroken_ids,
        "address": address,
        "spans": words.spans,
    }
    environment.globals.update(kinds=KINDS, fields=FIELDS)
    return environment
