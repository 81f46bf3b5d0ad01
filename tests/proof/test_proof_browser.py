"""The page in a real browser, from the disk, on a phone and on a desk."""

from pathlib import Path

from browsers import needs_chromium
from playwright.sync_api import expect
from proof.shown import DESK, PHONE, assert_accessible, assert_fits, opened, unfold
from proof_probe import EVIL, Press

from press.build.build import BuildResult

pytestmark = needs_chromium


def test_a_draft_is_readable_and_accessible(browser, draft: BuildResult, size):
    with opened(browser, draft.folder, size) as page:
        expect(page.get_by_role("heading", level=1)).to_have_text("Bullshit Bingo")
        expect(page.locator("#status-title")).to_have_text("Entwurf")
        expect(page.locator("#status-title")).to_be_in_viewport()
        expect(page.locator("#changes")).to_contain_text("der erste Stand")
        assert_fits(page)
        assert_accessible(page)


def test_a_refused_order_is_readable(browser, refused: Path, size):
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


def test_front_and_back_stand_beside_each_other(browser, draft: BuildResult, size):
    with opened(browser, draft.folder, size) as page:
        unfold(page)
        front, back = (page.locator(f"#argumente-print-{n}").bounding_box() for n in (1, 2))
        assert front["y"] == back["y"] and abs(front["x"] + front["width"] - back["x"]) < 8


def test_lines_are_switched(browser, refused: Path, any_size):
    with opened(browser, refused, any_size) as page:
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
        assert_accessible(page, "#product-faltprobe")


def test_the_office_edition_is_folded_away(browser, codes: BuildResult, any_size):
    with opened(browser, codes.folder, any_size) as page:
        figure = page.locator("#bingo-3x3-office-1")
        expect(figure).to_be_hidden()
        unfold(page)
        page.locator("#product-bingo-3x3 details.edition summary").click()
        expect(figure).to_be_visible()
        assert_fits(page)
        assert_accessible(page, "#product-bingo-3x3")


def test_a_page_is_shown_large_with_its_findings(browser, refused: Path, any_size):
    with opened(browser, refused, any_size) as page:
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
        assert_accessible(page, "dialog")
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


def test_what_changed_is_shown(browser, own_press: Press, any_size):
    own_press.order("probe", "layout: plakat", "layout: bingo-3x3, boards: 2")
    own_press.remake("probe")
    own_press.edit(
        own_press.project.deck("kleinstadtniveau"), ("Dafür haben wir kein Budget.", f"Dafür {EVIL[1]} kein Budget.")
    )
    folder = own_press.remake("probe").folder
    with opened(browser, folder, any_size) as page:
        changes = page.locator("#changes")
        expect(changes.locator("ins").first).to_be_visible()
        assert EVIL[1].split()[0] in " ".join(changes.locator("ins").all_inner_texts())
        trio = changes.locator(".trio").first
        expect(trio.locator("figure")).to_have_count(3)
        wipe = trio.locator(".wipe")
        wipe.get_by_role("slider").fill("80")
        assert "80%" in wipe.get_attribute("style")
        expect(trio.locator(".subtracted .above")).to_have_css("mix-blend-mode", "difference")
        expect(trio.get_by_text("Unterschied", exact=True)).to_be_visible()
        assert_fits(page)
        assert_accessible(page, "#changes")


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
