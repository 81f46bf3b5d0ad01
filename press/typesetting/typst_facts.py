"""Fit: what Typst says of a set job, read for texts that run over and codes that cannot be read."""

from dataclasses import dataclass
from typing import Any

from press.brand.brand import Brand
from press.content.typography import shown
from press.errors import Problem
from press.order.imposition import Sheets
from press.order.layouts import Layout
from press.order.plan import Plan
from press.order.product import Product
from press.typesetting.qr_code import MIN_MODULE_MM, MIN_SIDE_MM
from press.typesetting.stamp_slots import Stamped, read_stamped

# How templates name texts that are neither a phrase's nor one of content/texts.yaml.
OPTION, ADDRESS, EPISODE, PODCAST, CREDIT = "option ", "address ", "episode ", "podcast ", "credit "


@dataclass(frozen=True)
class SetFacts:
    """The facts of a set job."""

    fits: tuple[dict[str, Any], ...]
    codes: tuple[dict[str, Any], ...]
    pages: int  # that Typst set; of a form with its stamps, not of the product
    stamped: Stamped | None

    def links(self, page: int) -> tuple[str, ...]:
        """The links of the codes that Typst set on one of its pages, from 1."""
        return tuple(code["link"] for code in self.codes if code["page"] == page)


def read_facts(facts: list[dict[str, Any]], sheets: Sheets | None) -> SetFacts:
    """Facts in order. `sheets` are those that the job leaves to be stamped into its form."""

    def of(kind: str) -> tuple[dict[str, Any], ...]:
        return tuple(fact for fact in facts if fact["kind"] == kind)

    return SetFacts(of("fit"), of("code"), of("pages")[0]["count"], sheets and read_stamped(facts, sheets))


def misfits(plan: Plan, product: Product, facts: SetFacts) -> list[Problem]:
    """Every text that runs over its place, and every code too small or too fine to be read."""
    overflows = (_overflow(fact, plan, product) for fact in facts.fits if fact["over"] > 0)
    # A text that stands in many places of a kind is told once.
    return list(dict.fromkeys(overflows)) + [problem for code in facts.codes if (problem := _fine_code(code, product.layout))]


def _overflow(fact: dict[str, Any], plan: Plan, product: Product) -> Problem:
    text = fact["text"] or "layout"
    what, fix = f"`{text}`", "shorten it"
    if fact["phrase"]:
        what, fix = f"phrase `{fact['phrase']}`", 'shorten it, or mark with "\\u00AD" where a long word may break'
    elif text.startswith(ADDRESS):
        what, fix = f"the address {shown(text.removeprefix(ADDRESS))}", "use a shorter one, by a redirect for example"
    elif text.startswith(EPISODE):
        what = "the episode's title"
    elif text.startswith(PODCAST):
        what = f"`{text.removeprefix(PODCAST).replace(' ', '.')}`"
    elif text.startswith(CREDIT):
        what = "`credit`"
    return Problem(
        _where(fact, plan, product),
        f"{what} runs {fact['over']:.1f} pt over the {fact['cell']} of `{product.layout.name}`, set in {fact['size']:g} pt",
        fix,
    )


def _where(fact: dict[str, Any], plan: Plan, product: Product) -> str:
    """Where a text stands: in its deck, among the texts, at the order's item, in the brand - or with the podcast."""
    text, content = fact["text"] or "", plan.content
    if fact["phrase"]:
        return content.where(fact["phrase"], text)
    if text in type(content.texts.value).model_fields:
        return content.texts.where(text)
    if text.startswith(OPTION):
        return plan.at_item(product.item.product, text.removeprefix(OPTION))
    if text.startswith(ADDRESS):
        return _where_linked(text.removeprefix(ADDRESS), plan)
    if text.startswith(EPISODE):
        return content.podcast.where(*_episode_path(text.removeprefix(EPISODE), plan), "title")
    if text.startswith(CREDIT):
        return content.decks[int(text.removeprefix(CREDIT))].where("credit")
    if text.startswith(PODCAST):
        return content.podcast.where(*text.removeprefix(PODCAST).split())
    return (plan.brand if text in Brand.model_fields else content.podcast).where(text)


def _where_linked(link: str, plan: Plan) -> str:
    """Where a link is written; the podcast's own before others that are the same."""
    podcast = plan.content.podcast
    if link == podcast.value.link:
        return podcast.where("link")
    if link == podcast.value.newsletter.link:
        return podcast.where("newsletter", "link")
    if path := _episode_path(link, plan):
        return podcast.where(*path, "link")
    return plan.brand.where("website")


def _episode_path(link: str, plan: Plan) -> tuple[str | int, ...]:
    """The keys of the episode with a link; none if there is no such episode."""
    episodes = plan.content.podcast.value.episodes
    return next((("episodes", n) for n, episode in enumerate(episodes) if episode.link == link), ())


def _fine_code(code: dict[str, Any], layout: Layout) -> Problem | None:
    where = f"templates/layouts/{layout.name}.typ:1"
    if round(code["side"], 3) < MIN_SIDE_MM:
        return Problem(where, f"a code of {code['side']:.1f} mm", f"make it at least {MIN_SIDE_MM:g} mm")
    if round(code["module"], 3) < MIN_MODULE_MM:
        return Problem(
            where,
            f"the link {code['link']} makes modules of {code['module']:.2f} mm, under {MIN_MODULE_MM:g} mm",
            "use a shorter link, or a larger code",
        )
    return None
