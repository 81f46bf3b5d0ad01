"""Less: without answers, podcast or newsletter whatever makes sense is set, and says nothing of what is not there."""

from pathlib import Path

import pytest
import yaml
from tools import ROOT

from catalogue.setting import all_facts, order, planned
from press.layouts.layout_loading import load_layouts
from press.order.plan import Plan
from press.paths import Project
from press.typesetting.overflow import overflows
from press.typst_engine.templates import read_templates

TEMPLATES = read_templates(Project.at(ROOT))
LAYOUTS = load_layouts(TEMPLATES, TEMPLATES.layouts)
NO_CODE = {"ansagerliste"}
OWN = "https://www.seedorf.de/bingo"
GONE = ("podcast ", "newsletter", "listen", "hear_title", "episode")  # beginnings of texts' keys


def _without(root: Path, *keys: str) -> None:
    for path in (root / "content/phrases").glob("*.yaml"):
        deck = yaml.safe_load(path.read_text(encoding="utf-8"))
        deck["phrases"] = [{k: v for k, v in phrase.items() if k not in keys} for phrase in deck["phrases"]]
        path.write_text(yaml.safe_dump(deck, allow_unicode=True), encoding="utf-8")


def _items(names: list[str]) -> list[dict]:
    return [{"layout": name} | ({"boards": LAYOUTS[name].up} if LAYOUTS[name].board else {}) for name in names]


def _assert_set(plan: Plan, link: str, also: set[str] = frozenset()) -> None:
    """Everything finds its place, every code leads there (or to `also`), and of what is gone nothing is said."""
    for product, facts in zip(plan.products, all_facts(plan, plan.products), strict=True):
        assert list(overflows(plan, product, facts.fits)) == []
        links = {code.link for code in facts.codes}
        assert links == set() if product.layout.name in NO_CODE else link in links and links <= {link, *also}, links
        if not also:
            assert [fit.text for fit in facts.fits if (fit.text or "").startswith(GONE)] == []


def _few_or_all(often, few: list[str]) -> list[str]:
    return often(few, list(LAYOUTS))


def test_without_answers_what_prints_none_is_set(project, often):
    names = [name for name in _few_or_all(often, ["ansagerliste", "plakat"]) if not LAYOUTS[name].answers]
    _without(project, "short", "long")
    order(project, _items(names), podcast="none", link=OWN)
    _assert_set(planned(project), OWN)


def test_without_a_podcast_all_leads_to_the_website(project, often):
    order(project, _items(_few_or_all(often, ["bingo-3x3", "karten"])), podcast="none", brand="musterstadt")
    _assert_set(planned(project), "https://www.musterstadt.example")


def test_without_a_newsletter_none_is_told_of(project, often):
    order(project, _items(_few_or_all(often, ["bingo-quer", "faltblatt"])), newsletter="none")
    plan = planned(project)
    episodes = {episode.link for episode in plan.content.podcast.value.episodes}
    _assert_set(plan, plan.content.podcast.value.link, {*episodes, ""})


@pytest.mark.thorough
@pytest.mark.parametrize("link", ["website", "newsletter", OWN])
def test_codes_lead_where_the_order_says(project, link: str):
    order(project, _items(list(LAYOUTS)), link=link, brand="musterstadt")
    plan = planned(project)
    podcast = plan.content.podcast.value
    _assert_set(plan, plan.products[0].target.link, {podcast.link, *(episode.link for episode in podcast.episodes)})
