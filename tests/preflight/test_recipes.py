"""Every broken file is refused, with the code of the rule that it breaks, and the good ones pass."""

from collections import Counter
from io import BytesIO

import pytest
from pikepdf import Pdf

from preflight import (  # noqa: F401  (they register recipes)
    boards,
    boxes_and_pages,
    codes,
    colours,
    details,
    documents,
    glyphs,
    overlaps,
    overprints,
    small_things,
    transparency,
)
from preflight.finished import black_sheets, many_sheets, spot_sheets, two_sheets
from preflight.recipe import RECIPES, Recipe, saved
from press.preflight.report import status
from press.preflight.runner import load_checks, preflight

CHECKS = {check.CODE: check for check in load_checks("print")}


def test_there_is_a_recipe_for_every_check():
    assert {recipe.code for recipe in RECIPES} == set(CHECKS)
    assert len(RECIPES) >= 30
    assert max(Counter(map(str, RECIPES)).values()) == 1


@pytest.mark.parametrize(
    "order", [two_sheets, many_sheets, black_sheets, spot_sheets], ids=lambda order: order.__name__
)
def test_the_good_file_passes(good, order):
    """Just opened and saved as recipes do it: so what a recipe is refused for is what it broke."""
    finished = good(order)
    with Pdf.open(BytesIO(finished.data)) as pdf:
        assert not preflight(saved(pdf), finished.expected).findings


@pytest.mark.parametrize("recipe", RECIPES, ids=str)
def test_a_broken_file_is_refused(good, recipe: Recipe, monkeypatch):
    """And the check found it: it did not merely stumble over something it did not expect."""
    finished = good(recipe.order)
    broken = recipe.made_of(finished)
    with Pdf.open(BytesIO(finished.data)) as pdf:
        assert broken != saved(pdf), "the recipe changes nothing"
    check = CHECKS[recipe.code]
    stumbled = watch(check, monkeypatch)
    monkeypatch.setattr("press.preflight.runner.load_checks", lambda edition: (check,))
    report = preflight(broken, finished.expected)
    assert recipe.code in {finding.code for finding in report.findings if finding.severity == "error"}
    assert bool(stumbled) == recipe.stumbles
    assert status(report.findings) == "fail"


def watch(check, monkeypatch) -> list[Exception]:
    """What a check raises from now on."""
    raised, original = [], check.check

    def spy(document):
        try:
            yield from original(document)
        except Exception as error:
            raised.append(error)
            raise

    monkeypatch.setattr(check, "check", spy)
    return raised
