"""Stock: papers decide printing conditions, product by product; what contradicts them is told."""

import json

import pytest
from tools import ORDER, attempt, write_item

from press.brand.spots import spot_name, wrong_letter
from press.order.plan import Plan, make_plan
from press.paths import Project

OWN = "assets/icc/FOGRA47L_uncoated_280.icc"


def order(root, items: list[dict], **keys) -> tuple[Plan | None, list[str]]:
    """The plan of an order of handouts, or what is told of it as `line: …`."""
    value = {"about": "Papers", "brand": "musterstadt", "decks": ["probe"], **keys, "items": items}
    (root / ORDER).write_text(json.dumps(value, ensure_ascii=False, indent=0), encoding="utf-8")
    plan, problems = attempt(make_plan, Project.at(root), "standard")
    return plan, [str(problem) for problem in problems]


def printed(plan: Plan | None) -> dict[str, tuple[str, str]]:
    assert plan is not None
    return {p.id: (str(p.stock.paper), p.profile.condition) for p in plan.products if p.edition == "print"}


def test_the_condition_follows_the_paper_of_each_product(sample):
    plan, told = order(
        sample,
        [{"layout": "argumente"}, {"layout": "plakat", "paper": "Bilderdruck matt, 135 g/m²"}, {"layout": "karten"}],
        paper="Offset weiß, 80 g/m²",
    )
    assert plan is None and len(told) == 1 and "`karten` needs 250 g/m² or more" in told[0]
    plan, _ = order(
        sample,
        [
            {"layout": "argumente"},
            {"layout": "plakat", "paper": "Bilderdruck matt, 135 g/m²"},
            {"layout": "karten", "paper": {"name": "Naturkarton", "weight": 250, "coated": False}},
        ],
        paper="offset weiß 80 g/m2",
    )
    assert printed(plan) == {
        "argumente": ("Offset weiß, 80 g/m²", "FOGRA47"),
        "plakat": ("Bilderdruck matt, 135 g/m²", "FOGRA39"),
        "karten": ("Naturkarton, 250 g/m²", "FOGRA47"),
    }
    assert {p.profile.ink_limit for p in plan.products} == {280, 300}
    assert {p.stock.screen.condition for p in plan.products} == {"FOGRA39"}  # screens have no paper


def test_without_a_paper_the_first_that_suits_is_taken(sample):
    plan, _ = order(sample, [{"layout": "argumente"}, {"layout": "tischaufsteller"}])
    assert printed(plan) == {
        "argumente": ("Offset weiß, 120 g/m²", "FOGRA47"),
        "tischaufsteller": ("Offsetkarton weiß, 250 g/m²", "FOGRA47"),
    }
    plan, _ = order(sample, [{"layout": "argumente"}], profile="fogra39")
    assert printed(plan) == {"argumente": ("Bilderdruck matt, 135 g/m²", "FOGRA39")}


@pytest.mark.parametrize("weight, told", [(249, 1), (250, 0)])
def test_cards_need_250_grams(sample, weight: int, told: int):
    found = order(sample, [{"layout": "karten", "paper": {"name": "K", "weight": weight, "coated": True}}])[1]
    assert len(found) == told


@pytest.mark.parametrize(
    "profile, paper, told",
    [
        ("fogra39", "Offset weiß, 120 g/m²", "uncoated, the order's profile FOGRA39 is for coated"),
        ("fogra47", "Bilderdruck matt, 135 g/m²", "coated, the order's profile FOGRA47 is for uncoated"),
        (OWN, "Bilderdruck matt, 135 g/m²", "FOGRA47 is for uncoated"),
        ("fogra39", "Bilderdruck matt, 135 g/m²", None),
        (OWN, "Offset weiß, 120 g/m²", None),
    ],
)
def test_a_profile_that_contradicts_the_paper_is_told(sample, profile: str, paper: str, told: str | None):
    plan, problems = order(sample, [{"layout": "argumente"}], profile=profile, paper=paper)
    assert bool(plan) == (told is None) and [told in problem for problem in problems] == ([True] if told else [])


def test_a_paper_nobody_knows_must_say_whether_it_is_coated(sample):
    plan, problems = order(sample, [{"layout": "argumente", "paper": "Büttenpapier, 90 g/m²"}])
    assert plan is None and len(problems) == 1
    assert problems[0].startswith(f"{ORDER}:") and "say whether it is coated" in problems[0]
    paper = {"name": "Büttenpapier, 90 g/m²", "coated": False}
    assert printed(order(sample, [{"layout": "argumente", "paper": paper}])[0]) == {
        "argumente": ("Büttenpapier, 90 g/m²", "FOGRA47")
    }


def test_spots_are_called_by_the_paper():
    assert [spot_name("HKS 57", coated) for coated in (True, False, None)] == ["HKS 57 K", "HKS 57 N", "HKS 57"]
    assert spot_name("PANTONE 485", True) == "PANTONE 485 C" and spot_name("PANTONE Reflex Blue", False)[-1] == "U"
    assert spot_name("HKS 57 K", True) == "HKS 57 K" and spot_name("Silber", False) == "Silber"
    assert wrong_letter("HKS 57 K", coated=False) == ("HKS 57", "N") and not wrong_letter("HKS 57 K", coated=True)
    assert wrong_letter("PANTONE 485 U", coated=True) and not wrong_letter("Sonderblau", coated=True)


def test_both_brands_can_be_printed_in_spot_colours(sample):
    for brand, ink in (("musterstadt", "HKS 57"), ("kleinstadtniveau", "HKS 4")):
        assert order(sample, [{"layout": "argumente"}], colours="spot", brand=brand)[1] == []
        assert ink in (sample / f"assets/brands/{brand}/brand.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "old, new, told",
    [
        ("spot: HKS 57, tint: 15", "tint: 15", "`accent-soft` is mixed from process inks"),
        ("spot: HKS 57,", "spot: HKS 57 K,", "`HKS 57 K` is an ink for coated paper"),
        ("spot: HKS 57, tint: 15", "spot: hks57, tint: 15", "would be two plates"),
        ("spot: HKS 57, hex", "spot: HKS 57 N, hex", "would be two plates"),
    ],
)
def test_what_a_brand_lacks_for_spot_colours_is_told(sample, old: str, new: str, told: str):
    file = sample / "assets/brands/musterstadt/brand.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    problems = order(sample, [{"layout": "argumente"}], colours="spot")[1]
    assert any(told in problem and problem.startswith("assets/brands/musterstadt/brand.yaml:") for problem in problems)


def test_the_first_item_of_a_bare_order_still_plans(sample):
    write_item(sample, "bingo-3x3", 2)
    assert printed(attempt(make_plan, Project.at(sample), "standard")[0])["bingo-3x3"][1] == "FOGRA47"
