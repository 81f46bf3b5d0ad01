"""The podcast that codes lead to: its episodes, its newsletter, and where links may lead."""

from typing import Annotated

from pydantic import Field

from press.schema.validation import Model
from press.schema.values import Host, Id, Line, Link, LinkKey, ShortAddress

MAX_NUMBER = 9999  # of an episode: no podcast has more, and four digits fit where it is printed


MAX_EPISODES = 999


MAX_HOSTS = 99


Key = Annotated[
    LinkKey | None,
    Field(description="What stands behind the short address in place of the link, as 21. Once printed, it stays."),
]


Short = Annotated[
    ShortAddress | None,
    Field(
        description="The address that the town's own web server sends on from, as https://www.kommune.de/b/: codes and "
        "printed addresses lead to it with a key."
    ),
]


class Episode(Model):
    """An episode of the podcast; number and title where they are known."""

    id: Id
    link: Link
    key: Key = None
    number: Annotated[int, Field(ge=1, le=MAX_NUMBER)] | None = None
    title: Line | None = None


class Newsletter(Model):
    about: Line
    link: Link
    key: Key = None


class Podcast(Model):
    name: Line
    about: Line
    link: Link
    key: Key = None
    short: Short = None
    newsletter: Newsletter | None = None
    hosts: Annotated[
        tuple[Host, ...] | None,
        Field(
            min_length=1,
            max_length=MAX_HOSTS,
            description="The only hosts that links may lead to, each as it is written in links; any, if left out.",
        ),
    ] = None
    episodes: Annotated[tuple[Episode, ...], Field(max_length=MAX_EPISODES)] = ()
