"""The screen: here, or in a window of its own that follows the caller's; and a code to play without paper."""

import re
from pathlib import Path

import pytest
import zxingcpp
from browsers import needs_chromium
from game.opened_pages import NARROW, NO_STORAGE, Game, opened, say
from PIL import Image
from playwright.sync_api import Page, expect

pytestmark = needs_chromium

PROJECTOR = {"width": 1920, "height": 1080}


@pytest.mark.parametrize("remembers", [True, False], ids=["storage", "no storage"])
def test_a_window_of_its_own_follows_the_caller(browser, small: Game, remembers: bool):
    with opened(browser, small, alone=True) as page:
        if not remembers:
            page.context.add_init_script(NO_STORAGE)
            page.reload()
        say(page, 4)
        with page.expect_popup() as popup:
            page.get_by_role("button", name="In eigenem Fenster").click()
        screen = popup.value
        expect(screen.locator("#screen-latest")).to_contain_text("4")
        say(page, 9)
        expect(screen.locator("#screen-latest")).to_contain_text("9")
        expect(screen.locator("#screen-said li")).to_have_count(1)
        expect(screen.locator("#caller")).to_be_hidden()
        page.locator("#undo").click()
        expect(screen.locator("#screen-latest")).to_contain_text("4")
        screen.reload()
        expect(screen.locator("#screen-latest")).to_contain_text("4")


def test_the_round_is_led_from_the_screen_where_it_is_the_only_one(browser, small: Game):
    with opened(browser, small) as page:
        page.get_by_role("button", name="Hier zeigen").click()
        expect(page.locator("#screen")).to_be_visible()
        page.get_by_role("button", name=re.compile(r"^Nr\. 5: ")).click()
        expect(page.locator("#screen-latest")).to_contain_text("5")
        page.locator("#screen").hover()
        page.locator("#screen-undo").click()
        expect(page.locator("#screen-latest")).to_contain_text("Gleich geht’s los.")
        page.keyboard.press("Escape")
        expect(page.locator("#caller")).to_be_visible()
        expect(page.get_by_role("button", name="Hier zeigen")).to_be_focused()


def test_a_winner_is_shown_on_the_screen_until_the_next_phrase(browser, small: Game):
    (deal,) = small.deals.values()
    row = [cell + 1 for cell in deal.board(3)[:3]]
    with opened(browser, small, size=PROJECTOR) as page:
        for number in row:
            say(page, number)
        page.get_by_label("Nummer des Bogens").fill("3")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Auf die Leinwand").click()
        page.goto(page.url.split("#")[0] + "#leinwand-1")
        expect(page.locator("#screen-latest")).to_contain_text("Bingo!")
        expect(page.locator("#screen-board .struck")).to_have_count(3)
        page.get_by_role("button", name=re.compile(rf"^Nr\. {next(n for n in range(1, 13) if n not in row)}: ")).click()
        expect(page.locator("#screen-board")).to_be_hidden()


@pytest.mark.parametrize(
    "size", [PROJECTOR, {"width": 1024, "height": 768}, NARROW], ids=lambda size: str(size["width"])
)
def test_the_longest_phrase_fills_the_screen_and_stays_within(browser, every_grid: Game, size: dict):
    phrases = [one.board for one in every_grid.plan.content.phrases]
    longest = max(range(len(phrases)), key=lambda index: len(phrases[index]))
    with opened(browser, every_grid, "index.html#leinwand-1", size) as page:
        page.evaluate("(phrase) => saySo(phrase)", longest)
        inside = "(one) => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]"
        assert page.locator("#screen-latest").evaluate(inside) == [0, 0]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if size is PROJECTOR:
            assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
            assert page.locator("#screen-latest").evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") > 80


def test_every_board_of_any_grid_fits_the_projector(browser, every_grid: Game):
    with opened(browser, every_grid, "index.html#leinwand-1", PROJECTOR) as page:
        for code in {(deal.grid.rows, deal.grid.columns): code for code, deal in every_grid.deals.items()}.values():
            page.evaluate("(shown) => { changeRound({ shown }); showScreen(); }", f"{code}-0002")
            inside = "(one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight"
            assert page.locator("#screen-board").evaluate(inside), code
            assert (
                page.locator("#screen-board .cell").first.evaluate(
                    "(one) => parseFloat(getComputedStyle(one).fontSize)"
                )
                >= 15
            )


def read(page: Page, path: Path) -> str:
    page.locator("#join-code svg").screenshot(path=path)
    (code,) = zxingcpp.read_barcodes(Image.open(path))
    return code.text


def test_a_code_leads_to_the_sheet_where_the_folder_lies_in_the_web(browser, small: Game, tmp_path):
    (code,) = small.deals
    with opened(browser, small) as page:
        expect(page.locator("#join-code svg")).to_have_count(0)
        expect(page.locator("#join-link")).to_have_attribute("href", f"bogen.html#{code}-0001")
        page.get_by_label("Wo liegt der Ordner").fill("https://www.stadt.example/spiel/index.html")
        assert read(page, tmp_path / "first.png") == f"https://www.stadt.example/spiel/bogen.html#{code}-0001"
        page.get_by_role("button", name="Nächster").click()
        assert read(page, tmp_path / "second.png") == f"https://www.stadt.example/spiel/bogen.html#{code}-0002"
        page.reload()
        expect(page.locator("#join-code svg")).to_have_count(1)
        page.get_by_label("Wo liegt der Ordner").fill("javascript:alert(1)")
        expect(page.locator("#join-fault")).to_contain_text("https://")
        expect(page.locator("#join-code svg")).to_have_count(0)


def test_codes_of_every_version_are_read_and_longer_texts_have_none(browser, small: Game, tmp_path):
    """213 characters are what version 10 holds at level M (ISO/IEC 18004, table 7)."""
    most = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
    with opened(browser, small) as page:
        for version, size in enumerate(most, 1):
            for count in {size, most[version - 2] + 1 if version > 1 else 1}:
                text = ("https://ä.example/" + "abcdefghij" * 30).encode()[:count].decode(errors="ignore")
                text += "x" * (count - len(text.encode()))
                modules = page.evaluate("(text) => qrModules(text)", text)
                assert len(modules) == 17 + 4 * version
                assert _read(modules) == text
        assert page.evaluate("qrModules('x'.repeat(214))") is None


def _read(modules: list[list[bool]]) -> str:
    side = len(modules)
    picture = Image.new("L", (side + 8, side + 8), 255)
    for y, row in enumerate(modules):
        for x, black in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if black else 255)
    (code,) = zxingcpp.read_barcodes(picture.resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST))
    return code.text
