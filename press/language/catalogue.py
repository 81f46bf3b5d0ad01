"""What messages are in another language: by gettext, from the catalogues in `locales/`."""

from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, Any

from press.language.choice import ENGLISH, spoken
from press.language.message import COUNT, Message

if TYPE_CHECKING:
    from gettext import GNUTranslations

DOMAIN = "press"
_NUMBERS = str.maketrans({".": ",", ",": ".", "%": "\u00a0%"})  # English 1,234.5% is 1.234,5 % there


def said(text: str) -> str:
    """A text as whoever runs the command reads it."""
    return in_language(text, spoken())


def in_language(text: str, language: str) -> str:
    """A text in a language; what is no message, or in no catalogue, stays as it is."""
    if language == ENGLISH or not isinstance(text, Message):
        return str(text)
    values = {
        name: in_language(value, language) if isinstance(value, str) else value for name, value in text.values.items()
    }
    template = _template(text, _catalogue(language))
    return _WRITTEN.vformat(template, (), values) if values else template


def _template(text: Message, catalogue: "GNUTranslations") -> str:
    if text.plural is not None:
        return catalogue.ngettext(text.template, text.plural, int(str(text.values[COUNT])))
    return catalogue.gettext(text.template) if text.template else ""


class _Written(Formatter):
    """As German is written. Numbers that are formatted are quantities; others are what stands in a file."""

    def convert_field(self, value: Any, conversion: Any) -> Any:
        """A text whose beginning and end are to be seen stands in quotes."""
        return (
            f"„{value}“" if conversion == "r" and isinstance(value, str) else super().convert_field(value, conversion)
        )

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return text.translate(_NUMBERS) if format_spec and isinstance(value, int | float) else text


_WRITTEN = _Written()


@lru_cache
def _catalogue(language: str) -> "GNUTranslations":
    from gettext import GNUTranslations  # English pays for none of it
    from importlib.resources import files

    with (files("press.language") / "locales" / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return GNUTranslations(file)
