"""Fit: what Typst says of a set job, read for texts that run over and codes that cannot be read."""

from dataclasses import dataclass
from typing import Any

from press.brand.brand import Brand
from press.errors import Problem
from press.order.imposition import Sheets
from press.order.layouts import Layout
from press.order.plan import Plan
from press.order.product import Product
from press.typesetting.qr_code import MIN_MODULE_MM, MIN_SIDE_MM
from press.typesetting.stamp_slots import Stamped, read_stamped

OPTION = "option "  # how templates name an option's text


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
    overflows = [_overflow(fact, plan, product) for fact in facts.fits if fact["over"] > 0]
    return overflows + [problem for code in facts.codes if (problem := _fine_code(code, product.layout))]


def _overflow(fact: dict[str, Any], plan: Plan, product: Product) -> Problem:
    what = f"phrase `{fact['phrase']}`" if fact["phrase"] else f"`{fact['text']}`"
    return Problem(
        _where(fact, plan, product),
        f"{what} runs {fact['over']:.1f} pt over the {fact['cell']} of `{product.layout.name}`, set in {fact['size']:g} pt",
        'shorten it, or mark with "\\u00AD" where a long word may break',
    )


def _where(fact: dict[str, Any], plan: Plan, product: Product) -> str:
    """Where a text stands: in its deck, among the texts, at the order's item, in the brand - or with the podcast."""
    text, content = fact["text"], plan.content
    if fact["phrase"]:
        return content.where(fact["phrase"], text)
    if text in type(content.texts.value).model_fields:
        return content.texts.where(text)
    if text.startswith(OPTION):
        return plan.at_item(product.item.product, text.removeprefix(OPTION))
    return (plan.brand if text in Brand.model_fields else content.podcast).where(text)


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
