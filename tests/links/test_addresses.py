"""Short addresses: what is printed, where it leads, and what keys must be."""

from pathlib import Path

import pytest
from links.conftest import BRAND, SHORT, TARGETS
from tools import DECK, ORDER, PODCAST, attempt, edit, plan

from press.build.fingerprint import take_fingerprints
from press.links.addresses import Address, Addresses, carried
from press.order.plan import make_plan
from press.paths import Project
from press.schema.urls import short_address_fault
from press.typesetting.overflow import unreadable_codes
from press.typesetting.typst_facts import CodeFact


def told(root: Path) -> list[str]:
    _, problems = attempt(make_plan, Project.at(root), "standard")
    return [str(problem) for problem in problems]


def test_what_is_printed_and_where_it_leads(town: Path):
    made = plan(town)
    assert {a.key: (a.printed, a.target) for a in made.addresses.all} == {
        key: (f"{SHORT}{key}", target) for key, target in TARGETS.items()
    }
    podcast = made.content.podcast.value
    assert [podcast.link, podcast.newsletter.link, *(episode.link for episode in podcast.episodes)] == [
        f"{SHORT}{key}" for key in TARGETS
    ]
    assert made.brand.value.website == "https://www.kommune.de", "a town's own address is short already"


def test_without_a_short_address_links_are_printed_as_they_lead(town: Path):
    edit(town / PODCAST, "^short: .*\n", "")
    made = plan(town)
    assert [a.printed for a in made.addresses.all] == list(TARGETS.values())
    assert made.content.podcast.value.link == TARGETS["bb"]


