"""Answers on a new order: from options, on a terminal by asking for what they leave out, else from defaults."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from press.content.link_choice import PODCAST, WEBSITE, WORDS
from press.errors import PressError, Problem, choose_one, collecting
from press.language.message import _
from press.new_brand.prompts import Ask, asked
from press.new_content.order_proposal import PRINTERS, PURPOSES, ROUND
from press.order.order_item import MAX_BOARDS
from press.paths import Project
from press.schema.urls import link_fault, looked_up

PEOPLE = 24  # a class, a staff meeting


@dataclass(frozen=True)
class OrderAnswers:
    purposes: tuple[str, ...]
    people: int
    printer: str
    decks: tuple[str, ...]
    brand: str
    link: str


def gather_order(project: Project, name: str, options: dict[str, str | None], ask: Ask | None) -> OrderAnswers:
    """The answers; `ask` puts a question to somebody, None if nobody is there.

    Raises PressError with every wrong option.
    """
    decks, brands = project.decks(), project.brands()
    podcast = PODCAST if project.podcast.exists() else WEBSITE
    # Field → its option, what to ask for, what stands in for an answer, how it is read.
    fields: dict[str, tuple[str, str, str, Callable[[str, str], Any]]] = {
        "purposes": (
            "--for",
            _("What for, commas between: {purposes}", purposes=", ".join(PURPOSES)),
            ROUND,
            _several(PURPOSES),
        ),
        "people": ("--people", _("For how many people"), str(PEOPLE), _people),
        "printer": ("--printer", _("Who prints: {printers}", printers=", ".join(PRINTERS)), "both", _one(PRINTERS)),
        "decks": (
            "--decks",
            _("Decks, commas between: {decks}", decks=", ".join(decks)),
            _first(decks, name),
            _several(decks),
        ),
        "brand": ("--brand", _("Brand: {brands}", brands=", ".join(brands)), _first(brands, name), _one(brands)),
        "link": ("--link", _("What codes lead to: {words}, or an address", words=", ".join(WORDS)), podcast, _link),
    }
    values: dict[str, Any] = {}
    with collecting() as problems:
        for field, (option, _question, _default, read) in fields.items():
            if (given := options.get(field)) is not None:
                with problems.catching():
                    values[field] = read(given, option)
    for field, (option, question, default, read) in fields.items():
        if field not in values:
            values[field] = asked(question, default, read, ask) if ask else read(default, option)
    return OrderAnswers(**values)


def _first(names: list[str], wanted: str) -> str:
    """The one called like the order, else the first."""
    return wanted if wanted in names else next(iter(names), "")


def _one(names: Any) -> Callable[[str, str], str]:
    def read(text: str, where: str) -> str:
        if text.strip() not in names:
            raise PressError(Problem(where, _("`{text}` is none of them", text=text.strip()), choose_one(names)))
        return text.strip()

    return read


def _several(names: Any) -> Callable[[str, str], tuple[str, ...]]:
    def read(text: str, where: str) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
        wrong = [name for name in found if name not in names]
        if wrong or not found:
            what = ", ".join(f"`{name}`" for name in wrong) or _("nothing")
            raise PressError(Problem(where, _("{what} is none of them", what=what), choose_one(names)))
        return found

    return read


def _people(text: str, where: str) -> int:
    text = text.strip()
    if not text.isdecimal() or not 1 <= int(text) <= MAX_BOARDS:
        raise PressError(
            Problem(
                where,
                _("`{text}` is no number of people", text=text),
                _("write one from 1 to {max_boards}", max_boards=MAX_BOARDS),
            )
        )
    return int(text)


def _link(text: str, where: str) -> str:
    text = looked_up(text.strip())
    if text not in WORDS and (fault := link_fault(text)):
        raise PressError(
            Problem(where, fault[0], _("{fault}; or write one of: {words}", fault=fault[1], words=", ".join(WORDS)))
        )
    return text
