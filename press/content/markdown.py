"""The arguments as Markdown, for an intranet or a website: from the same content, nothing of the layout."""

import re
from dataclasses import dataclass

from press.content.content import Content, Phrase
from press.content.podcast import Episode, Podcast
from press.content.texts import Texts
from press.content.typography import NBSP, quoted

SOFT_HYPHEN = "\u00ad"

# What would otherwise mean something in Markdown.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&]|^[-+=])")
_NUMBER = re.compile(r"^(\d+)([.)])")  # a list's


@dataclass(frozen=True)
class Sender:
    """Whose arguments these are: name, website, contact lines, and who answers for them."""

    name: str
    website: str
    contact: tuple[str, ...] = ()
    imprint: str | None = None


def arguments(content: Content, sender: Sender) -> str:
    """Title, introduction, then each cliché as a heading with its two arguments and, if it has one, its episode; at the
    end podcast and newsletter if there are any, credits and sender."""
    texts, podcast = content.texts.value, content.podcast.value if content.podcast else None
    parts = [f"# {_plain(texts.arguments_title)}", _plain(texts.arguments_intro)]
    for number, phrase in enumerate(content.phrases, 1):
        parts += _phrase(number, phrase, content.episode(phrase), texts.episode, texts.episode_listen)
    parts += [
        *(_podcast(podcast, texts) if podcast else []),
        *(_plain(deck.value.credit) for deck in content.decks),
        f"## {_plain(texts.contact_title)}",
        *_sender(sender),
    ]
    return "\n\n".join(parts) + "\n"


def _podcast(podcast: Podcast, texts: Texts) -> list[str]:
    newsletter = [_link(texts.newsletter, podcast.newsletter.link)] if podcast.newsletter else []
    return [f"## {_plain(texts.hear_title)}", _link(f"{podcast.name}, {podcast.about}", podcast.link), *newsletter]


def _phrase(number: int, phrase: Phrase, episode: Episode | None, word: str, fallback: str) -> list[str]:
    parts = [f"## {number}. {_plain(quoted(phrase.board))}"]
    parts += [f"**{_plain(phrase.short)}**"] if phrase.short else []
    parts += [_plain(phrase.long)] if phrase.long else []
    if episode:
        name = f"{word} {episode.number}" if episode.number else fallback
        title = (
            f" {quoted(episode.title)}" if episode.title else f" {quoted(phrase.board)}" if not episode.number else ""
        )
        parts.append(_link(name + title, episode.link))
    return parts


def _sender(sender: Sender) -> list[str]:
    """Its website by name, a list of its contact, the imprint."""
    lines = [f"- {_plain(line)}" for line in sender.contact]
    return [
        _link(sender.name, sender.website),
        *(["\n".join(lines)] if lines else []),
        *([_plain(sender.imprint)] if sender.imprint else []),
    ]


def _link(words: str, link: str) -> str:
    """A link on words: an address read aloud tells nobody where it leads."""
    return f"[{_plain(words)}](<{link}>)"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is: markup escaped, print's invisible characters gone."""
    return _NUMBER.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text.replace(SOFT_HYPHEN, "").replace(NBSP, " ")))
