"""Which link codes carry, as brands, orders and items choose it: one known by its word, or an address."""

from typing import Annotated

from pydantic import AfterValidator, Field

from press.errors import short
from press.language.message import _
from press.schema.urls import link_fault, looked_up
from press.schema.values import MAX_LINK, wrong

PODCAST, WEBSITE, NEWSLETTER, EPISODE = WORDS = ("podcast", "website", "newsletter", "episode")
NONE = "none"  # stands for no podcast, or no newsletter


def _choice(value: str) -> str:
    if value in WORDS:
        return value
    if "://" not in value:
        raise wrong(
            _("`{value}` is no link", value=short(value)),
            _("write {words}, or an address that begins with https://", words=", ".join(WORDS)),
        )
    value = looked_up(value)
    if fault := link_fault(value):
        raise wrong(*fault)
    return value


LinkChoice = Annotated[
    str,
    Field(max_length=MAX_LINK, json_schema_extra={"anyOf": [{"enum": list(WORDS)}, {"pattern": "^https://"}]}),
    AfterValidator(_choice),
]
