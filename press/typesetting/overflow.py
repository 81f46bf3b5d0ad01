"""What does not fit: texts that run over their places, codes that cannot be read."""

from collections.abc import Iterable, Iterator

from press.brand.brand import Brand
from press.errors import Problem
from press.order.layouts import Layout
from press.order.plan import Plan
from press.order.product import Product
from press.typesetting.qr_code import MIN_MODULE_MM, MIN_SIDE_MM
from press.typesetting.typst_facts import CodeFact, FitFact

OPTION = "option "  # how templates name an option's text


def overflows(plan: Plan, product: Product, fits: Iterable[FitFact]) -> Iterator[Problem]:
    """Every text of a product that runs over its place."""
    for fit in fits:
        if fit.over > 0:
            what = f"phrase `{fit.phrase}`" if fit.phrase else f"`{fit.text}`"
            where = f"the {fit.cell} of `{product.layout.name}`"
            yield Problem(
                _source(plan, product, fit),
                f"{what} runs {fit.over:.1f} pt over {where}, set in {fit.size:g} pt",
                'shorten it, or mark with "\\u00AD" where a long word may break',
            )


def unreadable_codes(layout: Layout, codes: Iterable[CodeFact]) -> Iterator[Problem]:
    """Every code of a layout that is too small or too fine."""
    where = f"templates/layouts/{layout.name}.typ:1"
    for code in codes:
        if round(code.side, 3) < MIN_SIDE_MM:
            yield Problem(where, f"a code of {code.side:.1f} mm", f"make it at least {MIN_SIDE_MM:g} mm")
        elif round(code.module, 3) < MIN_MODULE_MM:
            yield Problem(
                where,
                f"the link {code.link} makes modules of {code.module:.2f} mm, under {MIN_MODULE_MM:g} mm",
                "use a shorter link, or a larger code",
            )


def _source(plan: Plan, product: Product, fit: FitFact) -> str:
    """Where a text stands: in its deck, among the texts, at the order's item, in the brand - or with the podcast."""
    text, content = fit.text, plan.content
    if fit.phrase:
        return content.where(fit.phrase, text)
    if text in type(content.texts.value).model_fields:
        return content.texts.where(text)
    if text.startswith(OPTION):
        return plan.at_item(product.item.product, text.removeprefix(OPTION))
    return (plan.brand if text in Brand.model_fields else content.podcast).where(text)
