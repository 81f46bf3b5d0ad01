"""A board looked up on the page: by number, by ID, and what is none."""

from browsers import needs_chromium
from playwright.sync_api import Page, expect
from proof.shown import DESK, PHONE, assert_accessible, assert_fits, opened
from proof_probe import EVIL, Press

from press.build.build import BuildResult
from press.order.product import Product

pytestmark = needs_chromium


def cells(page: Page) -> list[str]:
    return [cell.split(None, 1)[1] for cell in page.locator("#look-up-board td div:not(.free div)").all_inner_texts()]


def product(press: Press, order: str, id_: str) -> Product:
    return next(p for p in press.plan(order).products if p.id == id_)


def ask(page: Page, text: str) -> None:
    page.locator("#look-up-number").fill(text)
    page.get_by_role("button", name="Zeigen").click()


def test_a_board_is_found_by_number_and_by_id(browser, press: Press, draft: BuildResult, size):
    boards = product(press, "entwurf", "bingo-gross")
    phrases = [phrase.board for phrase in press.plan("entwurf").content.phrases]
    with opened(browser, draft.folder, size) as page:
        for typed, number in (
            ("1", 1),
            ("30", 30),
            (boards.deal.sheet_id(17), 17),
            (boards.deal.sheet_id(9).lower(), 9),
        ):
            ask(page, typed)
            expect(page.locator("#look-up-board caption")).to_have_text(f"Bogen {boards.deal.sheet_id(number)}")
            assert [text.replace("\u00a0", " ") for text in cells(page)] == [
                phrases[cell] for cell in boards.deal.board(number)
            ]
        page.get_by_role("button", name="Nächstes").click()
        expect(page.locator("#look-up-board caption")).to_have_text(f"Bogen {boards.deal.sheet_id(10)}")
        expect(page.get_by_role("table", name="Bogen").get_by_role("columnheader")).to_have_text(["A", "B", "C"])
        assert_fits(page)


def test_an_id_of_another_product_finds_that_one(browser, press: Press, draft: BuildResult):
    other = product(press, "entwurf", "frei")
    with opened(browser, draft.folder, DESK) as page:
        ask(page, other.deal.sheet_id(3))
        expect(page.locator("#look-up-board caption")).to_have_text(f"Bogen {other.deal.sheet_id(3)}")
        expect(page.locator("#look-up-product")).to_have_value("frei")
        expect(page.locator("#look-up-board .free")).to_have_count(1)
        assert len(cells(page)) == 8


NO_SHEETS = {
    "0": "1 bis 30",
    "31": "1 bis 30",
    "ZZZZ-0001": "gehört nicht zu diesem Stand",
    "<img src=x>": "keine Bogennummer",
    "": "keine Bogennummer",
}


def test_what_is_no_sheet_is_told(browser, draft: BuildResult):
    with opened(browser, draft.folder, PHONE) as page:
        for typed, told in NO_SHEETS.items():
            ask(page, "1")
            expect(page.locator("#look-up-number")).not_to_have_attribute("aria-invalid", "true")
            ask(page, typed)
            expect(page.locator("#look-up-board")).to_contain_text(told)
            expect(page.locator("#look-up-number")).to_have_attribute("aria-invalid", "true")
        assert_accessible(page, "#look-up")


def test_the_code_of_each_board_is_told(browser, press: Press, codes: BuildResult):
    boards = product(press, "codes", "bingo-3x3")
    with opened(browser, codes.folder, DESK) as page:
        for sheet in boards.sheets:
            ask(page, sheet.id)
            expect(page.locator("#look-up-board a[target]")).to_have_attribute("href", sheet.link)


def test_phrases_of_markup_are_shown_as_text(browser, press: Press, draft: BuildResult):
    boards = product(press, "entwurf", "bingo-gross")
    phrases = [phrase.board for phrase in press.plan("entwurf").content.phrases]
    with opened(browser, draft.folder, DESK) as page:
        for text in EVIL:
            number = next(n for n in range(1, 31) if phrases.index(text) in boards.deal.board(n))
            ask(page, str(number))
            expect(page.locator("#look-up-board td", has_text=text)).to_have_count(1)
        assert page.locator("#look-up-board img, #look-up-board script").count() == 0
