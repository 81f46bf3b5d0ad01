"""Pages about links, in German: one that leads on for each key, a list of all, how to set it up, codes as pictures."""

import re
from collections.abc import Iterable
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

from press.content.content import Content
from press.content.typography import readable_link
from press.links.addresses import CAMPAIGN, Addresses
from press.links.link_wording import address_words
from press.links.redirects import Targets
from press.web.jinja_templates import templates_of

if TYPE_CHECKING:
    from jinja2 import Environment

_ONWARD = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')


def onward_page(content: Content, addresses: Addresses, key: str, target: str) -> str:
    """A page that leads on at once, and by a link in words where that is not allowed."""
    return _render("onward.html", words=_words(content, addresses)[key], target=target)


def target_of(page: str) -> str | None:
    """Where such a page leads."""
    found = _ONWARD.search(page)
    return unescape(found[1]) if found else None


def list_page(content: Content, addresses: Addresses, targets: Targets) -> str:
    """What stands at the short address itself, for who has typed no key, or a wrong one."""
    return _render("list.html", name=content.podcast.value.name, rows=_rows(content, addresses, targets))


def readme(content: Content, addresses: Addresses, targets: Targets) -> str:
    """How to set it up on each kind of server, and what leads where."""
    return _render(
        "readme.html",
        short=addresses.short,
        shown=readable_link(addresses.short.link) if addresses.short else "",
        campaign=addresses.campaign and f"{CAMPAIGN}={addresses.campaign}",
        rows=_rows(content, addresses, targets),
    )


def codes_page(codes: Iterable[object]) -> str:
    """Codes as pictures, each with `name`, `words`, `link` and how that is `shown`."""
    return _render("codes.html", codes=codes)


def _rows(content: Content, addresses: Addresses, targets: Targets) -> list[dict[str, str]]:
    """By key: what it is, its short address and where that leads."""
    words = _words(content, addresses)
    return [
        {
            "key": a.key,
            "words": words[a.key],
            "printed": a.printed,
            "shown": readable_link(a.printed),
            "to": targets[a.key],
        }
        for a in addresses.all
        if a.key
    ]


def _words(content: Content, addresses: Addresses) -> dict[str, str]:
    return {address.key: address_words(content, address) for address in addresses.all if address.key}


def _render(template: str, **values: Any) -> str:
    return _templates().get_template(template).render(**values)


@cache
def _templates() -> "Environment":
    return templates_of("press.links")
