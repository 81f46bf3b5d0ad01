"""The links of all codes, to click and to scan before anything is printed, and how many codes lead to each."""

from collections import Counter
from dataclasses import dataclass

from press.brand.brand import Brand
from press.content.content import Content
from press.content.typography import quoted, readable_link
from press.links.link_rules import is_placeholder
from press.order.product import Product
from press.proof.proof_model import Codes, ProofModel
from press.typesetting.qr_code import encode, outline
from press.typesetting.typst_facts import SetFacts


@dataclass(frozen=True)
class Drawn:
    """A code as an SVG path in modules, and its side; the paper around it is its quiet zone."""

    path: str
    side: int


@dataclass(frozen=True)
class CodeLink:
    """A link with what it leads to, where it is printed (title and how often), and its code; of a short address also
    the `target` that it is sent on to."""

    link: str
    shown: str
    leads_to: str
    uses: tuple[tuple[str, int], ...]
    placeholder: bool
    target: str | None
    code: Drawn | None


def count_codes(product: Product, facts: SetFacts) -> Codes:
    """The codes of a product, from what Typst says of it once set. Kept with it, as setting it again costs more."""
    sheets, stamped = product.sheets, facts.stamped
    if stamped is None or sheets is None:
        return dict(Counter(code.link for code in facts.codes))
    found: Counter[str] = Counter()
    for page in range(sheets.pages):  # what the form carries itself
        found.update(facts.links(sheets.forms.index(len(sheets.numbers(page))) + 1))
    only = sheets.links[0] if len(sheets.links) == 1 else None
    carried = Counter({only: sheets.count}) if only else Counter(sheet.link for sheet in sheets)
    for slot in (slot for slot in stamped.slots[0] if slot.by == "link" and slot.place == 0):
        for link, count in carried.items():
            for code in facts.links(stamped.stamps[slot.stamp, link].page):
                found[code] += count
    return dict(found)


def code_links(order: ProofModel) -> tuple[CodeLink, ...]:
    """Every link that some code carries, then those that are only printed."""
    content, sent_on = order.content, _sent_on(order)
    uses: dict[str, Counter[str]] = {}
    for made in order.firsts:
        for link, count in made.codes.items():
            uses.setdefault(link, Counter())[order.names[made.product.id]] += count
    newsletter = content.podcast.value.newsletter if content.podcast else None
    printed = [link for link in (newsletter and newsletter.link, order.brand.website) if link and link not in uses]
    found = {link: tuple(there.items()) for link, there in uses.items()} | dict.fromkeys(printed, ())
    return tuple(_link(link, order, there, sent_on.get(link)) for link, there in found.items())


def _sent_on(order: ProofModel) -> dict[str, str]:
    """Where short addresses lead, by what is printed."""
    addresses = order.addresses
    return {one.printed: addresses.destination(one) for one in addresses.short_ones}


def _link(link: str, order: ProofModel, uses: tuple[tuple[str, int], ...], target: str | None) -> CodeLink:
    return CodeLink(
        link,
        readable_link(link),
        _leads_to(link, order.content, order.brand),
        uses,
        is_placeholder(link) or is_placeholder(target or ""),
        target,
        draw(link) if uses else None,
    )


def _leads_to(link: str, content: Content, brand: Brand) -> str:
    podcast = content.podcast.value if content.podcast else None
    if podcast and link == podcast.link:
        return f"Podcast {quoted(podcast.name)}"
    if podcast and podcast.newsletter and link == podcast.newsletter.link:
        return "Newsletter"
    for episode in podcast.episodes if podcast else ():
        if link == episode.link:
            numbers = [str(n) for n, phrase in enumerate(content.phrases, 1) if phrase.episode == episode.id]
            name = f"Folge {episode.number}" if episode.number else "Folge"
            return f"{name} {quoted(episode.title)}" if episode.title else f"{name} zu Spruch {', '.join(numbers)}"
    return "Website" if link == brand.website else "Eigene Adresse"


def draw(link: str) -> Drawn:
    """The code of a link."""
    return Drawn(outline(code := encode(link)), code.modules)
