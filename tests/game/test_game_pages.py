"""What is written: one file a page, the same bytes each time, small enough; and its place in a build."""

import base64
import hashlib
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browsers import needs_chromium
from game.opened_pages import Game, make_game, opened
from proof_probe import EVIL, Press

from press.content.typography import readable_link
from press.delivery.filenames import GAME, GAME_SHEET
from press.game.game_data import kinds_of
from press.game.game_pages import COMPANION, write_game
from press.game.game_words import FROM_TEXTS, WORDS
from press.preflight.report import read_report

STATIC = Path(__file__).parents[2] / "press/game/static"
TEMPLATES = STATIC.parent / "templates"


def texts(game: Game) -> dict[str, str]:
    return {file: (game.folder / file).read_text(encoding="utf-8") for file in (GAME, GAME_SHEET)}


def test_the_same_order_gives_the_same_bytes(small: Game, tmp_path):
    write_game(small.plan, tmp_path)
    assert {file: (tmp_path / file).read_bytes() for file in (GAME, GAME_SHEET)} == {
        file: text.encode() for file, text in texts(small).items()
    }


def test_markup_in_phrases_stays_text(small: Game):
    class Tags(HTMLParser):
        found: list[str]

        def handle_starttag(self, tag, attrs):
            self.found.append(tag)

    for text in texts(small).values():
        reader = Tags()
        reader.found = []
        reader.feed(text)
        assert reader.found.count("script") == 2 and "x" not in re.findall(r'<img[^>]*src="(.)"', text)
        data = json.loads(re.search(r'id="game">(.*?)</script>', text)[1])
        assert set(EVIL) <= {phrase["text"].replace("\u00a0", " ") for phrase in data["phrases"]}


def test_only_its_own_script_may_run(small: Game):
    for text in texts(small).values():
        script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"default-src 'none'; script-src 'sha256-{digest}';" in text


def test_every_word_is_used_and_every_word_used_is_there():
    """Words stand in one place: none is left over, none is missing, and no German stands in a script."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))
    pages = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    used = set(re.findall(r"\bwords\.(\w+)", scripts + pages)) | set(re.findall(r'say\((?:[^()]*\? )?"(\w+)"', scripts))
    used |= set(re.findall(r'\? "(\w+)" : "\w+"', scripts)) | set(re.findall(r'\? "\w+" : "(\w+)"', scripts))
    used |= {f"{key}_{form}" for key in re.findall(r'counted\("(\w+)"', scripts) for form in ("one", "many")}
    code = (STATIC.parent / "game_data.py").read_text(encoding="utf-8")
    used |= set(re.findall(r'words\["(\w+)"\]', code))
    known = {*WORDS, *FROM_TEXTS}
    assert known - used == set()
    assert not re.search(r"[äöüßÄÖÜ„“]", re.sub(r"//.*", "", scripts))


def test_items_with_one_deal_are_one_kind_with_all_its_sheets(every_grid: Game):
    kinds = kinds_of(every_grid.plan)
    assert len({kind.deal.code for kind in kinds}) == len(kinds)
    three = next(
        kind for kind in kinds if (kind.deal.grid.rows, kind.deal.grid.columns, kind.deal.grid.free) == (3, 3, False)
    )
    assert {"Bingobogen 3 × 3", "Bingobogen A5", "Bingobogen A6"} <= set(three.titles) and three.count == 24


def test_an_order_without_boards_has_no_game(small: Game, game_press: Press):
    game_press.order("ohne", "layout: argumente")
    assert not COMPANION.wanted(game_press.plan("ohne")) and COMPANION.wanted(small.plan)
    assert not COMPANION.wanted(replace(small.plan, products=()))


def test_it_goes_with_the_order_and_not_to_the_print_shop(own_press: Press):
    own_press.order("probe", "layout: bingo-3x3, boards: 3")
    result = own_press.remake("probe")
    assert {GAME, GAME_SHEET} <= set(result.manifest.outputs)
    report = read_report(result.folder / "preflight.json")
    assert report.of(GAME).checks == ("page-addresses",)
    assert f'href="{GAME}"' in (result.folder / "index.html").read_text(encoding="utf-8")
    (package,) = result.folder.glob("*.zip")
    assert not [name for name in zipfile.ZipFile(package).namelist() if name.endswith(".html")]
    own_press.order("probe", "layout: argumente, copies: 2")
    assert not (own_press.remake("probe").folder / "spiel").exists()


MEASURED = """() => {
  const times = [];
  const timed = (act) => {
    const start = performance.now();
    act();
    document.body.offsetHeight; // until it is laid out
    times.push(performance.now() - start);
  };
  for (let phrase = 0; phrase < PHRASES.length; phrase += 1) timed(() => saySo(phrase));
  timed(() => check(sheetId(KINDS[0], 9999)));
  find("#who").open = true;
  timed(showWho);
  timed(undoLast);
  return times;
}"""


@needs_chromium
@pytest.mark.thorough
def test_with_10000_boards_it_is_below_a_megabyte_and_answers_at_once(browser, game_press: Press, tmp_path):
    game_press.order("gross", "layout: bingo-5x5, boards: 10000, free: false", deck="kleinstadtniveau, zugabe")
    game = make_game(tmp_path / "gross", game_press.plan("gross"))
    assert all(len(text.encode()) < 1_000_000 for text in texts(game).values())
    with opened(browser, game) as page:
        times = sorted(page.evaluate(MEASURED))
        assert times[-3] < 100, times  # ms; twice, a machine may have had something else to do


def test_with_10000_boards_it_stays_below_a_megabyte(small: Game, monkeypatch):
    """Without dealing them: as many cells of 5 × 5, each of them told by a digit."""
    most = max(len(text.encode()) for text in texts(small).values())
    assert most + 10_000 * 25 < 1_000_000


def test_a_short_address_is_what_the_pages_lead_to(game_press: Press, tmp_path):
    game_press.order("kurz", "layout: bingo-3x3, boards: 3")
    order = game_press.project.order("kurz")
    order.write_text(order.read_text(encoding="utf-8") + "short: https://www.stadt.example/b/\n", encoding="utf-8")
    plan = game_press.plan("kurz")
    (podcast,) = (one for one in plan.addresses.all if one.of == "podcast")
    for text in texts(make_game(tmp_path / "kurz", plan)).values():
        assert f'href="{podcast.printed}"' in text and f"Kleinstadtniveau: {readable_link(podcast.target)}" not in text
    assert podcast.printed.startswith("https://www.stadt.example/b/")
