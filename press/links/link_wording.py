"""Where links lead, in words: an address read aloud letter by letter tells nobody."""

from press.brand.brand import Brand
from press.content.content import Content, Phrase
from press.content.markdown import SOFT_HYPHEN
from press.content.podcast import Episode
from press.content.typography import quoted
from press.links.addresses import EPISODE, NEWSLETTER, PODCAST, Address


def link_words(content: Content, brand: Brand, lead: str) -> dict[str, str]:
    """Link → what is there, in German: of the podcast, its newsletter, its episodes, the brand's own website, and
    wherever else codes lead."""
    podcast = content.podcast.value if content.podcast else None
    newsletter = podcast.newsletter if podcast else None
    episodes = [(phrase, episode) for phrase in content.phrases if (episode := content.episode(phrase))]
    return {
        lead: content.texts.value.more,
        brand.website: brand.name,
        **{episode.link: _of_episode(content, phrase, episode) for phrase, episode in reversed(episodes)},
        **({newsletter.link: newsletter.about} if newsletter else {}),
        **({podcast.link: f"{podcast.name}, {podcast.about}"} if podcast else {}),
    }


def address_words(content: Content, address: Address) -> str:
    """What an address leads to, in words that stand alone: on a page, in a list."""
    words = _words(content, address).replace(SOFT_HYPHEN, "")
    return words[:1].upper() + words[1:]


def _words(content: Content, address: Address) -> str:
    assert content.podcast is not None  # whose address it is
    podcast = content.podcast.value
    if address.of == NEWSLETTER and podcast.newsletter:
        return podcast.newsletter.about
    if address.of == PODCAST:
        return f"{podcast.name}, {podcast.about}"
    episode = next(episode for episode in podcast.episodes if address.of == f"{EPISODE} {episode.id}")
    phrase = next((phrase for phrase in content.phrases if phrase.episode == episode.id), None)
    return _of_episode(content, phrase, episode)


def _of_episode(content: Content, phrase: Phrase | None, episode: Episode) -> str:
    """By its number and title; where it has neither, by the phrase it is about, or by its id."""
    texts = content.texts.value
    number = f"{texts.episode} {episode.number}" if episode.number is not None else ""
    title = quoted(episode.title) if episode.title else ""
    alone = f"{texts.episode_listen} {quoted(phrase.board)}" if phrase else f"{texts.episode} {episode.id}"
    return ", ".join(filter(None, (number, title))) or alone
