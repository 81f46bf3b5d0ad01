"""Keys: what a short address needs of the podcast's links."""

from collections.abc import Iterable, Iterator

from press.content.podcast import Podcast
from press.errors import Problem
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
            yield Problem(where, f"the key `{address.key}` stands already at {first[address.key]}", "give each its own")
        elif address.key is not None:
            first[address.key] = where
        elif addresses.short:
            yield Problem(
                where,
                f"the {address.of} has no `key`, and {addresses.short.link} ({addresses.short.where}) leads on by keys",
                "write one, as `key: 21`; once it is printed, it stays",
            )
    if addresses.campaign and not addresses.short:
        yield Problem(
            where_campaign,
            "`campaign` without a short address: nothing would carry it",
            "write `short`, here, in the brand or in content/podcast.yaml, or delete it",
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
                    f"leads to {addresses.short.link} and has another campaign than {other}",
                    "give one of them a `short` of its own, or both the same `campaign`",
                )
