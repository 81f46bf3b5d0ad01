"""`invoke watch --serve` in a real browser: an edit shows itself, a broken one is told over the last good pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browsers import needs_chromium
from playwright.sync_api import Browser, Page, expect
from tools import DECK, edit
from watched import ONE, ONE_BUILT, Watch, watching

pytestmark = needs_chromium

SCREEN = {"width": 1000, "height": 600}
EVIL = "<img src=x onerror=alert(1)>"
LONG_MS = 30_000
STILL = 2  # px that a place may move


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """The served page. At the end: nothing was said on the console, nothing asked for elsewhere, nothing missing."""
    context = browser.new_context(viewport=SCREEN)
    page, faults = context.new_page(), []
    page.set_default_timeout(LONG_MS)
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on(
        "request",
        lambda request: (
            faults.append(f"asked for {request.url}") if not request.url.startswith((address, "data:")) else None
        ),
    )
    page.on(
        "response", lambda answer: faults.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
    )
    page.goto(address)
    yield page
    context.close()
    assert not faults


def started(watch: Watch) -> str:
    """The address it tells, once the first build is over."""
    watch.line()
    address = watch.line().removeprefix("Live proof page: ")
    assert "set anew" in watch.line()
    return address


def picture(page: Page) -> bytes:
    """The first page of the first product as the browser shows it."""
    image = page.locator(".page img").first
    image.scroll_into_view_if_needed()
    image.evaluate("(image) => image.decode()")
    return page.request.get(page.url + image.get_attribute("src")).body()


def place(page: Page, selector: str) -> float:
    return page.locator(selector).first.evaluate("(part) => part.getBoundingClientRect().top")


def reloaded(page: Page, build: str) -> str:
    """Waits until another build than this one is shown; gives it."""
    page.wait_for_function(
        "(build) => document.querySelector('[data-build]')?.dataset.build !== build "
        "&& document.readyState === 'complete'",
        arg=build,
    )
    return page.locator("[data-build]").get_attribute("data-build")


def test_edits_show_themselves(sample: Path, browser: Browser):
    with watching(sample, *ONE, "--serve") as watch, opened(browser, started(watch)) as page:
        banner = page.locator("#live")
        build, first = page.locator("[data-build]").get_attribute("data-build"), picture(page)
        expect(banner).to_be_hidden()

        # The reader looks at the second page, with a line switched on, and a board looked up.
        page.locator(".switches").get_by_label("Endformat").check()
        page.locator("#look-up-number").fill("2")
        page.get_by_role("button", name="Zeigen").click()
        second = "#bingo-3x3-print-2"
        page.evaluate(f"document.querySelector('{second}').scrollIntoView({{ behavior: 'instant' }})")
        page.wait_for_timeout(300)
        before = place(page, second)

        with page.expect_response("**/live/look-0.png*") as shown:  # before the order is complete
            edit(sample / DECK, "(?<=id: drei\n).*", "    board: Ganz neu gesagt.")
        assert shown.value.headers["content-type"] == "image/png"
        assert "set anew" in watch.line()
        build = reloaded(page, build)
        expect(page.locator("#changes")).to_contain_text(
            "Ganz neu gesagt."
        )  # which it did not say before: the page grew above
        page.wait_for_function(  # the place is found again once everything above it has its size
            "([part, before, still]) => "
            "Math.abs(document.querySelector(part).getBoundingClientRect().top - before) <= still",
            arg=[second, before, STILL],
        )
        assert page.locator(".switches").get_by_label("Endformat").is_checked()
        expect(page.locator("#look-up-board caption")).to_contain_text("-0002")
        good = picture(page)
        assert good != first

        watch.say(f"Ein : Fehler {EVIL}")
        expect(banner).to_contain_text("So lässt es sich nicht setzen. Zu sehen ist der letzte gute Stand.")
        expect(banner.locator("li")).to_have_text(
            [f'{DECK}:15: ein Doppelpunkt in einem Text ohne Anführungszeichen; den Text in "Anführungszeichen" setzen']
        )
        expect(banner.locator("li")).to_have_attribute("lang", "en")
        assert picture(page) == good and page.locator("[data-build]").get_attribute("data-build") == build
        watch.line()
        edit(sample / DECK, "^    board: Ein : Fehler .*", f"    {EVIL}: x\n    board: Ganz neu gesagt.")
        watch.line(), watch.line()
        expect(banner.locator("li")).to_contain_text([EVIL])
        assert banner.locator("img").count() == 0

        edit(sample / DECK, "^    <img .*\n", "")
        watch.line()
        expect(banner).to_be_hidden()
        assert picture(page) == good

        page.locator("#bingo-3x3-print-2 a").click()
        watch.say("Noch einmal anders.")
        reloaded(page, build)
        expect(page.locator("#viewer-title")).to_contain_text("Seite 2")
        expect(page.get_by_role("dialog")).to_be_visible()
        on_disk = (sample / ONE_BUILT / "index.html").read_text(encoding="utf-8")
        assert "data-build" not in on_disk and "live/" not in on_disk


def test_the_first_build_may_come_later_and_the_end_is_told(sample: Path, browser: Browser):
    edit(sample / DECK, "board: Wer", "bord: Wer")
    with watching(sample, *ONE, "--serve") as watch:
        watch.line()
        page = browser.new_page(viewport=SCREEN)
        page.goto(watch.line().removeprefix("Live proof page: "))
        heading, banner = page.get_by_role("heading", level=1), page.locator("#live")
        expect(heading).to_have_text("Noch kein Stand")
        expect(banner.locator("li")).to_have_count(2, timeout=LONG_MS)
        edit(sample / DECK, "bord: Wer", "board: Wer")
        expect(heading).to_have_text("Bullshit Bingo", timeout=LONG_MS)
        expect(banner).to_be_hidden(timeout=LONG_MS)
        watch.end()
        expect(banner).to_contain_text("Die Vorschau ist zu Ende", timeout=LONG_MS)
        page.close()
