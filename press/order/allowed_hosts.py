"""Hosts: where codes and printed addresses may lead, if the podcast's file says so."""

from typing import Iterable, Iterator

from press.brand.brand import Brand
from press.content.content import Podcast
from press.errors import Problem
from press.schema.urls import host_of
from press.schema.validation import Loaded

Placed = tuple[str, str]  # a link, and `file:line` of it


def strangers(podcast: Loaded[Podcast], brand: Loaded[Brand]) -> list[Problem]:
    """Every link that a code can carry and that leads to a host which is not allowed."""
    return list(_strangers((*_links(podcast), _website(brand)), podcast))


def strange_website(podcast: Loaded[Podcast], brand: Loaded[Brand]) -> list[Problem]:
    """The same of the brand's website alone, which its specimen has a code to."""
    return list(_strangers([_website(brand)], podcast))


def _strangers(links: Iterable[Placed], podcast: Loaded[Podcast]) -> Iterator[Problem]:
    """A subdomain is a host of its own: who owns one need not own the other."""
    allowed = podcast.value.hosts
    for link, where in links:
        if allowed is not None and (host := host_of(link)) not in allowed:
            yield Problem(where, f"{link} leads to {host}, which is not among the `hosts` of {podcast.where('hosts')}",
                          f"lead it to {', '.join(allowed)}, or add the host there")


def _links(podcast: Loaded[Podcast]) -> Iterator[Placed]:
    yield podcast.value.link, podcast.where("link")
    yield podcast.value.newsletter.link, podcast.where("newsletter", "link")
    yield from ((episode.link, podcast.where("episodes", i, "link")) for i, episode in enumerate(podcast.value.episodes))


def _website(brand: Loaded[Brand]) -> Placed:
    return brand.value.website, brand.where("website")
