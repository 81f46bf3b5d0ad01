"""The arguments as Markdown, for an intranet or a website: from the same content, nothing of the layout."""

import re

from press.content.content import Content, Episode, Phrase
from press.content.typography import NBSP, quoted

SOFT_HYPHEN = "\u00ad"

# What would otherwise mean something in Markdown.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&]|^[-+=])")
_NUMBER = re.compile(r"^(\d+)([.)])")  # a list's


def arguments(content: Content) -> str:
    """Title, introduction, then each cliché as a heading with its two arguments and, if it has one, its episode."""
    texts, podcast = content.texts.value, content.podcast.value
    parts = [f"# {_plain(texts.arguments_title)}", _plain(texts.arguments_intro)]
    for number, phrase in enumerate(content.phrases, 1):
        parts += _phrase(number, phrase, content.episode(phrase), texts.episode, texts.episode_listen)
    parts += [
        f"## {_plain(texts.hear_title)}",
        f"{_plain(podcast.name)}, {_plain(podcast.about)}: <{podcast.link}>",
        f"{_plain(texts.newsletter)}: <{podcast.newsletter.link}>",
        *(_plain(deck.value.credit) for deck in content.decks),
    ]
    return "\n\n".join(parts) + "\n"


def _phrase(number: int, phrase: Phrase, episode: Episode | None, word: str, fallback: str) -> list[str]:
    parts = [f"## {number}. {_plain(quoted(phrase.board))}", f"**{_plain(phrase.short)}**", _plain(phrase.long)]
    if episode:
        name = f"{word} {episode.number}" if episode.number else fallback
        title = f" {_plain(quoted(episode.title))}" if episode.title else ""
        parts.append(f"{_plain(name)}{title}: <{episode.link}>")
    return parts


def _plain(text: str) -> str:
    """A text that Markdown shows as it is: markup escaped, print's invisible characters gone."""
    return _NUMBER.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text.replace(SOFT_HYPHEN, "").replace(NBSP, " ")))
