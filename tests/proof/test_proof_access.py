"""For whom sees little, enlarges much, or uses the keyboard: at any width, in any colours."""

from pathlib import Path

import pytest
from browsers import needs_chromium
from playwright.sync_api import expect
from proof.shown import PHONE, assert_accessible, assert_fits, opened

from press.build.build import BuildResult

pytestmark = needs_chromium


NARROW, TABLET, WIDE = {"width": 320, "height": 700}, {"width": 768, "height": 1024}, {"width": 1280, "height": 900}
# The catalogue has sixteen: clones of the poster make as many of five.
TWENTY_PRODUCTS = """for (let n = 0; n < 15; n++) {
  const one = document.querySelector("#product-plakat").cloneNode(true);
  one.id += n;
  document.querySelector("#products").append(one);
}"""
ENLARGED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %, WCAG 2.2, 1.4.10


LIGHT, DARK, FORCED = {"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}
GRID = [(size, looks) for size in (NARROW, TABLET, WIDE) for looks in (LIGHT, DARK, FORCED)]
EACH_ONCE = [(NARROW, FORCED), (TABLET, DARK), (WIDE, LIGHT)]


@pytest.mark.parametrize(
    "size, looks",
    [pytest.param(*one, marks=[] if one in EACH_ONCE else pytest.mark.thorough) for one in GRID],
    ids=lambda part: str(part["width"]) if "width" in part else next(iter(part.values())),
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
        assert page.evaluate("document.documentElement.scrollHeight") < 9_000
        page.evaluate(TWENTY_PRODUCTS)
        assert page.evaluate("document.documentElement.scrollHeight") < 13_000
        expect(page.locator("#product-plakat .page").first).to_be_hidden()
        page.locator("#product-plakat").get_by_text("Seiten und Angaben").click()
        expect(page.locator("#product-plakat .page").first).to_be_visible()
