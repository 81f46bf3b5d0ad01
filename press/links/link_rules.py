"""Where links may lead: no placeholder may go to print, and no code to a host that is not allowed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from press.brand.brand import Brand
from press.content.content import Content, Podcast
from press.errors import Problem
from press.schema.urls import host_of
from press.schema.validation import Loaded

# Names that can never be real, RFC 2606 and RFC 6761.
RESERVED_HOSTS = ("example.org", "example.com", "example.net", "localhost")
RESERVED_ENDINGS = (".example", ".invalid", ".test", ".localhost")


def is_placeholder(link: str) -> bool:
    """Whether a link leads to a reserved host (or one below it)."""
    host = (urlsplit(link).hostname or "").rstrip(".")
    return host in RESERVED_HOSTS or f".{host}".endswith(
        (*RESERVED_ENDINGS, *(f".{reserved}" for reserved in RESERVED_HOSTS))
    )


@dataclass(frozen=True, order=True)
class Placeholder(Problem):
    """A link that is still to be replaced, and the line of the file that it stands on."""

    link: str
    file: str
    line: int


def placeholder_links(
    content: Content, brand: Loaded[Brand], short: tuple[str, tuple[str, int]] | None = None
) -> tuple[Placeholder, ...]:
    """Every link the products carry, or lead to by a short address, that is of a reserved host; that address, too,
    with file and line of it."""
    podcast = content.podcast
    used = {phrase.episode for phrase in content.phrases}
    links = [
        (podcast.value.link, podcast.place("link")),
        (podcast.value.newsletter.link, podcast.place("newsletter", "link")),
        (brand.value.website, brand.place("website")),
    ]
    links += [
        (episode.link, podcast.place("episodes", i, "link"))
        for i, episode in enumerate(podcast.value.episodes)
        if episode.id in used
    ]
    links += [short] if short else []
    return tuple(_placeholder(link, file, line) for link, (file, line) in links if is_placeholder(link))


def _placeholder(link: str, file: str, line: int) -> Placeholder:
    return Placeholder(f"{file}:{line}", f"{link} is a placeholder", "write the real address", link, file, line)


Placed = tuple[str, str]  # a link, and `file:line` of it


def hosts_not_allowed(podcast: Loaded[Podcast], brand: Loaded[Brand], *more: Placed) -> Iterator[Problem]:
    """Every link that a code can carry or lead to, `more` among them, and that is of a host which is not allowed."""
    return _not_allowed((*_links(podcast), _website(brand), *more), podcast)


def website_not_allowed(podcast: Loaded[Podcast], brand: Loaded[Brand]) -> Iterator[Problem]:
    """The same of the brand's website alone, which its specimen has a code to."""
    return _not_allowed([_website(brand)], podcast)


def _not_allowed(links: Iterable[Placed], podcast: Loaded[Podcast]) -> Iterator[Problem]:
    """A subdomain is a host of its own: who owns one need not own the other."""
    allowed = podcast.value.hosts
    for link, where in links:
        if allowed is not None and (host := host_of(link)) not in allowed:
            yield Problem(
                where,
                f"{link} leads to {host}, which is not among the `hosts` of {podcast.where('hosts')}",
                f"lead it to {', '.join(allowed)}, or add the host there",
            )


def _links(podcast: Loaded[Podcast]) -> Iterator[Placed]:
    yield podcast.value.link, podcast.where("link")
    yield podcast.value.newsletter.link, podcast.where("newsletter", "link")
    yield from (
        (episode.link, podcast.where("episodes", i, "link")) for i, episode in enumerate(podcast.value.episodes)
    )


def _website(brand: Loaded[Brand]) -> Placed:
    return brand.value.website, brand.where("website")
