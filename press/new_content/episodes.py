"""Episodes as lists name them: by id, number or title; a phrase takes the id."""

from collections.abc import Sequence
from dataclasses import replace

from press.content.content import load_podcast
from press.content.podcast import Episode
from press.errors import Collector, Problem, collecting
from press.language.message import _
from press.new_content.columns import Columns, Listed
from press.new_content.spreadsheet import Sheet
from press.paths import Project


def with_episodes(
    project: Project, rows: Sequence[Listed], sheet: Sheet | None, columns: Columns | None
) -> list[Listed]:
    """The rows with ids of episodes. Raises PressError for each that the podcast does not have."""
    if sheet is None or columns is None or not any(row.texts.get("episode") for row in rows):
        return list(rows)
    podcast = load_podcast(project, project.podcast) if project.podcast.exists() else None
    episodes = podcast.value.episodes if podcast else ()
    with collecting() as problems:
        named = [_named(row, episodes, sheet.where(row.row, columns.places["episode"]), problems) for row in rows]
    return named


def _named(row: Listed, episodes: Sequence[Episode], where: str, problems: Collector) -> Listed:
    text = row.texts.get("episode", "")
    found = next((episode for episode in episodes if _is(episode, text)), None) if text else None
    if text and not found:
        known = ", ".join(episode.id for episode in episodes)
        fix = (
            _("write one of: {known}", known=known)
            if known
            else _("empty the column: content/podcast.yaml lists no episodes")
        )
        problems.add([Problem(where, _("there is no episode `{text}`", text=text), fix)])
    return replace(row, texts={**row.texts, "episode": found.id}) if found else row


def _is(episode: Episode, text: str) -> bool:
    """By its id, its number (`21`, `Folge 21`), or its title."""
    wanted = text.casefold().strip()
    names = {episode.id, (episode.title or episode.id).casefold()}
    number = {str(episode.number), f"folge {episode.number}"} if episode.number is not None else set()
    return wanted in names | number
