"""The live page loaded anew: focus, place, what was written and opened stay; ticks were given to another state."""

import os
import shutil
from pathlib import Path

import pytest
from browsers import needs_chromium
from playwright.sync_api import Browser, Page, expect
from tools import BUILT

from press.watch.live import live

pytestmark = needs_chromium

PHONE = {"width": 390, "height": 844}
STILL = 2  # px that a place may move


@pytest.fixture
def folder(sample_once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample_once / BUILT, tmp_path / "build" / "standard")


def build_anew(page: Page, folder: Path) -> None:
    """What the browser sees of a new build, with a paragraph more above all that it looks at."""
    index = folder / "index.html"
    text = index.read_text(encoding="utf-8")
    (folder / "index.new").write_text(
        text.replace("<main>", "<main><p style='height: 300px'>Neu</p>"), encoding="utf-8"
    )
    os.replace(folder / "index.new", index)
    manifest = folder / "manifest.json"
    shutil.copy(manifest, folder / "manifest.new")
    page.evaluate("window.before = true")
    os.replace(folder / "manifest.new", manifest)
    page.wait_for_function("!window.before && document.readyState === 'complete'")


def top(page: Page, selector: str) -> float:
    return page.locator(selector).evaluate("(part) => part.getBoundingClientRect().top")


def test_a_page_that_is_loaded_anew_keeps_focus_and_place(folder: Path, browser: Browser):
    with live(folder, 0) as server:
        page = browser.new_page(viewport=PHONE, reduced_motion="reduce")
        page.goto(server.address)
        page.locator("#product-argumente .fold").click()
        page.get_by_label("Name in Druckbuchstaben").fill("Ohne Namen")
        page.get_by_label("Alle Seiten angesehen").check()
        page.get_by_label("Zum Druck freigegeben").or_(page.get_by_label("Texte und Gestaltung freigegeben")).check()
        page.get_by_label("Anmerkungen").fill("Der Titel ist zu lang.")
        place = top(page, "#release-remarks")
        build_anew(page, folder)
        expect(page.get_by_label("Anmerkungen")).to_be_focused()
        expect(page.get_by_label("Anmerkungen")).to_have_value("Der Titel ist zu lang.")
        expect(page.get_by_label("Name in Druckbuchstaben")).to_have_value("Ohne Namen")
        expect(page.get_by_label("Alle Seiten angesehen")).not_to_be_checked()
        expect(page.locator(".verdict :checked")).to_have_count(0)
        expect(page.locator("#product-argumente .page").first).to_be_visible()
        expect(page.locator("#product-bingo-3x3 .page").first).to_be_hidden()
        page.wait_for_function(
            "([part, before, still]) => "
            "Math.abs(document.querySelector(part).getBoundingClientRect().top - before) <= still",
            arg=["#release-remarks", place, STILL],
        )
        # The focus is found again on what has no name of its own, too.
        link = page.locator("#product-argumente .page a").first
        link.focus()
        build_anew(page, folder)
        expect(page.locator("#product-argumente .page a").first).to_be_focused()
        page.close()
