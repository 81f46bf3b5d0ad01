"""The pages about links, as browsers show them: to whom sees little, on a phone, in the dark."""

import re
from pathlib import Path

import pytest
from browsers import needs_chromium
from links.conftest import SHORT, TARGETS
from playwright.sync_api import Browser, expect
from proof.shown import assert_accessible, assert_fits
from tools import BUILT

pytestmark = needs_chromium
NARROW = {"width": 320, "height": 700}
PAGES = ("weiterleitungen/LIESMICH.html", "weiterleitungen/hochladen/index.html", "codes/index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_narrow_screen(browser: Browser, released: Path, scheme: str):
    page = browser.new_page(viewport=NARROW, color_scheme=scheme)
    for name in PAGES:
        page.goto((released / BUILT / name).as_uri())
        assert_fits(page)
        assert_accessible(page)
    page.close()


def test_a_page_leads_on_by_itself_and_by_a_link(browser: Browser, released: Path):
    page = browser.new_page(viewport=NARROW)
    page.route(
        re.compile("^https:"), lambda route: route.fulfill(body="<title>There</title>", content_type="text/html")
    )
    page.goto((released / BUILT / "weiterleitungen/hochladen/f2/index.html").as_uri())
    page.wait_for_url(TARGETS["f2"])
    expect(page).to_have_title("There")
    page.close()


def test_the_guide_names_each_address_with_its_target(browser: Browser, released: Path):
    page = browser.new_page(viewport=NARROW)
    page.goto((released / BUILT / "weiterleitungen/LIESMICH.html").as_uri())
    links = page.locator("dd a").evaluate_all("all => all.map(one => one.href)")
    assert dict(zip(links[::2], links[1::2])) == {f"{SHORT}{key}": target for key, target in TARGETS.items()}
    page.goto((released / BUILT / "codes/index.html").as_uri())
    assert page.locator("img").evaluate_all("all => all.every(one => one.naturalWidth > 0 && one.alt)")
    page.close()
