"""A new order: from answers to content/orders/<order>.yaml that the build takes, or to nothing at all."""

import zlib
from dataclasses import dataclass
from pathlib import Path

from press.content.content import load_content
from press.content.papers import load_papers
from press.errors import PressError, Problem
from press.language.message import _
from press.layouts.layout_loading import load_layouts
from press.names import WANTED, is_name
from press.new_brand.brand_id import slug
from press.new_content.order_proposal import ROUND, Proposed, board_for, propose
from press.new_content.order_questions import OrderAnswers
from press.new_content.order_yaml import order_yaml, speaks_of_podcast
from press.new_content.writing import put
from press.order.plan import Plan, make_plan
from press.paths import Project
from press.typst_engine.templates import read_templates

NAME = "NAME"
SEEDS = 10_000  # short enough to be read out


@dataclass(frozen=True)
class NewOrder:
    order_id: str
    file: Path
    answers: OrderAnswers
    items: tuple[Proposed, ...]
    plan: Plan

    @property
    def phrases(self) -> int:
        return len(self.plan.content.phrases)


def order_id_for(project: Project, name: str) -> str:
    """The name of an order's file that is to be new. Raises PressError."""
    made = slug(name)
    if name.startswith("-") or not is_name(made):
        raise PressError(
            Problem(NAME, _("`{name}` is no name for an order", name=name), _("write it with {wanted}", wanted=WANTED))
        )
    if project.order(made).exists():
        fix = _("edit {path}, or choose another name", path=project.name(project.order(made)))
        raise PressError(Problem(NAME, _("there is an order `{made}` already", made=made), fix))
    return made


def start_order(project: Project, order_id: str, answers: OrderAnswers) -> NewOrder:
    """Writes the order, as a plan that holds. Raises PressError; then nothing is left of it."""
    content = load_content(project, answers.decks)
    templates = read_templates(project)
    layouts = load_layouts(templates, templates.layouts)
    papers = load_papers(project).value.papers
    count = len(content.phrases)
    if ROUND in answers.purposes and board_for(count, layouts) is None:
        raise PressError(
            Problem(
                "--decks", _("{count} phrases are too few for a bingo sheet", count=count), _("name another deck, too")
            )
        )
    items = propose(answers.purposes, answers.people, answers.printer, content.phrases, layouts, papers)
    if all(item.only for item in items):
        what = _("all of it prints answers, and phrases of {decks} have none", decks=", ".join(answers.decks))
        raise PressError(Problem("--for", what, _("write `short` for them, or ask for round or posters")))
    seed = zlib.crc32(order_id.encode()) % SEEDS
    file = project.order(order_id)
    put(file, order_yaml(order_id, answers, items, seed, speaks_of_podcast(answers)))
    try:
        plan = make_plan(project, order_id)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return NewOrder(order_id, file, answers, tuple(items), plan)
