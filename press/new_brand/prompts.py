"""Answers on a new brand: from options, on a terminal by asking for what they leave out, else from defaults."""

import sys
from collections.abc import Callable
from typing import Any

from press.errors import PressError, collecting
from press.new_brand.answers import (
    Answers,
    read_colours,
    read_contact,
    read_family,
    read_line,
    read_logo,
    read_website,
)
from press.new_brand.brand_id import NAME

Ask = Callable[[str], str]

# Field → its option, what to ask for (no question: it is only an option), what stands in for an answer, how it is read.
_FIELDS: dict[str, tuple[str, str | None, str, Callable[[str, str], Any]]] = {
    "colours": ("--colour", "One to three colours, as #0b5d4b", "#1f4e8c", read_colours),
    "logo": ("--logo", "Logo file: SVG, PDF, PNG or JPEG", "", read_logo),
    "logo_on_accent": ("--logo-on-accent", None, "", read_logo),
    "website": ("--website", "Website", "https://{id}.example", read_website),
    "contact": ("--contact", "Contact as printed, semicolons between lines", "", read_contact),
    "imprint": ("--imprint", "Imprint (V. i. S. d. P.) as printed", "", read_line),
    "display": ("--display", "Font for titles and boards", "Fira Sans", read_family),
    "text": ("--text", "Font for everything else", "Source Sans 3", read_family),
}


def gather(name: str, brand_id: str, options: dict[str, str | None], ask: Ask | None) -> Answers:
    """The answers; `ask` puts a question to somebody, None if nobody is there.

    Raises PressError with every wrong option.
    """
    values: dict[str, Any] = {}
    with collecting() as problems:
        for field, (option, _, _, read) in {"name": (NAME, None, "", read_line), **_FIELDS}.items():
            given = name if field == "name" else options.get(field)
            if given is not None:
                with problems.catching():
                    values[field] = read(given, option)
    for field, (option, question, default, read) in _FIELDS.items():
        if field not in values:
            default = default.format(id=brand_id)
            values[field] = asked(question, default, read, ask) if question and ask else read(default, option)
    invented = values["website"] == _FIELDS["website"][2].format(id=brand_id)
    return Answers(**values, invented=invented)


def asked(question: str, default: str, read: Callable[[str, str], Any], ask: Ask) -> Any:
    """Asks until the answer can be read; an empty one means the default."""
    while True:
        answer = ask(f"{question} [{default or 'none'}]: ").strip() or default
        try:
            return read(answer, "that")
        except PressError as error:
            print(*error.problems, sep="\n")


def terminal() -> Ask | None:
    """Asks on the terminal; None where there is none, so that nothing ever waits for an answer that cannot come."""
    return _input if sys.stdin and sys.stdin.isatty() and sys.stdout.isatty() else None


def _input(question: str) -> str:
    try:
        return input(question)
    except EOFError:  # Ctrl-D: the default
        print()
        return ""
