"""A round led on the caller's page: said, taken back, remembered, several side by side, a sheet checked."""

from browsers import needs_chromium
from game.opened_pages import DESK, PHONE, Game, address, opened, watch
from playwright.sync_api import Page, expect
from proof_probe import EVIL

pytestmark = needs_chromium

NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"


def phrase(page: Page, number: int):
    return page.locator(f"#phrase-list [data-phrase='{number - 1}'] button")


def say(page: Page, *numbers: int) -> None:
    for number in numbers:
        phrase(page, number).click()


def check(page: Page, text: str) -> None:
    page.get_by_label("Nummer des Bogens").fill(text)
    page.locator("#check-form").get_by_role("button", name="Prüfen").click()


def winning(game: Game, number: int) -> list[int]:
    """The phrases, from 1, of the first row of a board."""
    (deal,) = game.deals.values()
    return [cell + 1 for cell in deal.board(number)[: deal.grid.columns]]


def test_one_tap_says_a_phrase_and_undo_takes_it_back(browser, small: Game):
    with opened(browser, small) as page:
        assert page.locator("#phrase-list button .disc").all_inner_texts() == [str(n) for n in range(1, 13)]
        say(page, 4, 9)
        expect(page.locator("#latest")).to_contain_text("9")
        expect(page.locator("#said-count")).to_have_text("2")
        expect(phrase(page, 4)).to_have_attribute("aria-pressed", "true")
        expect(page.locator("#heard")).to_contain_text("Nr. 9: ")
        page.get_by_role("button", name="Rückgängig").first.click()
        expect(phrase(page, 9)).to_have_attribute("aria-pressed", "false")
        page.keyboard.press("Control+z")
        expect(page.locator("#said-count")).to_have_text("0")
        expect(page.locator("#undo")).to_be_disabled()


def test_a_slip_of_the_finger_takes_nothing_back_but_a_second_thought_does(browser, small: Game):
    with opened(browser, small) as page:
        phrase(page, 5).dblclick()
        expect(phrase(page, 5)).to_have_attribute("aria-pressed", "true")
        page.wait_for_timeout(600)
        say(page, 5)
        expect(phrase(page, 5)).to_have_attribute("aria-pressed", "false")
        expect(page.locator("#heard")).to_contain_text("Zurückgenommen")


def test_phrases_are_drawn_until_none_is_left(browser, small: Game):
    with opened(browser, small) as page:
        for _ in range(12):
            page.locator("#draw").click()
        expect(page.locator("#draw")).to_be_disabled()
        expect(page.locator("#history li")).to_have_count(12)
        assert page.evaluate("new Set(round.said).size") == 12


def test_a_round_survives_a_reload_beside_another(browser, small: Game):
    with opened(browser, small) as page:
        say(page, 2, 7)
        page.get_by_role("button", name="Neue Runde").click()
        expect(page.get_by_role("link", name="Runde 2")).to_have_attribute("aria-current", "page")
        say(page, 11)
        page.reload()
        expect(page.locator("#said-count")).to_have_text("1")
        page.get_by_role("link", name="Runde 1").click()
        expect(page.locator("#said-count")).to_have_text("2")
        expect(page.locator("#latest")).to_contain_text("7")
        other = page.context.new_page()
        watch(other, small, faults := [])
        other.goto(address(small, "index.html#runde-1"))
        say(other, 3)
        expect(page.locator("#said-count")).to_have_text("3")
        assert not faults


def test_where_nothing_may_be_remembered_the_round_goes_on_and_says_so(browser, small: Game):
    with opened(browser, small) as page:
        page.context.add_init_script(NO_STORAGE)
        page.reload()
        expect(page.locator("#forgets")).to_be_visible()
        say(page, 1, 2)
        page.get_by_role("button", name="Neue Runde").click()
        say(page, 3)
        page.get_by_role("link", name="Runde 1").click()
        expect(page.locator("#said-count")).to_have_text("2")


def test_what_a_browser_remembered_wrongly_is_left_out(browser, small: Game):
    with opened(browser, small) as page:
        page.evaluate(
            """localStorage.setItem(`${GAME.key}/round/1`, '{"said":[99,"x"],"before":7,"inPlay":null,"name":1}')"""
        )
        page.reload()
        expect(page.locator("#said-count")).to_have_text("0")
        page.evaluate("localStorage.setItem(`${GAME.key}/round/1`, 'no JSON')")
        page.reload()
        say(page, 1)
        expect(page.locator("#said-count")).to_have_text("1")


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


def test_phrases_of_markup_are_shown_as_text(browser, small: Game):
    with opened(browser, small) as page:
        for text in EVIL:
            number = [one.board for one in small.plan.content.phrases].index(text) + 1
            expect(phrase(page, number)).to_contain_text(text)
            say(page, number)
            expect(page.locator("#latest")).to_contain_text(text)
        assert page.locator("img[src=x], main script").count() == 0


def test_many_phrases_are_searched_by_number_and_by_word(browser, every_grid: Game):
    with opened(browser, every_grid) as page:
        field = page.get_by_label("Spruch suchen")
        field.fill("budget")
        expect(page.locator("#phrase-list > li:visible")).to_have_count(1)
        field.press("Enter")
        expect(page.locator("#said-count")).to_have_text("1")
        expect(page.locator("#phrase-list > li:visible")).to_have_count(25)
        field.fill("17")
        field.press("Enter")
        expect(page.locator("#latest")).to_contain_text("17")
        field.fill("gibt es nicht")
        expect(page.locator("#find-none")).to_contain_text("gibt es nicht")
