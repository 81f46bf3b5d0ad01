"""The id of a new brand: made from its name, or given."""

import re
import unicodedata

from press.errors import PressError, Problem
from press.language.message import _
from press.names import LONGEST, WANTED, is_name
from press.paths import Project

NAME, OPTION = "NAME", "--id"

# How German writes what ASCII has not.
_LETTERS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "æ": "ae",
        "ø": "oe",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "þ": "th",
        "ð": "d",
    }
)
_OPTION = re.compile(
    r"(?<!\S)--?[a-z][\w-]*", re.ASCII
)  # a dash that belongs to a name stands alone, or before a capital
_PATH = re.compile(r"\.\.|^[./\\~]|^[a-zA-Z]:|[/\\]$")


def id_for(project: Project, name: str, given: str | None) -> str:
    """The id of a brand that is to be new. Raises PressError if it cannot be one, or is taken."""
    if option := _OPTION.search(name):
        raise PressError(
            Problem(
                NAME,
                _("`{option}` looks like an option", option=option[0]),
                _("invoke --help brand tells what there are"),
            )
        )
    if given is None and _PATH.search(name):
        raise PressError(
            Problem(NAME, _("`{name}` looks like a path", name=name), _("give the brand's name as it is printed"))
        )
    made = given if given is not None else slug(name)
    where = NAME if given is None else OPTION
    if not is_name(made):
        raise PressError(
            Problem(
                where,
                _("`{made}` is no id", made=made or name),
                _("write another --id: {wanted}", wanted=WANTED),
            )
        )
    folder = project.brand(made).parent
    if folder.exists() or folder.is_symlink():
        raise PressError(
            Problem(
                where,
                _("the brand `{made}` exists already", made=made),
                _("edit {path}, or give another --id", path=project.name(project.brand(made))),
            )
        )
    return made


def slug(name: str) -> str:
    """A name in a–z, 0–9 and single hyphens: ä becomes ae, ß ss, é e."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).lower().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in text if not unicodedata.combining(c)))
    short = "-".join(words)
    return short if len(short) <= LONGEST else short[: LONGEST + 1].rpartition("-")[0] or short[:LONGEST]
