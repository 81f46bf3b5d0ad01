"""The content an editor writes: phrases in decks, the podcast, and the texts around them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field

from press.content.podcast import Episode, Podcast
from press.content.texts import Texts
from press.errors import Problem, collecting, refuse_if
from press.language.message import _
from press.paths import Project
from press.schema.validation import Loaded, Model, load
from press.schema.values import Id, Line, Text, words
from press.schema.yaml_source import Source
from press.system.safe_files import links_leading_out

BOARD_CHARACTERS = 90  # more does not fit a cell in a type size one can read across a table
SHORT_WORDS = 60
LONG_WORDS = 120


class Phrase(Model):
    """One cliché: as it stands in a cell, and what to say to it."""

    id: Id
    board: Annotated[
        Text,
        Field(
            max_length=BOARD_CHARACTERS,
            description="The sentence in the cell, ideally up to 60 characters. "
            '"\\u00AD" in double quotes marks where a long word may break.',
        ),
    ]
    short: Annotated[
        Annotated[Text, words(SHORT_WORDS)] | None,
        Field(description="The counter-argument in 25 to 60 words; layouts that print it say so if it is missing."),
    ] = None
    long: Annotated[
        Annotated[Text, words(LONG_WORDS)] | None,
        Field(description="The counter-argument in 60 to 120 words; layouts that print it say so if it is missing."),
    ] = None
    episode: Annotated[Id | None, Field(description="The id of an episode in content/podcast.yaml.")] = None


class Deck(Model):
    """Phrases in the order that gives them their numbers."""

    name: Line
    credit: Annotated[Text, Field(max_length=160, description="Where the phrases come from, as printed.")]
    phrases: Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=99)]


@dataclass(frozen=True)
class Content:
    """All that is printed, each part with the file it came from."""

    podcast: Loaded[Podcast] | None  # without one nothing leads to it, nor to episodes or a newsletter
    texts: Loaded[Texts]
    decks: tuple[Loaded[Deck], ...]

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases of all decks in order: a phrase's number is its place here, from 1."""
        return tuple(phrase for deck in self.decks for phrase in deck.value.phrases)

    @property
    def parts(self) -> tuple[Loaded[Podcast] | Loaded[Texts] | Loaded[Deck], ...]:
        """Its files, as they were read."""
        return (self.texts, *([self.podcast] if self.podcast else []), *self.decks)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files it came from."""
        podcast = [self.podcast.source] if self.podcast else []
        return (*podcast, self.texts.source, *(deck.source for deck in self.decks))

    def episode(self, phrase: Phrase) -> Episode | None:
        episodes = self.podcast.value.episodes if self.podcast else ()
        return next((e for e in episodes if e.id == phrase.episode), None)

    def where(self, phrase_id: str, key: str) -> str:
        """`file:line` of one text of a phrase."""
        for deck in self.decks:
            for i, phrase in enumerate(deck.value.phrases):
                if phrase.id == phrase_id:
                    return deck.where("phrases", i, key)
        raise KeyError(phrase_id)


def load_content(project: Project, deck_ids: Iterable[str]) -> Content:
    """Reads texts, the named decks and, if there is one, the podcast. Raises PressError with every mistake in them."""
    refuse_if(links_leading_out(project, project.content))
    with collecting() as problems:
        with problems.catching():
            texts = load(project.texts, project.name(project.texts), Texts)
        decks = problems.map(partial(_load_deck, project), deck_ids)
        problems.add(repetitions(decks))
        with problems.catching():
            podcast = _read_podcast(project, project.podcast) if project.podcast.exists() else None
            problems.add([*_doubled_episodes(podcast), *_unknown_episodes(podcast, decks)] if podcast else ())
    return Content(podcast, texts, tuple(decks))


def load_podcast(project: Project, path: Path) -> Loaded[Podcast]:
    """Reads a podcast's file. Raises PressError with every mistake in it."""
    podcast = _read_podcast(project, path)
    refuse_if(_doubled_episodes(podcast))
    return podcast


def _read_podcast(project: Project, path: Path) -> Loaded[Podcast]:
    return load(path, project.name(path), Podcast)


def _doubled_episodes(podcast: Loaded[Podcast]) -> Iterator[Problem]:
    return _doubled((e.id, podcast.where("episodes", i, "id")) for i, e in enumerate(podcast.value.episodes))


def _load_deck(project: Project, deck_id: str) -> Loaded[Deck]:
    path = project.deck(deck_id)
    return load(path, project.name(path), Deck)


def _phrases(deck: Loaded[Deck]) -> Iterator[tuple[int, Phrase]]:
    return enumerate(deck.value.phrases)


def _doubled(ids: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Every id, of pairs of id and `file:line`, that stands twice."""
    first: dict[str, str] = {}
    for name, where in ids:
        if name in first:
            yield Problem(
                where,
                _("the id `{name}` stands already at {first}", name=name, first=first[name]),
                _("give each its own"),
            )
        first.setdefault(name, where)


def repetitions(decks: Iterable[Loaded[Deck]]) -> Iterator[Problem]:
    """Every id and every sentence that stands twice among the phrases of some decks."""
    decks = tuple(decks)
    yield from _doubled((p.id, deck.where("phrases", i, "id")) for deck in decks for i, p in _phrases(deck))
    yield from _repeated_sentences(decks)


def _repeated_sentences(decks: Iterable[Loaded[Deck]]) -> Iterator[Problem]:
    """Every sentence that two phrases have: both could stand on one board."""
    first: dict[str, tuple[str, str]] = {}
    for deck in decks:
        for i, phrase in _phrases(deck):
            where = deck.where("phrases", i, "board")
            known, place = first.setdefault(_words_alone(phrase.board), (phrase.id, where))
            if known != phrase.id:
                yield Problem(
                    where,
                    _(
                        "`{phrase}` says the same as `{known}` at {place}: both could stand on one board",
                        phrase=phrase.id,
                        known=known,
                        place=place,
                    ),
                    _("word it otherwise, or delete one"),
                )


def _words_alone(sentence: str) -> str:
    """What makes two sentences the same: their letters and digits, without case, hyphens, marks and spaces."""
    return "".join(filter(str.isalnum, sentence.casefold())) or sentence


def _unknown_episodes(podcast: Loaded[Podcast], decks: Iterable[Loaded[Deck]]) -> Iterator[Problem]:
    known = [episode.id for episode in podcast.value.episodes]
    for deck in decks:
        for i, phrase in _phrases(deck):
            if phrase.episode is not None and phrase.episode not in known:
                yield Problem(
                    deck.where("phrases", i, "episode"),
                    _("unknown episode `{episode}`", episode=phrase.episode),
                    _("name one of {podcast}: {known}", podcast=podcast.source.name, known=", ".join(known)),
                )
