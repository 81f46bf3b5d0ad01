"""A sheet checked on the caller's page: found however it is typed, its bingo told with line and call."""

from browsers import needs_chromium
from game.opened_pages import DESK, PHONE, Game, check, opened, say
from playwright.sync_api import expect

pytestmark = needs_chromium


def winning(game: Game, number: int) -> list[int]:
    """The phrases, from 1, of the first row of a board."""
    (deal,) = game.deals.values()
    return [cell + 1 for cell in deal.board(number)[: deal.grid.columns]]


TYPED = ("{code}-0007", "7", "{code}–0007", "{lower}-0007", " {lower} — 7 ", "{code} 7", "{lower}0007", "0007")


def test_a_sheet_is_found_however_its_number_is_typed(browser, small: Game):
    ((code, deal),) = small.deals.items()
    with opened(browser, small) as page:
        for typed in TYPED:
            check(page, "1")
            check(page, typed.format(code=code, lower=code.lower()))
            expect(page.locator("#checked-board caption")).to_have_text(f"Bogen {code}-0007")
        assert page.locator("#checked-board .disc").all_inner_texts() == [str(cell + 1) for cell in deal.board(7)]


def test_a_sheet_with_bingo_is_told_with_its_line_and_call(browser, small: Game):
    (code,) = small.deals
    row = winning(small, 7)
    rest = next(n for n in range(1, 13) if n not in row)
    with opened(browser, small, size=PHONE) as page:
        say(page, *row[:-1])
        check(page, "7")
        expect(page.locator("#checked")).to_contain_text(f"Es fehlt noch ein Spruch: Nr. {row[-1]}.")
        say(page, row[-1])
        expect(page.locator("#checked")).to_contain_text(f"{code}-0007 hat Bingo!")
        expect(page.locator("#checked")).to_contain_text("Zeile 1, voll mit dieser Ansage, der 3.")
        expect(page.locator("#checked-board .struck")).to_have_count(3)
        say(page, rest)
        expect(page.locator("#checked")).to_contain_text("Zeile 1, voll seit der 3. Ansage. Jetzt ist die 4.")
        page.get_by_text("Welche Bögen haben Bingo?").click()
        expect(page.locator("#who-list").get_by_role("button", name=f"{code}-0007")).to_be_visible()


NO_SHEETS = {
    "ZZZZ-0007": "gehört nicht zu diesem Auftrag",
    "{code}-0025": "gibt es in diesem Auftrag nicht",
    "25": "gibt es in diesem Auftrag nicht",
    "0": "gibt es in diesem Auftrag nicht",
    "<img src=x>": "ist keine Bogennummer",
    "9999999999": "ist keine Bogennummer",
}


def test_what_is_no_sheet_of_this_order_is_told(browser, small: Game):
    (code,) = small.deals
    with opened(browser, small) as page:
        for typed, told in NO_SHEETS.items():
            check(page, "1")
            check(page, typed.format(code=code))
            expect(page.locator("#checked")).to_contain_text(told)
            expect(page.get_by_label("Nummer des Bogens")).to_have_attribute("aria-invalid", "true")
            expect(page.locator("#checked-board table")).to_have_count(0)


def test_only_sheets_that_were_given_out_count(browser, small: Game):
    row = winning(small, 7)
    with opened(browser, small, size=DESK) as page:
        say(page, *row)
        many = int(page.locator("#bingo-count").inner_text())
        page.get_by_text("Runde einrichten").click()
        given = page.get_by_label("Ausgeteilt")
        given.fill("6")
        given.press("Tab")
        few = int(page.locator("#bingo-count").inner_text())
        assert few < many
        expect(page.locator("#bingo-of")).to_contain_text("von 6 Bögen")
        check(page, "7")
        expect(page.locator("#checked")).to_contain_text("in dieser Runde aber nicht ausgeteilt")


def test_a_number_that_several_kinds_of_sheets_have_is_asked_for(browser, every_grid: Game):
    with opened(browser, every_grid) as page:
        check(page, "7")
        choices = page.locator("#checked").get_by_role("button")
        expect(choices).to_have_count(len(every_grid.deals))
        choices.last.click()
        expect(page.locator("#checked-board caption")).to_contain_text("-0007")
