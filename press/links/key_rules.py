"""Keys: what a short address needs of the podcast's links."""

from collections.abc import Iterable, Iterator

from press.content.podcast import Podcast
from press.errors import Problem
from press.language.message import _
from press.links.addresses import Addresses
from press.schema.validation import Loaded


def key_faults(podcast: Loaded[Podcast] | None, addresses: Addresses, where_campaign: str) -> Iterator[Problem]:
    """Every key that stands twice and, where there is a short address, every link without one: a key that the press
    chose would change with what it was chosen by, and printed codes would lead elsewhere. And a campaign, written at
    `where_campaign`, that nothing could carry."""
    first: dict[str, str] = {}
    for address in addresses.all:
        where = podcast.where(*address.path, "key") if podcast else ""
        if address.key in first:
            yield Problem(
                where,
                _("the key `{key}` stands already at {first}", key=address.key, first=first[address.key]),
                _("give each its own"),
            )
        elif address.key is not None:
            first[address.key] = where
        elif addresses.short:
            yield Problem(
                where,
                _(
                    "the {of} has no `key`, and {link} ({where}) leads on by keys",
                    of=address.of,
                    link=addresses.short.link,
                    where=addresses.short.where,
                ),
                _("write one, as `key: 21`; once it is printed, it stays"),
            )
    if addresses.campaign and not addresses.short:
        yield Problem(
            where_campaign,
            _("`campaign` without a short address: nothing would carry it"),
            _("write `short`, here, in the brand or in content/podcast.yaml, or delete it"),
        )


def campaigns_at_odds(orders: Iterable[tuple[Addresses, str]]) -> Iterator[Problem]:
    """Orders, each with `file:line` of its campaign, that have one short address and not one campaign: a web server
    sends on in one way for all of them."""
    first: dict[str, tuple[str | None, str]] = {}
    for addresses, where in orders:
        if addresses.short:
            campaign, other = first.setdefault(addresses.short.link, (addresses.campaign, where))
            if campaign != addresses.campaign:
                yield Problem(
                    where,
                    _("leads to {link} and has another campaign than {other}", link=addresses.short.link, other=other),
                    _("give one of them a `short` of its own, or both the same `campaign`"),
                )
