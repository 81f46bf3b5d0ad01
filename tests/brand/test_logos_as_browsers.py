"""Logos look in print and office as a browser shows them: as Inkscape, Illustrator, Figma and CorelDRAW write."""

from pathlib import Path

import pytest
from brand.logo_pictures import alike, difference, in_browser, in_office, in_print, natural_ratio, printable, size
from browsers import needs_chromium
from tools import ROOT

from press.brand.brand import load_brand
from press.brand.logo import vector
from press.paths import Project

LOGOS = sorted((Path(__file__).parent / "logos").glob("*.svg"))

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def page(browser):
    """One for all logos: opening one costs more than showing a logo."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def brand():
    return load_brand(Project.at(ROOT), "kleinstadtniveau").value


def test_there_is_a_collection() -> None:
    assert len(LOGOS) >= 20


@pytest.mark.parametrize("file", LOGOS, ids=lambda file: file.stem)
def test_shape_and_colours(page, brand, profile, file: Path) -> None:
    plain, drawing, ratio = vector.examine_svg(file.read_bytes())
    assert natural_ratio(page, file) == pytest.approx(ratio, rel=0.01)
    shape = size(ratio)
    shown = in_browser(page, file, shape)
    office = in_office(plain, shape)
    assert alike(shown, office), difference(shown, office)
    wanted, inked = printable(shown, profile), in_print(drawing, brand, profile, shape)
    assert alike(wanted, inked), difference(wanted, inked)


def test_another_logo_is_told_apart(page, brand, profile) -> None:
    """The comparison can fail: on colour, and on place."""
    by_name = {file.stem: file for file in LOGOS}
    rot, gelb = (in_browser(page, by_name[name], (300, 150)) for name in ("hex8", "rgba"))
    assert alike(rot, gelb)
    other = in_browser(page, by_name["figma-p3"], (300, 150))
    assert not alike(rot, other)
    stars = in_browser(page, by_name["symbol-use"], (300, 150))
    assert not alike(stars, stars.transform(stars.size, 0, (1, 0, 4, 0, 1, 0)))
