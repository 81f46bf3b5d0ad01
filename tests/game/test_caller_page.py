"""A round led on the caller's page: said, taken back, remembered, several side by side."""

from browsers import needs_chromium
from game.opened_pages import NO_STORAGE, PHONE, Game, address, heard, opened, phrase, say
from playwright.sync_api import expect
from proof_probe import EVIL

pytestmark = needs_chromium


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
        for event, hear in heard(small, faults := []).items():
            other.on(event, hear)
        other.goto(address(small, "index.html#runde-1"))
        say(other, 3)
        expect(page.locator("#said-count")).to_have_text("3")
        assert not faults


def test_ways_within_the_page_keep_the_round(browser, small: Game):
    with opened(browser, small, size=PHONE) as page:
        page.get_by_role("button", name="Neue Runde").click()
        page.get_by_role("link", name="Runde 1").click()
        say(page, 6)
        page.locator(".to-check").click()
        expect(page.get_by_label("Nummer des Bogens")).to_be_focused()
        page.reload()
        expect(page.locator("#said-count")).to_have_text("1")


def test_a_round_is_deleted_when_it_is_meant(browser, small: Game):
    with opened(browser, small) as page:
        page.get_by_role("button", name="Neue Runde").click()
        say(page, 6)
        page.get_by_text("Runde einrichten").click()
        page.evaluate("window.confirm = () => false")
        page.get_by_role("button", name="Runde löschen").click()
        expect(page.locator("#said-count")).to_have_text("1")
        page.evaluate("window.confirm = () => true")
        page.get_by_role("button", name="Runde löschen").click()
        expect(page.locator("#rounds a")).to_have_text(["Runde 1"])
        expect(page.locator("#said-count")).to_have_text("0")


def test_where_nothing_may_be_remembered_the_round_goes_on_and_says_so(browser, small: Game):
    with opened(browser, small, alone=True) as page:
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
