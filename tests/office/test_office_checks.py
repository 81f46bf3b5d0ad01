"""Every check of the office edition refuses what it is there for, and lets the good files pass."""

from dataclasses import replace
from io import BytesIO

import pytest
from pikepdf import Pdf

from office import documents, meaning  # noqa: F401  (they register recipes)
from office.recipe import BROCHURE, CARDS, LIST, RECIPES, SHEET
from press.preflight.runner import load_checks, preflight


def saved(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


CHECKS = {check.CODE: check for check in load_checks("office")}


def refuses(code: str, data: bytes, expected, monkeypatch) -> bool:
    """Whether that check does; the others are not asked."""
    monkeypatch.setattr("press.preflight.runner.load_checks", lambda edition: (CHECKS[code],))
    return code in {finding.code for finding in preflight(data, expected).findings}


def test_every_check_has_a_recipe():
    assert {code for code, _, _ in RECIPES} == set(CHECKS)


@pytest.mark.parametrize("name", [SHEET, BROCHURE, LIST, CARDS])
def test_the_good_file_passes(office, name: str):
    with Pdf.open(BytesIO(office[name].data)) as pdf:
        assert not preflight(saved(pdf), office[name].expected).findings


@pytest.mark.parametrize("name", [SHEET, BROCHURE, LIST, CARDS])
@pytest.mark.parametrize("most", [2, 3])
def test_the_good_file_passes_however_few_of_its_pages_are_read(office, name: str, most: int, monkeypatch):
    """Of long files only so many are: what may stand on another page is not missing."""
    monkeypatch.setattr("press.preflight.document.MOST_SPOKEN", most)
    assert not preflight(office[name].data, office[name].expected).findings


@pytest.mark.parametrize("code, name, spoil", RECIPES, ids=lambda part: getattr(part, "__name__", None))
def test_a_broken_file_is_refused(office, code: str, name: str, spoil, monkeypatch):
    finished = office[name]
    with Pdf.open(BytesIO(finished.data)) as pdf:
        good = saved(pdf)
        spoil(pdf)
        broken = saved(pdf)
    assert broken != good, "the recipe changes nothing"
    assert refuses(code, broken, finished.expected, monkeypatch)


def test_a_link_that_was_not_ordered(office, monkeypatch):
    finished = office[SHEET]
    elsewhere = replace(finished.expected, codes=lambda page: ("https://example.org/anderswo",))
    assert refuses("codes", finished.data, elsewhere, monkeypatch)


def test_the_office_keeps_6_mm_from_the_edge_of_the_paper(office):
    """Printers reach as near as 5 mm."""
    assert {finished.expected.safe for finished in office.values()} == {6}
