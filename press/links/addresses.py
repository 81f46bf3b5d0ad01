"""Addresses: for each link of the podcast, where it leads and what codes and texts carry of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from press.content.content import Content
from press.content.podcast import Episode, Newsletter, Podcast
from press.schema.urls import host_of
from press.schema.validation import Loaded
from press.schema.yaml_nodes import Key

PODCAST, NEWSLETTER, EPISODE = "podcast", "newsletter", "episode"  # what a link is of
CAMPAIGN = "utm_campaign"  # the parameter that Matomo, and whatever else a target counts with, reads

Path = tuple[Key, ...]


@dataclass(frozen=True)
class Short:
    """A short address as it is written, and file and line of it."""

    link: str
    place: tuple[str, int]

    @property
    def where(self) -> str:
        """`file:line` of it."""
        file, line = self.place
        return f"{file}:{line}"

    @property
    def path(self) -> str:
        """On its host: `/b/`."""
        return urlsplit(self.link).path

    @property
    def host(self) -> str:
        return host_of(self.link)


@dataclass(frozen=True)
class Address:
    """A link: what it is `of` (the podcast, its newsletter, or `episode <id>`), its key, where it leads, and what is
    printed. `path` are the keys of its entry in the podcast's file."""

    of: str
    key: str | None
    target: str
    printed: str
    path: Path


@dataclass(frozen=True)
class Addresses:
    """Those of all links of the podcast, used or not. Without a short address they are printed as they lead."""

    short: Short | None
    campaign: str | None
    all: tuple[Address, ...]

    @property
    def short_ones(self) -> tuple[Address, ...]:
        """Those that are printed as short addresses, and sent on."""
        return tuple(address for address in self.all if self.short and address.key)

    def destination(self, address: Address) -> str:
        """Where its short address sends on to: the target, with the order's campaign unless it has one of its own."""
        parts = urlsplit(address.target)
        if self.campaign is None or f"{CAMPAIGN}=" in parts.query:
            return address.target
        query = "&".join(filter(None, (parts.query, f"{CAMPAIGN}={self.campaign}")))
        return urlunsplit(parts._replace(query=query))


def chosen_short(*written: Loaded[Any]) -> Short | None:
    """The short address of the first that has one: what an order says goes before its brand, and that before the
    podcast."""
    return next((Short(one.value.short, one.place("short")) for one in written if one.value.short), None)


def addresses_of(podcast: Loaded[Podcast] | None, short: Short | None, campaign: str | None) -> Addresses:
    """The addresses of a podcast's links, none of no podcast; one without a key is printed as it leads."""
    found = (
        Address(of, entry.key, entry.link, f"{short.link}{entry.key}" if short and entry.key else entry.link, path)
        for of, entry, path in (_entries(podcast.value) if podcast else ())
    )
    return Addresses(short, campaign, tuple(found))


def _entries(podcast: Podcast) -> Iterator[tuple[str, Podcast | Newsletter | Episode, Path]]:
    yield PODCAST, podcast, ()
    if podcast.newsletter:
        yield NEWSLETTER, podcast.newsletter, ("newsletter",)
    for i, episode in enumerate(podcast.episodes):
        yield f"{EPISODE} {episode.id}", episode, ("episodes", i)


def as_printed(content: Content, addresses: Addresses) -> Content:
    """The content with each link as codes and texts carry it."""
    if content.podcast is None:
        return content
    podcast = content.podcast.value
    links = {address.path: address.printed for address in addresses.all}
    episodes = (e.model_copy(update={"link": links["episodes", i]}) for i, e in enumerate(podcast.episodes))
    changes: dict[str, Any] = {"link": links[()], "episodes": tuple(episodes)}
    if podcast.newsletter:
        changes["newsletter"] = podcast.newsletter.model_copy(update={"link": links["newsletter",]})
    return replace(content, podcast=replace(content.podcast, value=podcast.model_copy(update=changes)))


def carried(content: Content, addresses: Addresses) -> tuple[Address, ...]:
    """The addresses that files made from this content can carry: all but those of episodes that no phrase names."""
    named = {f"{EPISODE} {phrase.episode}" for phrase in content.phrases}
    return tuple(address for address in addresses.all if not address.of.startswith(EPISODE) or address.of in named)
