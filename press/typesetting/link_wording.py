"""Where links lead, in words: an address read aloud letter by letter tells nobody."""

from press.brand.brand import Brand
from press.content.content import Content, Episode, Phrase
from press.content.typography import quoted


def link_words(content: Content, brand: Brand) -> dict[str, str]:
    """Link → what is there, in German: of the podcast, its newsletter, its episodes, and the brand's own website."""
    podcast = content.podcast.value
    episodes = [(phrase, episode) for phrase in content.phrases if (episode := content.episode(phrase))]
    return {
        brand.website: brand.name,
        **{episode.link: _of_episode(content, phrase, episode) for phrase, episode in reversed(episodes)},
        podcast.newsletter.link: podcast.newsletter.about,
        podcast.link: f"{podcast.name}, {podcast.about}",
    }


def _of_episode(content: Content, phrase: Phrase, episode: Episode) -> str:
    """By its number and title; where it has neither, by the phrase it is about."""
    texts = content.texts.value
    number = f"{texts.episode} {episode.number}" if episode.number is not None else ""
    title = quoted(episode.title) if episode.title else ""
    return ", ".join(filter(None, (number, title))) or f"{texts.episode_listen} {quoted(phrase.board)}"
