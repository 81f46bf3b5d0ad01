"""For whom sees little, enlarges much, or uses the keyboard: at any width, in any colours, on either page."""

import json
from dataclasses import replace

import pytest
from browsers import needs_chromium
from game.opened_pages import DESK, NARROW, PHONE, Game, make_game, opened
from playwright.sync_api import Page, expect
from proof.shown import assert_accessible, assert_fits
from proof_probe import Press

pytestmark = needs_chromium

ENLARGED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %, WCAG 2.2, 1.4.10
LIGHT, DARK, FORCED = {"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}
PLAYED = (
    "for (const phrase of [4, 7, 1, 9, 11, 2]) toggle(phrase); show();"
    " check(sheetId(KINDS[0], 7)); find('#who').open = true; showWho()"
)
TICKED = "for (const cell of [0, 1, 4, 8]) tick(cell)"
PAGES = {
    "caller": ("index.html", PLAYED),
    "sheet": ("bogen.html#7", TICKED),
    "screen": ("index.html#leinwand-1", f"{PLAYED}; showScreen()"),
}
GRID = [(page, size, looks) for page in PAGES for size in (NARROW, PHONE, DESK) for looks in (LIGHT, DARK, FORCED)]
OFTEN = [("caller", NARROW, LIGHT), ("caller", DESK, DARK), ("sheet", PHONE, DARK), ("screen", DESK, LIGHT)]
SMALL_TARGETS = """() => [...document.querySelectorAll('button, input, summary, .button, nav a')]
  .filter((one) => one.offsetParent)
  .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 80)])
  .filter(([box]) => box.height < 44 || box.width < 44).map(([, name]) => name)"""


@pytest.mark.parametrize(
    "page_, size, looks",
    [pytest.param(*one, marks=[] if one in OFTEN else pytest.mark.thorough) for one in GRID],
    ids=lambda part: part if isinstance(part, str) else str(part.get("width") or next(iter(part.values()))),
)
def test_axe_finds_nothing_nothing_runs_over_and_targets_are_large(
    browser, small: Game, page_: str, size: dict, looks: dict
):
    file, script = PAGES[page_]
    with opened(browser, small, file, size, **looks) as page:
        page.evaluate(script)
        assert_fits(page)
        assert page.evaluate(SMALL_TARGETS) == []
        assert_accessible(page)


def test_the_longest_words_and_names_stay_within(browser, game_press: Press, tmp_path):
    """Phrases of 90 letters with a word of 30, a name of 65."""
    words = "Die Datenschutzgrundverordnung verbietet Öffentlichkeitsarbeitsmaßnahmen grundsätzlich, {:02}!"
    phrases = [{"id": f"p{n}", "board": words.format(n)[-90:], "short": "Kurz.", "long": "Lang."} for n in range(40)]
    deck = {"name": "Lang", "credit": "Zum Testen.", "phrases": phrases}
    game_press.project.deck("lang").write_text(json.dumps(deck), encoding="utf-8")
    game_press.order("lang", "layout: bingo-5x5, boards: 10", deck="lang", brand="musterstadt")
    plan = game_press.plan("lang")
    named = plan.brand.value.model_copy(update={"name": "Verbandsgemeinde Obermusterhausen-Niederprobedorf am Testsee"})
    game = make_game(tmp_path / "lang", replace(plan, brand=replace(plan.brand, value=named)))
    for file, script in PAGES.values():
        with opened(browser, game, file, NARROW) as page:
            page.evaluate(script)
            assert_fits(page)


def reached(page: Page) -> list[str]:
    """Everything that Tab leads to, in order; each is seen where it is, with a mark around it."""
    names = []
    for _ in range(200):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => {
              const one = document.activeElement, box = one.getBoundingClientRect(), look = getComputedStyle(one);
              if (one === document.body) return null;
              const x = box.left + Math.min(box.width / 2, 20), y = box.top + Math.min(box.height / 2, 10);
              const there = document.elementFromPoint(x, y);
              const seen = Boolean(there) && (one.contains(there) || there.contains(one));
              return { name: one.id || one.textContent.trim(), seen, marked: look.outlineStyle !== 'none' };
            }"""
        )
        if place is None:
            return names
        assert place["seen"] and place["marked"], place["name"]
        names.append(place["name"])
    raise AssertionError("the keyboard is caught")


@pytest.mark.parametrize("size", [DESK, PHONE, ENLARGED], ids=["desk", "phone", "400 %"])
def test_the_keyboard_leads_everywhere_and_nothing_hides_the_focus(browser, small: Game, size: dict):
    with opened(browser, small, size=size) as page:
        names = reached(page)
        first = names.index(next(name for name in names if name.startswith("1 ")))
        assert names.index("draw") < first < names.index("check-number") < names.index("join-number")
        assert len([name for name in names[first : first + 12] if name.split(None, 1)[0].isdigit()]) == 12


def test_a_round_is_led_by_keys_alone(browser, small: Game):
    with opened(browser, small) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")  # past the head
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#said-count")).to_have_text("1")
        expect(page.locator("#phrase-list button").first).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page.locator("#said-count")).to_have_text("2")


def test_what_was_said_and_bingo_are_heard(browser, small: Game):
    with opened(browser, small) as page:
        expect(page.get_by_role("status").first).to_be_attached()
        for phrase in range(12):
            page.evaluate("(phrase) => saySo(phrase)", phrase)
        expect(page.locator("#heard[role=status]")).to_contain_text("12. Ansage")
        expect(page.locator("#heard-bingo[role=alert]")).to_have_count(1)


def test_without_scripts_the_page_says_what_it_needs(browser, small: Game):
    with opened(browser, small, java_script_enabled=False) as page:
        expect(page.get_by_text("Diese Seite braucht JavaScript.")).to_be_visible()
