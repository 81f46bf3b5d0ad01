"""Answers on a new brand: from options, on a terminal by asking for what they leave out, else from defaults."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from press.brand.brand import Colour
from press.brand.faces import FACE_ROLES
from press.errors import PressError, collecting
from press.language.catalogue import said
from press.language.message import _, joined
from press.new_brand.answers import Answers, read_contact, read_line, read_logo, read_website
from press.new_brand.brand_id import NAME
from press.new_brand.chosen_font import read_font
from press.new_brand.written_colours import no_inks, read_colours, read_inks, read_screen
from press.system.say import say

Ask = Callable[[str], str]
THAT = _("that")  # where the mistake of an answer is

# What stands in for an answer.
COLOUR, WEBSITE, DISPLAY, TEXT = "#1f4e8c", "https://{id}.example", "Fira Sans", "Source Sans 3"

_FONT = "--font"  # for both roles
# Field → its option, what to ask for (no question: it is only an option), what stands in for an answer, how it is read.
_Fields = dict[str, tuple[str, str | None, str, Callable[[str, str], Any]]]


def _fields(values: dict[str, Any], ask: Ask | None) -> _Fields:
    """What makes a brand; `values` are the answers so far, in which later ones may find what they mean."""
    inks_of = partial(_asked_inks, ask) if ask else None
    display, text = (partial(read_font, role=role, others=values.values()) for role in FACE_ROLES)
    own = _("a family, or a folder or files of your own (TTF, OTF)")
    return {
        "colours": (
            "--colour",
            _("One to three colours, as #0b5d4b, C100 M30 Y20 K10, rgb 0 96 122 or HKS 43"),
            COLOUR,
            partial(read_colours, inks_of=inks_of),
        ),
        "logo": ("--logo", _("Logo file: SVG, PDF, PNG or JPEG"), "", read_logo),
        "logo_on_accent": ("--logo-on-accent", None, "", read_logo),
        "website": ("--website", _("Website"), WEBSITE, read_website),
        "contact": ("--contact", _("Contact as printed, semicolons between lines"), "", read_contact),
        "imprint": ("--imprint", _("Imprint (V. i. S. d. P.) as printed"), "", read_line),
        "display": ("--display", _("Font for titles and boards: {own}", own=own), DISPLAY, display),
        "text": ("--text", _("Font for everything else: {own}", own=own), TEXT, text),
    }


def gather(name: str, brand_id: str, options: dict[str, str | None], ask: Ask | None) -> Answers:
    """The answers; `ask` puts a question to somebody, None if nobody is there.

    Raises PressError with every wrong option.
    """
    values: dict[str, Any] = {}
    fields = _fields(values, ask)
    with collecting() as problems:
        with problems.catching():
            values["name"] = read_line(name, NAME)
        for field, (option, _question, _default, read) in fields.items():
            given = options.get(field)
            if given is None and field in FACE_ROLES and options.get("font") is not None:
                given, option = options["font"], _FONT
            if given is not None:
                with problems.catching():
                    values[field] = read(given, option)
    for field, (option, question, default, read) in fields.items():
        if field not in values:
            default = default.format(id=brand_id)
            values[field] = asked(question, default, read, ask) if question and ask else read(default, option)
    return Answers(**values, invented=values["website"] == WEBSITE.format(id=brand_id))


def _asked_inks(ask: Ask, spot: str) -> Colour:
    """What stands for a spot colour, as its house style says. Raises PressError if nobody knows."""
    while answer := ask(_("CMYK of {spot}, as the manual of the house style says [none]: ", spot=spot)).strip():
        try:
            inks = read_inks(answer, THAT)
            look = inks.hex or asked(
                _("{spot} on a screen, as #0b5d4b, if the manual says so", spot=spot), "", read_screen, ask
            )
            return Colour(cmyk=inks.cmyk, hex=look)
        except PressError as error:
            say(*map(str, error.problems))
    raise PressError(no_inks(spot, THAT))


def asked(question: str, default: str, read: Callable[[str, str], Any], ask: Ask) -> Any:
    """Asks until the answer can be read; an empty one means the default."""
    while True:
        whole = joined("", (question, f" [{default}]: ")) if default else _("{question} [none]: ", question=question)
        answer = ask(whole).strip() or default
        try:
            return read(answer, THAT)
        except PressError as error:
            say(*map(str, error.problems))


def terminal() -> Ask | None:
    """Asks on the terminal; None where there is none, so that nothing ever waits for an answer that cannot come."""
    return _input if sys.stdin and sys.stdin.isatty() and sys.stdout.isatty() else None


def _input(question: str) -> str:
    try:
        return input(said(question))
    except EOFError:  # Ctrl-D: the default
        print()
        return ""
