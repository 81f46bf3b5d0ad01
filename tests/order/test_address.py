"""How readers are spoken to: as „du“, or as „Sie“ where a brand or an order says so."""

import re

import pytest
import yaml
from tools import ORDER, ROOT, attempt, edit, plan

from press.order.check import check
from press.paths import Project

DU = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|euch)\b|^(?:Sag|Sprich|Nimm|Zieh|Lies|Gib|Dreht|Hol)\b")
SIE = re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
BRAND = "assets/brands/kleinstadtniveau/brand.yaml"


def texts(root) -> dict[str, str]:
    return dict(plan(root).content.texts.value)


@pytest.fixture
def polite(sample):
    (sample / "content/texts-sie.yaml").write_bytes((ROOT / "content/texts-sie.yaml").read_bytes())
    return sample


@pytest.mark.parametrize("file", [ORDER, BRAND])
def test_a_brand_or_an_order_says_sie(polite, file: str):
    assert texts(polite)["listen_title"] == "Und was sagst du dann?"
    edit(polite / file, r"\Z", "\naddress: sie\n")
    assert texts(polite)["listen_title"] == "Und was sagen Sie dann?"


def test_an_order_goes_before_its_brand_and_own_words_before_both(polite):
    edit(polite / BRAND, r"\Z", "\naddress: sie\n")
    edit(polite / ORDER, r"\Z", "\ntexts: {contact_title: Ruft an}\n")
    assert texts(polite)["contact_title"] == "Ruft an" and texts(polite)["caller_title"] == "Sie sagen an"
    edit(polite / ORDER, r"\Z", "\naddress: du\n")
    assert texts(polite)["caller_title"] == "Du sagst an"


def test_every_text_that_says_du_has_one_that_says_sie_and_no_other():
    shared, polite = (
        yaml.safe_load((ROOT / f"content/{name}.yaml").read_text(encoding="utf-8")) for name in ("texts", "texts-sie")
    )
    assert {key for key, text in shared.items() if DU.search(text)} <= set(polite)
    assert [key for key, text in polite.items() if DU.search(text) or not SIE.search(text)] == []
    assert list(polite) == [key for key in shared if key in polite]


def test_a_mistake_in_texts_nobody_asked_for_is_told(polite):
    edit(polite / "content/texts-sie.yaml", "caller_title: .*", "caller_titel: Sie")
    _, problems = attempt(check, Project.at(polite))
    assert [problem.what for problem in problems] == ["unknown key `caller_titel`"]
