"""Where links lead, in words: an address read aloud letter by letter tells nobody."""

from press.brand.brand import Brand
from press.content.content import Content, Episode, Phrase
from press.content.typography import quoted
from press.order.link_target import Target


def link_words(content: Content, brand: Brand, target: Target) -> dict[str, str]:
    """Link → what is there, in German: of the podcast, its newsletter, its episodes, the brand's own website, and
    wherever else a product's codes lead."""
    podcast = content.podcast.value if content.podcast else None
    newsletter = podcast.newsletter if podcast else None
    episodes = [(phrase, episode) for phrase in content.phrases if (episode := content.episode(phrase))]
    return {
        target.link: content.texts.value.more,
        brand.website: brand.name,
        **{episode.link: _of_episode(content, phrase, episode) for phrase, episode in reversed(episodes)},
        **({newsletter.link: newsletter.about} if newsletter else {}),
        **({podcast.link: f"{podcast.name}, {podcast.about}"} if podcast else {}),
    }


def _of_episode(content: Content, phrase: Phrase, episode: Episode) -> str:
    """By its number and title; where it has neither, by the phrase it is about."""
    texts = content.texts.value
    number = f"{texts.episode} {episode.number}" if episode.number is not None else ""
    title = quoted(episode.title) if episode.title else ""
    return ", ".join(filter(None, (number, title))) or f"{texts.episode_listen} {quoted(phrase.board)}"
