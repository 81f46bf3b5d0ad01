"""A sheet played on a screen: any board by its address, ticked by tap and key, bingo told."""

import pytest
from browsers import needs_chromium
from game.opened_pages import DESK, PHONE, Game, opened
from playwright.sync_api import Page, expect

pytestmark = needs_chromium


def ticked(page: Page) -> list[bool]:
    return [
        value == "true"
        for value in page.locator("#board [data-cell]").evaluate_all(
            "(all) => all.map((one) => one.getAttribute('aria-pressed'))"
        )
    ]


def test_its_address_opens_any_board(browser, every_grid: Game):
    with opened(browser, every_grid, "bogen.html") as page:
        for code, deal in every_grid.deals.items():
            page.evaluate("(hash) => { location.hash = hash; }", f"#{code}-0024")
            expect(page.get_by_role("table", name=f"Bogen {code}-0024")).to_be_visible()
            board = [cell for cell in deal.board(24) if cell is not None]
            assert page.locator("#board .disc").all_inner_texts() == [str(cell + 1) for cell in board]
            expect(page.get_by_role("columnheader")).to_have_count(deal.grid.columns)
            expect(page.locator("#board .free")).to_have_count(int(deal.grid.free))


def test_ticks_survive_a_reload_and_bingo_is_an_alert(browser, small: Game):
    (code,) = small.deals
    with opened(browser, small, f"bogen.html#{code.lower()}–7") as page:
        cells = page.locator("#board [data-cell]")
        for cell in (0, 4):
            cells.nth(cell).click()
        expect(page.get_by_role("alert")).to_have_text("")
        expect(page.locator("#heard")).to_contain_text("2 von 9 Sprüchen angekreuzt.")
        cells.nth(8).click()
        expect(page.get_by_role("alert")).to_have_text("Bingo! Diagonale von links oben.")
        page.reload()
        assert ticked(page) == [cell in (0, 4, 8) for cell in range(9)]
        expect(page.locator("#board .struck")).to_have_count(3)
        cells.nth(4).click()
        expect(page.get_by_role("alert")).to_have_text("")
        page.get_by_role("button", name="Alle Kreuze entfernen").click()
        assert not any(ticked(page))


def test_the_free_cell_counts(browser, every_grid: Game):
    code = next(code for code, deal in every_grid.deals.items() if deal.grid.free and deal.grid.rows == 3)
    with opened(browser, every_grid, f"bogen.html#{code}-0001") as page:
        for cell in (3, 5):
            page.locator(f"[data-cell='{cell}']").click()
        expect(page.get_by_role("alert")).to_have_text("Bingo! Zeile 2.")


def test_arrows_lead_over_the_board_and_space_ticks(browser, every_grid: Game):
    code = next(code for code, deal in every_grid.deals.items() if deal.grid.free and deal.grid.rows == 3)
    with opened(browser, every_grid, f"bogen.html#{code}-0001") as page:
        page.locator("[data-cell='1']").focus()
        page.keyboard.press("ArrowDown")  # past the free cell
        expect(page.locator("[data-cell='7']")).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.locator("[data-cell='7']")).to_be_focused()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Space")
        expect(page.locator("[data-cell='6']")).to_have_attribute("aria-pressed", "true")


def test_type_grows_as_it_is_asked_to_and_stays_so(browser, small: Game):
    size = "(one) => parseFloat(getComputedStyle(one).fontSize)"
    with opened(browser, small, "bogen.html#7") as page:
        cell = page.locator("[data-cell='0']")
        before = cell.evaluate(size)
        for _ in range(3):
            page.get_by_role("button", name="Größere Schrift").click()
        assert cell.evaluate(size) == pytest.approx(2 * before)
        page.reload()
        assert cell.evaluate(size) == pytest.approx(2 * before)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("hash_", ["#ZZZZ-0001", "#%E0%A4", "#0", "#<img src=x>"])
def test_what_is_no_sheet_is_told(browser, small: Game, hash_: str):
    with opened(browser, small, f"bogen.html{hash_}") as page:
        expect(page.locator("#fault")).not_to_be_empty()
        expect(page.locator("#play")).to_be_hidden()
        page.get_by_label("Welchen Bogen hast du?").fill("3")
        page.keyboard.press("Enter")
        expect(page.locator("#board table")).to_be_visible()
        expect(page.locator("#fault")).to_be_empty()


def test_columns_beyond_the_edge_are_told(browser, every_grid: Game):
    codes = {deal.grid.columns: code for code, deal in every_grid.deals.items()}
    with opened(browser, every_grid, f"bogen.html#{codes[5]}-0001", PHONE) as page:
        expect(page.get_by_text("seitlich schieben")).to_be_visible()
        page.set_viewport_size(DESK)
        expect(page.get_by_text("seitlich schieben")).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
