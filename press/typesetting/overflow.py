"""What does not fit: texts that run over their places, codes that cannot be read."""

from collections.abc import Iterable, Iterator

from press.brand.brand import Brand
from press.content.hyphens import break_proposed
from press.content.typography import readable_link
from press.errors import Problem, short
from press.language.message import Message, _, verbatim
from press.layouts.layout import Layout
from press.order.link_target import own_addresses
from press.order.plan import Plan
from press.order.product import Product
from press.typesetting.qr_code import MIN_MODULE_MM, MIN_SIDE_MM
from press.typesetting.typst_facts import CodeFact, FitFact

# How templates name what is not a key of the texts: an option's text, a link, an episode's title by its link, a key of
# the podcast, the credit of a deck by its number.
OPTION, ADDRESS, EPISODE, PODCAST, CREDIT = "option ", "address ", "episode ", "podcast ", "credit "


def overflows(plan: Plan, product: Product, fits: Iterable[FitFact]) -> Iterator[Problem]:
    """Every text of a product that runs over its place; one that stands in many places of a kind is told once."""
    yield from dict.fromkeys(_overflow(plan, product, fit) for fit in fits if fit.over > 0)


def unreadable_codes(plan: Plan, layout: Layout, codes: Iterable[CodeFact]) -> Iterator[Problem]:
    """Every code of a layout that is too small, and every link that makes one too fine; each once."""
    yield from dict.fromkeys(fault for code in codes if (fault := _unreadable(plan, layout, code)))


def _unreadable(plan: Plan, layout: Layout, code: CodeFact) -> Problem | None:
    if round(code.side, 3) < MIN_SIDE_MM:
        where = f"templates/layouts/{layout.name}.typ:1"
        return Problem(
            where,
            _("a code of {side:.1f} mm", side=code.side),
            _("make it at least {min_side_mm:g} mm", min_side_mm=MIN_SIDE_MM),
        )
    if round(code.module, 3) < MIN_MODULE_MM:
        modules = _(
            "the link {link} makes modules of {module:.2f} mm in the code of `{layout}`, under {min_module_mm:g} mm",
            link=short(code.link),
            module=code.module,
            layout=layout.name,
            min_module_mm=MIN_MODULE_MM,
        )
        fix = _("use a shorter one, by a redirect for example, or leave the layout out")
        return Problem(
            _link_source(code.link, plan),
            modules,
            fix,
        )
    return None


def overflow_problem(where: str, fit: FitFact, page: str, written: str = "") -> Problem:
    """A text that runs over its place on a page: `written` at `where`, the page by its template's name."""
    what, fix = _named(fit, break_proposed(written))
    return Problem(
        where,
        _(
            "{what} runs {over:.1f} pt over the {cell} of `{page}`, set in {size:g} pt",
            what=what,
            over=fit.over,
            cell=fit.cell,
            page=page,
            size=fit.size,
        ),
        fix,
    )


def _overflow(plan: Plan, product: Product, fit: FitFact) -> Problem:
    return overflow_problem(_source(plan, product, fit), fit, product.layout.name, _written(plan, fit))


def _written(plan: Plan, fit: FitFact) -> str:
    """The text of a phrase; none of others, which are lines of several words."""
    phrase = next((phrase for phrase in plan.content.phrases if phrase.id == fit.phrase), None)
    return (phrase and fit.text and getattr(phrase, fit.text, None)) or ""


def _named(fit: FitFact, proposed: str | None) -> tuple[Message, Message]:
    """What a message calls a text, and how it is made to fit; with the breaks `proposed` for its longest word."""
    text, shorten = fit.text or "layout", _("shorten it")
    if fit.phrase:
        breaks = (
            _('in double quotes, "{proposed}"', proposed=proposed)
            if proposed
            else _('"\\u00AD" where a long word may break')
        )
        return _("phrase `{phrase}`", phrase=fit.phrase), _("shorten it, or write {breaks}", breaks=breaks)
    if text.startswith(ADDRESS):
        address = readable_link(text.removeprefix(ADDRESS))
        return _("the address {address}", address=address), _("use a shorter one, by a redirect for example")
    if text.startswith(EPISODE):
        return _("the episode's title"), shorten
    if text.startswith(PODCAST):
        return verbatim(f"`{text.removeprefix(PODCAST).replace(' ', '.')}`"), shorten
    return verbatim("`credit`" if text.startswith(CREDIT) else f"`{text}`"), shorten


def _source(plan: Plan, product: Product, fit: FitFact) -> str:
    """Where a text stands: in its deck, among the texts, at the order's item, in the brand - or with the podcast."""
    text, content = fit.text or "", plan.content
    if fit.phrase:
        return content.where(fit.phrase, text)
    if text in type(content.texts.value).model_fields:
        return content.texts.where(text)
    if text.startswith(OPTION):
        return plan.at_item(product.item.product, text.removeprefix(OPTION))
    if text.startswith(ADDRESS):
        return _link_source(text.removeprefix(ADDRESS), plan)
    if text.startswith(EPISODE) and content.podcast:
        return content.podcast.where(*_episode_path(text.removeprefix(EPISODE), plan), "title")
    if text.startswith(CREDIT):
        return content.decks[int(text.removeprefix(CREDIT))].where("credit")
    if text.startswith(PODCAST) and content.podcast:
        return content.podcast.where(*text.removeprefix(PODCAST).split())
    return (plan.brand if text in Brand.model_fields or not content.podcast else content.podcast).where(text)


def _link_source(link: str, plan: Plan) -> str:
    """Where a link, or the short address it is made of, stands; the podcast's own before others that are the same."""
    short = plan.addresses.short
    if short and any(link == address.printed for address in plan.addresses.short_ones):
        return short.where
    if podcast := plan.content.podcast:
        if link == podcast.value.link:
            return podcast.where("link")
        if podcast.value.newsletter and link == podcast.value.newsletter.link:
            return podcast.where("newsletter", "link")
        if path := _episode_path(link, plan):
            return podcast.where(*path, "link")
    own = {own: f"{file}:{line}" for own, (file, line) in own_addresses(plan.order, plan.brand)}
    return own.get(link) or plan.brand.where("website")


def _episode_path(link: str, plan: Plan) -> tuple[str | int, ...]:
    """The keys of the episode with a link; none if there is no such episode."""
    episodes = plan.content.podcast.value.episodes if plan.content.podcast else ()
    return next((("episodes", n) for n, episode in enumerate(episodes) if episode.link == link), ())
