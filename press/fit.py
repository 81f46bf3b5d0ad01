"""Fit: what Typst says of a set product, read for texts that run over and codes that cannot be read."""

from typing import Any

from press.content import Content
from press.errors import Problem
from press.layouts import Layout
from press.qr import MIN_MODULE_MM, MIN_SIDE_MM


def misfits(content: Content, layout: Layout, facts: list[dict[str, Any]]) -> list[Problem]:
    """Texts that run over their place, and codes too fine or too small to be read."""
    return [
        problem for fact in facts
        if (problem := _overflow(content, layout, fact) if fact["kind"] == "fit" else _fine_code(layout, fact))]


def _overflow(content: Content, layout: Layout, fact: dict[str, Any]) -> Problem | None:
    if fact["over"] <= 0:
        return None
    what = f"phrase `{fact['phrase']}`" if fact["phrase"] else f"`{fact['text']}`"
    return Problem(
        _where(content, fact),
        f"{what} runs {fact['over']:.1f} pt over the {fact['cell']} of `{layout.name}`, set in {fact['size']:g} pt",
        "shorten it, or mark with \"\\u00AD\" where a long word may break")


def _where(content: Content, fact: dict[str, Any]) -> str:
    """Where a text stands: in its deck, among the texts, or else an option of the order's item or lines of the brand."""
    if fact["phrase"]:
        return content.where(fact["phrase"], fact["text"])
    return content.texts.where(fact["text"]) if fact["text"] in type(content.texts.value).model_fields else fact["text"]


def _fine_code(layout: Layout, fact: dict[str, Any]) -> Problem | None:
    where = f"templates/layouts/{layout.name}.typ:1"
    if fact["side"] < MIN_SIDE_MM:
        return Problem(where, f"a code of {fact['side']:.1f} mm", f"make it at least {MIN_SIDE_MM:g} mm")
    if fact["module"] < MIN_MODULE_MM:
        return Problem(where, f"the link {fact['link']} makes modules of {fact['module']:.2f} mm, under {MIN_MODULE_MM:g} mm",
                       "use a shorter link, or a larger code")
    return None
