"""Drafts: what still stands in the content as a placeholder and must not go to print."""

from urllib.parse import urlsplit

from press.brand.brand import Brand
from press.content.content import Content
from press.errors import Problem
from press.schema.validation import Loaded

# Names that can never be real, RFC 2606 and RFC 6761.
RESERVED_HOSTS = ("example.org", "example.com", "example.net", "localhost")
RESERVED_ENDINGS = (".example", ".invalid", ".test", ".localhost")


def is_placeholder(link: str) -> bool:
    """Whether a link leads to a reserved host (or one below it)."""
    host = (urlsplit(link).hostname or "").rstrip(".")
    return host in RESERVED_HOSTS or f".{host}".endswith(
        (*RESERVED_ENDINGS, *(f".{reserved}" for reserved in RESERVED_HOSTS)))


def placeholder_links(content: Content, brand: Loaded[Brand]) -> tuple[Problem, ...]:
    """Every link the products carry that leads to a reserved host."""
    podcast = content.podcast
    used = {phrase.episode for phrase in content.phrases}
    links = [(podcast.value.link, podcast.where("link")),
             (podcast.value.newsletter.link, podcast.where("newsletter", "link")),
             (brand.value.website, brand.where("website"))]
    links += [(episode.link, podcast.where("episodes", i, "link"))
              for i, episode in enumerate(podcast.value.episodes) if episode.id in used]
    return tuple(Problem(where, f"{link} is a placeholder", "write the real address") for link, where in links if is_placeholder(link))
