"""Where links may lead: no placeholder may go to print, and no code to a host that is not allowed."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from press.brand.brand import Brand
from press.content.content import Content
from press.content.podcast import Podcast
from press.errors import Problem
from press.language.message import _
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


Located = tuple[str, tuple[str, int]]  # a link, and the file and line it stands on


def placeholder_links(content: Content, brand: Loaded[Brand], *more: Located) -> tuple[Placeholder, ...]:
    """Every link the products carry, or lead to by a short address, that is of a reserved host; `more` are that
    address, and those that order and brand add."""
    used = {phrase.episode for phrase in content.phrases}
    links = [*_links(content.podcast, used), (brand.value.website, brand.place("website")), *more]
    return tuple(_placeholder(link, file, line) for link, (file, line) in links if is_placeholder(link))


def _placeholder(link: str, file: str, line: int) -> Placeholder:
    return Placeholder(
        f"{file}:{line}", _("{link} is a placeholder", link=link), _("write the real address"), link, file, line
    )


def hosts_not_allowed(podcast: Loaded[Podcast] | None, brand: Loaded[Brand], *more: Located) -> Iterator[Problem]:
    """Every link that a code can carry or lead to, `more` among them, and that is of a host which is not allowed."""
    return _not_allowed((*_links(podcast), _website(brand), *more), podcast)


def website_not_allowed(podcast: Loaded[Podcast] | None, brand: Loaded[Brand]) -> Iterator[Problem]:
    """The same of the brand's website alone, which its specimen has a code to."""
    return _not_allowed([_website(brand)], podcast)


def _not_allowed(links: Iterable[Located], podcast: Loaded[Podcast] | None) -> Iterator[Problem]:
    """A subdomain is a host of its own: who owns one need not own the other."""
    if podcast is None or (allowed := podcast.value.hosts) is None:
        return
    for link, (file, line) in links:
        if (host := host_of(link)) not in allowed:
            yield Problem(
                f"{file}:{line}",
                _(
                    "{link} leads to {host}, which is not among the `hosts` of {place}",
                    link=link,
                    host=host,
                    place=podcast.where("hosts"),
                ),
                _("lead it to {allowed}, or add the host there", allowed=", ".join(allowed)),
            )


def _links(podcast: Loaded[Podcast] | None, used: Container[str | None] | None = None) -> Iterator[Located]:
    """A podcast's links; of the episodes those that are `used`, all of them if it is None."""
    if podcast is None:
        return
    yield podcast.value.link, podcast.place("link")
    if podcast.value.newsletter:
        yield podcast.value.newsletter.link, podcast.place("newsletter", "link")
    for i, episode in enumerate(podcast.value.episodes):
        if used is None or episode.id in used:
            yield episode.link, podcast.place("episodes", i, "link")


def _website(brand: Loaded[Brand]) -> Located:
    return brand.value.website, brand.place("website")
