"""The page in a real browser, from the disk, on a phone and on a desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsers import needs_chromium
from playwright.sync_api import Browser, Page, expect
from proof_probe import EVIL, Press

from press.build.build import BuildResult
from press.order.product import Product

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}

pytestmark = needs_chromium


@contextmanager
def opened(browser: Browser, folder: Path, size: dict, **looks: str) -> Iterator[Page]:
    """index.html of a folder. At the end: nothing was said on the console, nothing asked for outside the folder."""
    context = browser.new_context(viewport=size, offline=True, reduced_motion="reduce", **looks)
    page, faults = context.new_page(), []
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    inside = folder.as_uri() + "/"
    page.on(
        "request",
        lambda request: (
            faults.append(f"asked for {request.url}") if not request.url.startswith((inside, "data:")) else None
        ),
    )
    page.goto(inside + "index.html")
    yield page
    # Pictures wait until they are scrolled to: every one must have come for the faults to be complete.
    page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
    page.wait_for_function("[...document.images].every((picture) => picture.complete && picture.naturalWidth > 0)")
    context.close()
    assert not faults


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def size(request) -> dict:
    return request.param


def assert_accessible(page: Page) -> None:
    # Without preloading: a page opened from the disk may not read its own style sheets.
    results = Axe().run(page, options={"preload": False})
    assert results.violations_count == 0, results.generate_report()


def assert_fits(page: Page) -> None:
    """Nothing makes the page scroll sideways."""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def unfold(page: Page) -> None:
    """On a phone, pages of products are folded away."""
    page.evaluate("for (const one of document.querySelectorAll('details.editions')) one.open = true")


def cells(page: Page) -> list[str]:
    return [cell.split(None, 1)[1] for cell in page.locator("#look-up-board td div:not(.free div)").all_inner_texts()]


def product(press: Press, order: str, id_: str) -> Product:
    return next(p for p in press.plan(order).products if p.id == id_)


def ask(page: Page, text: str) -> None:
    page.locator("#look-up-number").fill(text)
    page.get_by_role("button", name="Zeigen").click()


def test_a_draft_is_readable_and_accessible(browser, draft: BuildResult, size):
    with opened(browser, draft.folder, size) as page:
        expect(page.get_by_role("heading", level=1)).to_have_text("Bullshit Bingo")
        expect(page.locator("#status-title")).to_have_text("Entwurf")
        expect(page.locator("#status-title")).to_be_in_viewport()
        expect(page.locator("#changes")).to_contain_text("der erste Stand")
        assert_fits(page)
        assert_accessible(page)


def test_a_refused_order_is_readable_and_accessible(browser, refused: Path, size):
    with opened(browser, refused, size) as page:
        expect(page.locator("#status-title")).to_have_text("Abgelehnt")
        leaf = page.locator(".leaf", has=page.locator("#faltprobe-print-2"))
        expect(leaf.locator(".note")).to_have_count(2)
        expect(leaf.locator(".note").first).to_contain_text("Text steht zu nah am Rand")
        note, picture = leaf.locator(".note").first.bounding_box(), leaf.locator(".sides").bounding_box()
        beside, below = note["x"] >= picture["x"] + picture["width"], note["y"] >= picture["y"] + picture["height"]
        assert below if size is PHONE else beside
        page.get_by_role("link", name="Faltprobe, Druckausgabe, Seite 2").first.click()
        expect(page.locator("#faltprobe-print-2")).to_be_in_viewport()
        assert_fits(page)
        assert_accessible(page)


def test_front_and_back_stand_beside_each_other(browser, draft: BuildResult, size):
    with opened(browser, draft.folder, size) as page:
        unfold(page)
        front, back = (page.locator(f"#argumente-print-{n}").bounding_box() for n in (1, 2))
        assert front["y"] == back["y"] and abs(front["x"] + front["width"] - back["x"]) < 8


def test_lines_are_switched(browser, refused: Path, size):
    with opened(browser, refused, size) as page:
        figure = page.locator("#faltprobe-print-1")
        names = {"trim": "Endformat", "bleed": "Anschnitt", "safe": "Sicherheitsabstand", "fold": "Falz"}
        expect(page.locator(".switches .switch")).to_have_count(len(names))
        whole = figure.locator("img").bounding_box()["width"]
        for kind, name in names.items():
            line = figure.locator(f".line-{kind}").first
            expect(line).to_have_css("display", "none")
            page.locator(".switches").get_by_label(name).check()
            expect(line).to_have_css("display", "inline")
            if kind == "fold":  # 100 of 297 mm from the left of the trim
                box, frame = line.bounding_box(), figure.locator("a").bounding_box()
                assert abs((box["x"] + box["width"] / 2 - frame["x"]) / frame["width"] - 100 / 297) < 0.01
            if kind in ("trim", "bleed"):  # they lie at the edge or beyond: the whole print sheet shows
                assert figure.locator("img").bounding_box()["width"] < whole
            page.locator(".switches").get_by_label(name).uncheck()
            expect(line).to_have_css("display", "none")
        for name in names.values():
            page.locator(".switches").get_by_label(name).check()
        assert_fits(page)
        assert_accessible(page)


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


@pytest.mark.parametrize(
    "typed, told",
    [
        ("0", "1 bis 30"),
        ("31", "1 bis 30"),
        ("ZZZZ-0001", "gehört nicht zu diesem Stand"),
        ("<img src=x>", "keine Bogennummer"),
        ("", "keine Bogennummer"),
    ],
)
def test_what_is_no_sheet_is_told(browser, draft: BuildResult, typed, told):
    with opened(browser, draft.folder, PHONE) as page:
        ask(page, typed)
        expect(page.locator("#look-up-board")).to_contain_text(told)
        expect(page.locator("#look-up-number")).to_have_attribute("aria-invalid", "true")
        assert_accessible(page)


def test_the_code_of_each_board_is_told(browser, press: Press, codes: BuildResult):
    boards = product(press, "codes", "bingo-3x3")
    with opened(browser, codes.folder, DESK) as page:
        for sheet in boards.sheets:
            ask(page, sheet.id)
            expect(page.locator("#look-up-board a[target]")).to_have_attribute("href", sheet.link)


def test_the_office_edition_is_folded_away(browser, codes: BuildResult, size):
    with opened(browser, codes.folder, size) as page:
        figure = page.locator("#bingo-3x3-office-1")
        expect(figure).to_be_hidden()
        unfold(page)
        page.locator("details.edition summary").click()
        expect(figure).to_be_visible()
        assert_fits(page)
        assert_accessible(page)


def test_phrases_of_markup_are_shown_as_text(browser, press: Press, draft: BuildResult):
    boards = product(press, "entwurf", "bingo-gross")
    phrases = [phrase.board for phrase in press.plan("entwurf").content.phrases]
    with opened(browser, draft.folder, DESK) as page:
        for text in EVIL:
            number = next(n for n in range(1, 31) if phrases.index(text) in boards.deal.board(n))
            ask(page, str(number))
            expect(page.locator("#look-up-board td", has_text=text)).to_have_count(1)
        assert page.locator("#look-up-board img, #look-up-board script").count() == 0


def test_a_page_is_shown_large_with_its_findings(browser, refused: Path, size):
    with opened(browser, refused, size) as page:
        small = page.locator("#faltprobe-print-1 img").bounding_box()["width"]
        page.locator("#faltprobe-print-1 a").click()
        viewer = page.get_by_role("dialog")
        expect(viewer.locator("#viewer-title")).to_have_text("Faltprobe · Seite 1 · Vorderseite")
        assert viewer.locator("img").bounding_box()["width"] > small
        expect(viewer.locator(".note")).to_have_count(0)
        page.keyboard.press("ArrowRight")
        expect(viewer.locator("#viewer-title")).to_have_text("Faltprobe · Seite 2 · Rückseite")
        expect(viewer.locator(".note")).to_have_count(2)
        expect(viewer.get_by_role("link", name="Im PDF")).to_have_attribute("href", "print/faltprobe.pdf#page=2")
        assert_accessible(page)
        page.keyboard.press("Escape")
        expect(viewer).to_be_hidden()
        expect(page.locator("#faltprobe-print-2 a")).to_be_focused()


def test_lines_can_be_switched_on_the_large_page(browser, refused: Path):
    with opened(browser, refused, DESK) as page:
        page.locator("#faltprobe-print-1 a").click()
        viewer = page.get_by_role("dialog")
        viewer.get_by_label("Falz").check()
        expect(viewer.locator("#viewer-page .line-fold")).to_have_css("display", "inline")
        viewer.get_by_role("button", name="Schließen").click()
        expect(page.locator(".switches").get_by_label("Falz")).to_be_checked()


def test_what_changed_is_shown(browser, own_press: Press, size):
    own_press.order("probe", "layout: plakat", "layout: bingo-3x3, boards: 2")
    own_press.build("probe")
    own_press.edit(
        own_press.project.deck("kleinstadtniveau"), ("Dafür haben wir kein Budget.", f"Dafür {EVIL[1]} kein Budget.")
    )
    folder = own_press.build("probe").folder
    with opened(browser, folder, size) as page:
        changes = page.locator("#changes")
        expect(changes.locator("ins").first).to_be_visible()
        assert EVIL[1].split()[0] in " ".join(changes.locator("ins").all_inner_texts())
        trio = changes.locator(".trio").first
        expect(trio.locator("figure img")).to_have_count(3)
        wipe = trio.locator(".wipe")
        wipe.get_by_role("slider").fill("80")
        assert "80%" in wipe.get_attribute("style")
        wipe.get_by_label("nur den Unterschied").check()
        expect(wipe.locator(".above")).to_have_css("mix-blend-mode", "difference")
        expect(trio.get_by_text("Unterschied", exact=True)).to_be_visible()
        assert_fits(page)
        assert_accessible(page)


def test_on_paper_the_release_is_one_page(browser, draft: BuildResult):
    with opened(browser, draft.folder, DESK) as page:
        page.emulate_media(media="print")
        for hidden in (".head", "#changes", "#products", "#look-up", "#codes", "#files", "#print"):
            expect(page.locator(hidden)).to_be_hidden()
        for shown in ("Druckfreigabe", "Unterschrift", "Ort, Datum"):
            expect(page.locator("#release").get_by_text(shown, exact=True)).to_be_visible()
        assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
        page.emulate_media(media="screen")


def test_it_works_with_the_keyboard_alone(browser, draft: BuildResult):
    with opened(browser, draft.folder, DESK) as page:
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Zu den Seiten")).to_be_in_viewport()
        page.locator(".switches").get_by_label("Endformat").focus()
        page.keyboard.press("Space")
        expect(page.locator(".lines .line-trim").first).to_be_visible()
        page.locator("#look-up-number").focus()
        page.keyboard.press("Control+a")
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        expect(page.locator("#look-up-board caption")).to_contain_text("-0002")


NARROW, TABLET, WIDE = {"width": 320, "height": 700}, {"width": 768, "height": 1024}, {"width": 1280, "height": 900}
ENLARGED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %, WCAG 2.2, 1.4.10


@pytest.mark.parametrize("size", [NARROW, TABLET, WIDE], ids=lambda size: str(size["width"]))
@pytest.mark.parametrize(
    "looks",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=lambda looks: next(iter(looks.values())),
)
def test_axe_finds_nothing_at_any_width_in_any_colours(browser, refused: Path, size: dict, looks: dict):
    with opened(browser, refused, size, **looks) as page:
        assert_fits(page)
        assert_accessible(page)


def test_in_forced_colours_what_is_checked_looks_it(browser, draft: BuildResult):
    with opened(browser, draft.folder, WIDE, forced_colors="active") as page:
        for one in (page.get_by_label("Alle Seiten angesehen"), page.get_by_label("Nicht freigegeben", exact=False)):
            empty = one.screenshot()
            one.check()
            page.mouse.move(0, 0)
            one.evaluate("one => one.blur()")
            assert one.screenshot() != empty
        swatch = page.locator(".swatch").first
        assert swatch.evaluate("one => getComputedStyle(one).backgroundColor") == swatch.evaluate(
            "one => { const plain = document.createElement('i'); plain.style = one.getAttribute('style')"
            " + ';forced-color-adjust:none'; document.body.append(plain);"
            " const is = getComputedStyle(plain).backgroundColor; plain.remove(); return is; }"
        )
        sign = page.locator(".status .sign")
        inside = sign.evaluate("one => [getComputedStyle(one).fill, getComputedStyle(one).stroke]")
        assert inside[0] != inside[1]


def test_enlarged_to_400_percent_the_keyboard_leads_everywhere_and_nothing_hides_the_focus(browser, draft: BuildResult):
    with opened(browser, draft.folder, ENLARGED) as page:
        seen = set()
        for _ in range(400):
            page.keyboard.press("Tab")
            place = page.evaluate(
                """() => {
                  const one = document.activeElement, box = one.getBoundingClientRect();
                  if (one === document.body) return null;
                  const x = Math.min(innerWidth - 2, Math.max(1, box.left + Math.min(box.width / 2, 20)));
                  const y = Math.min(innerHeight - 2, Math.max(1, box.top + Math.min(box.height / 2, 10)));
                  const there = document.elementFromPoint(x, y);
                  return {name: one.outerHTML.slice(0, 90), shows: box.bottom > 0 && box.top < innerHeight
                    && (one.contains(there) || (there && there.contains(one)) || one.labels && one.labels.length > 0
                        && [...one.labels].some((label) => label.contains(there)))};
                }"""
            )
            if place is None:
                break
            assert place["shows"], place["name"]
            seen.add(place["name"])
        assert any("look-up-number" in name for name in seen) and any("textarea" in name for name in seen)
        page.locator(".editions > summary").first.click()
        page.locator(".page a").first.focus()
        page.keyboard.press("Enter")
        viewer = page.get_by_role("dialog")
        large = viewer.locator(".large").bounding_box()["width"]
        viewer.get_by_label("Größe").fill("300")
        assert viewer.locator(".large").bounding_box()["width"] == pytest.approx(3 * large, rel=0.05)
        assert large > 200
        page.keyboard.press("Escape")
        expect(viewer).to_be_hidden()


def test_on_a_phone_tables_keep_their_headers_and_products_fold(browser, draft: BuildResult):
    with opened(browser, draft.folder, PHONE) as page:
        expect(page.locator(".form").get_by_role("columnheader", name="Auflage")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollHeight") < 12_000
        expect(page.locator("#product-plakat .page").first).to_be_hidden()
        page.locator("#product-plakat").get_by_text("Seiten ansehen").click()
        expect(page.locator("#product-plakat .page").first).to_be_visible()


def test_a_proof_says_its_state_and_what_was_checked(browser, draft: BuildResult):
    with opened(browser, draft.folder, DESK) as page:
        assert page.title().startswith("Entwurf: ")
        (state,) = set(page.locator(".over, .form-head").all_inner_texts()[0].split("Stand ")[1].split()[:1])
        expect(page.locator(".form-head")).to_contain_text(f"Stand {state}")
        expect(page.locator("#changes .state")).to_contain_text("Uhr")
        expect(page.locator("#checked")).to_contain_text("PDF/X-4")
        expect(page.locator("#checked li")).not_to_have_count(0)
        expect(page.get_by_role("link", name="Zur Druckfreigabe")).to_have_count(0)
        assert page.get_by_role("group", name="Entscheidung").get_by_role("radio").count() == 3
        page.get_by_label("Anmerkungen").fill("Der Name stimmt nicht.")
        page.get_by_label("Ort, Datum").fill("Musterstadt, 1. Mai")
        page.emulate_media(media="print")
        expect(page.get_by_label("Anmerkungen")).to_be_visible()
        page.emulate_media(media="screen")
