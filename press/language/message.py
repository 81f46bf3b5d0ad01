"""Messages: English texts that remember what they were made of, so that they can be said in another language later.

A message is a str, its English one: it is compared, sorted, written as JSON and shown in tests as such. Where it leaves
for a person, `press.language.catalogue` says it anew from its template and its values.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

COUNT = "n"  # the value that a plural goes by


class Message(str):
    """`template` is looked up in catalogues, and `values` fill its `{names}`; messages among these are said as well.

    One that counts has a second template, `plural`, for any other number `n` than one.
    """

    template: str
    plural: str | None
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object] | None = None, plural: str | None = None) -> "Message":
        values = {name: _kept(value) for name, value in (values or {}).items()}
        text = template if plural is None or values[COUNT] == 1 else plural
        made = super().__new__(cls, text.format_map(_plain(values)) if values else text)
        made.template, made.plural, made.values = template, plural, values
        return made

    def format(self, *args: object, **values: object) -> "Message":
        """The same with its values: for templates that stand in tables. Only names are filled in."""
        return Message(self.template, {**self.values, **values}, self.plural)

    def mapped(self, change: Callable[[str], str]) -> "Message":
        """The same with each text among its values changed: what somebody wrote, not what we say of it."""

        def changed(value: object) -> object:
            if isinstance(value, Message):
                return value.mapped(change)
            return change(value) if isinstance(value, str) else value

        return Message(self.template, {name: changed(value) for name, value in self.values.items()}, self.plural)

    def __add__(self, other: str) -> "Message":
        return joined("", (self, other))

    def __radd__(self, other: str) -> "Message":
        return joined("", (other, self))

    def __reduce__(self) -> tuple[type["Message"], tuple[str, Mapping[str, object], str | None]]:
        """From one process to another."""
        return Message, (self.template, self.values, self.plural)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Callable[[Any], Any]) -> Any:
        """A model reads it as a text, which is what it was written as."""
        return handler(str)


def _(template: str, **values: object) -> Message:
    """A message: `_("there is no order `{order}`", order=name)`. The template is a literal, so that it is found."""
    return Message(template, values)


def ngettext(one: str, many: str, n: int, **values: object) -> Message:
    """A message that counts: `ngettext("{n} board", "{n} boards", len(boards))`."""
    return Message(one, {COUNT: n, **values}, many)


def verbatim(text: object) -> Message:
    """What is the same in every language: a name, a number, what a library says."""
    return joined("", (str(text),))


def joined(between: str, parts: Iterable[str]) -> Message:
    """Texts and messages with something between them, as one message."""
    named = {f"part{number}": part for number, part in enumerate(parts)}
    return Message("{between}".join(f"{{{name}}}" for name in named), {"between": between, **named})


def as_json(text: object) -> Any:
    """A text as JSON can hold it, a message with all it was made of: `[template, values, plural]`."""
    if not isinstance(text, Message):
        return text
    return [text.template, {name: as_json(value) for name, value in text.values.items()}, text.plural]


def from_json(written: Any) -> Any:
    """What `as_json` wrote. Raises ValueError or TypeError for a list that is no message."""
    if not isinstance(written, list):
        return written
    template, values, plural = written
    return Message(template, {name: from_json(value) for name, value in values.items()}, plural)


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    """Messages among the values as the English they are: who writes one into a text by `f"{message}"` loses it."""
    return {name: str(value) if isinstance(value, Message) else value for name, value in values.items()}


def _kept(value: object) -> object:
    """A value that goes from one process to another, and can be written as a number is in another language."""
    return value if isinstance(value, str | int | float) else str(value)