@pytest.mark.parametrize(
    "file, line, expected",
    [
        (PODCAST, "", SHORT),
        (BRAND, "short: https://marke.de/", "https://marke.de/"),
        (ORDER, "short: https://auftrag.de/x/", "https://auftrag.de/x/"),
    ],
)
def test_an_order_goes_before_its_brand_and_that_before_the_podcast(town: Path, file: str, line: str, expected: str):
    if file == ORDER:  # which goes before a brand's
        (town / BRAND).write_text((town / BRAND).read_text(encoding="utf-8") + "\nshort: https://marke.de/\n")
    (town / file).write_text((town / file).read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    assert plan(town).content.podcast.value.link == f"{expected}bb"


@pytest.mark.parametrize(
    "link, faultless",
    [
        ("https://b.de/", True),
        ("https://www.kommune.de/b/", True),
        ("https://www.kommune.de/b-2/c/", True),
        ("https://www.kommune.de/b", False),
        ("https://www.kommune.de/B/", False),
        ("https://www.kommune.de//", False),
        ("https://www.kommune.de/b/?x=/", False),
        ("https://www.kommune.de/b/../", False),
        ("https://www.kommune.de/b_c/", False),
        ("http://www.kommune.de/b/", False),
    ],
)
def test_a_short_address_is_one_that_everybody_types_alike(link: str, faultless: bool):
    assert (short_address_fault(link) is None) == faultless


@pytest.mark.parametrize("key, taken", [("21", True), ("0", True), ("a1b2c3d4e5f6", True), ("a1b2c3d4e5f67", False)])
def test_a_key_is_as_long_as_may_be(town: Path, key: str, taken: bool):
    edit(town / PODCAST, "key: f2", f"key: {key}" if key != "21" else "key: 22")
    assert (not told(town)) == taken


@pytest.mark.parametrize("key", ["Ab", "a-b", "ä", '""', "con", "bin", "1.5", "'a b'", "a/b", "com1", "true"])
def test_what_is_no_key(town: Path, key: str):
    edit(town / PODCAST, "key: f2", f"key: {key}")
    (problem,) = told(town)
    assert problem.startswith(f"{PODCAST}:19: ") and "`key`" in problem


def test_keys_are_needed_once_there_is_a_short_address_and_all_missing_ones_told(town: Path):
    edit(town / PODCAST, "    key: 21\n", "")
    edit(town / PODCAST, "  key: brief\n", "")
    problems = told(town)
    assert [problem.split(": ")[0] for problem in problems] == [f"{PODCAST}:7", f"{PODCAST}:11"]
    assert "newsletter" in problems[0] and "episode folge-1" in problems[1] and f"{PODCAST}:6" in problems[1]
    edit(town / PODCAST, "^short: .*\n", "")
    assert told(town) == []


def test_a_key_stands_once_with_or_without_a_short_address(town: Path):
    edit(town / PODCAST, "key: f2", "key: 21")
    assert len(told(town)) == 1 and f"`21` stands already at {PODCAST}:16" in told(town)[0]
    edit(town / PODCAST, "^short: .*\n", "")
    assert len(told(town)) == 1


def test_targets_and_the_short_address_are_held_to_the_allowed_hosts(town: Path):
    with (town / PODCAST).open("a", encoding="utf-8") as file:
        file.write("\nhosts: [ziel.de, www.kommune.de]\n")
    assert told(town) == []
    edit(town / PODCAST, "ziel.de/folge/2", "anders.de/folge/2")
    edit(town / PODCAST, "^short: .*", "short: https://fremd.de/b/")
    target, short = sorted(told(town))
    assert target.startswith(f"{PODCAST}:18: https://anders.de/folge/2#anfang leads to anders.de")
    assert short.startswith(f"{PODCAST}:6: https://fremd.de/b/ leads to fremd.de")


def test_placeholders_stay_told(town: Path):
    assert plan(town).draft_reasons == ()
    edit(town / PODCAST, "https://ziel.de/folge/1", "https://example.org/1")
    edit(town / PODCAST, "^short: .*", "short: https://b.example.org/")
    assert [(reason.line, reason.link) for reason in plan(town).draft_reasons] == [
        (15, "https://example.org/1"),
        (6, "https://b.example.org/"),
    ]


def campaign(target: str, name: str | None = "mai") -> str:
    return Addresses(None, name, ()).destination(Address("podcast", "bb", target, "", ()))


@pytest.mark.parametrize(
    "target, expected",
    [
        ("https://ziel.de", "https://ziel.de?utm_campaign=mai"),
        ("https://ziel.de/a#b", "https://ziel.de/a?utm_campaign=mai#b"),
        ("https://ziel.de/a?x=%20&y#b", "https://ziel.de/a?x=%20&y&utm_campaign=mai#b"),
        ("https://ziel.de/?utm_campaign=own", "https://ziel.de/?utm_campaign=own"),
    ],
)
def test_a_campaign_is_added_to_the_target(target: str, expected: str):
    assert campaign(target) == expected and campaign(target, None) == target


def test_a_campaign_needs_a_short_address(town: Path):
    (town / ORDER).write_text((town / ORDER).read_text(encoding="utf-8") + "campaign: mai\n", encoding="utf-8")
    assert told(town) == [] and plan(town).content.podcast.value.link == f"{SHORT}bb", "nothing of it is printed"
    edit(town / PODCAST, "^short: .*\n", "")
    (problem,) = told(town)
    assert problem.startswith(f"{ORDER}:11: `campaign` without a short address")


def test_an_episode_no_phrase_names_is_not_printed_but_leads_on(town: Path):
    edit(town / DECK, "    episode: folge-2\n", "")
    made = plan(town)
    assert [a.key for a in carried(made.content, made.addresses)] == ["bb", "brief", "21"]
    assert len(made.addresses.all) == 4


def test_a_short_address_that_makes_a_code_too_fine_is_told_where_it_stands(town: Path):
    made = plan(town)
    fine = CodeFact(kind="code", link=f"{SHORT}21", module=0.3, side=20, page=1, told=False)
    (problem,) = unreadable_codes(made, made.products[0].layout, [fine])
    assert problem.where == f"{PODCAST}:6"


def test_products_hang_on_what_is_printed_and_orders_on_where_it_leads(town: Path):
    before = take_fingerprints(plan(town))
    edit(town / PODCAST, TARGETS["21"], "https://ziel.de/anders")
    led_elsewhere = take_fingerprints(plan(town))
    assert led_elsewhere.products == before.products and led_elsewhere.order != before.order
    edit(town / PODCAST, "key: 21", "key: 22")
    other_key = take_fingerprints(plan(town))
    assert all(other_key.products[file] != before.products[file] for file in before.products)
    edit(town / PODCAST, "kommune.de/b/", "kommune.de/c/")
    assert all(new != other_key.products[file] for file, new in take_fingerprints(plan(town)).products.items())
