"""What the page says: the state, the products with their pages, codes and findings."""

import re
from pathlib import Path

from proof_probe import Press, read

from press.build.build import BuildResult
from press.finishing.registry import EDITIONS
from press.preflight.runner import load_checks
from press.proof.finding_words import FINDINGS


def test_a_draft_says_so_with_every_open_address_once(draft: BuildResult):
    page = read(draft.folder)
    assert "Entwurf</h2>" in page and "Angaben fehlen" in page
    for link in ("kleinstadtniveau", "folge/zeit", "folge/budget", "folge/21"):
        assert page.count(f"<b>example.org/{link}</b>") == 1


def test_a_refused_order_says_why_and_cannot_be_signed(refused: Path):
    page = read(refused)
    assert "Abgelehnt</h2>" in page and 'href="#faltprobe-print-2"' in page
    assert "Text steht zu nah am Rand" in page and "Schrift ist zu klein" in page
    assert "Unterschrift" not in page and "kann nicht freigegeben werden" in page
    assert not list(refused.glob("*.zip")) and ".zip" not in page


def test_an_order_without_placeholders_is_ready(own_press: Press):
    for file in (own_press.project.podcast, own_press.project.brand("kleinstadtniveau")):
        own_press.edit(file, ("https://example.org", "https://kleinstadtniveau.de"))
    own_press.order("fertig", "layout: plakat")
    assert own_press.build("fertig").report.status == "pass"
    page = read(own_press.project.build / "fertig")
    assert "Druckfertig</h2>" in page and "Platzhalter" not in page and "Zum Druck freigegeben" in page


def test_an_office_edition_alone_offers_no_package(own_press: Press):
    own_press.order("probe", "layout: plakat")
    page = read(own_press.build("probe", "office").folder)
    assert ".zip" not in page and "Büroausgabe" in page and 'href="office/argumente.md"' in page


def test_a_long_product_is_shown_as_a_stated_sample(draft: BuildResult):
    page = read(draft.folder)
    assert "Gezeigt: 24 von 30 Seiten" in page
    assert len(list((draft.folder / "previews").glob("bingo-gross-print-[0-9]*.png"))) == 24


def test_findings_stand_beside_their_page(refused: Path):
    page = read(refused)
    leaf = page[page.index('id="faltprobe-print-2"') :]
    assert '<p class="said">Text von 4 pt' in leaf[: leaf.index("</article>")]
    assert "Zum Prüfen &lt;b&gt;von&lt;/b&gt; Fehlern" in page


def test_products_of_one_layout_have_names_of_their_own(draft: BuildResult):
    assert re.findall(r'<h3 id="title-[^"]+">([^<]+)</h3>', read(draft.folder)) == [
        "Bingobogen in Großdruck (bingo-gross)",
        "Bingobogen in Großdruck (frei)",
        "Argumente",
        "Plakat",
        "Plakat A4",
    ]


def test_every_code_is_listed_with_its_uses(codes: BuildResult):
    page = read(codes.folder)
    listed = page[page.index('id="codes"') : page.index('id="files"')]
    assert sum(map(int, re.findall(r"Bingobogen 3 × 3 \((\d+)-mal\)", listed))) == 5
    assert re.findall(r"Bingobogen A6 \((\d+)-mal\)", listed) == ["6"]
    assert "nur als Text gedruckt" in listed and "https://www.amtshelden.de/amtshelden-newsletter/" in listed


def test_editions_of_a_product_stand_together_in_the_order_of_the_items(codes: BuildResult):
    page = read(codes.folder)
    assert re.findall(r'<(?:section|details) class="edition" aria-label="([^"]+)"', page) == [
        "Bingobogen 3 × 3, Druckausgabe",
        "Bingobogen 3 × 3, Büroausgabe",
        "Bingobogen A6, Druckausgabe",
        "Bingobogen A6, Büroausgabe",
    ]


def test_sheets_that_share_a_page_are_named_at_it(codes: BuildResult):
    caption = re.search(r'id="bingo-a6-print-2".*?<figcaption>(.*?)</figcaption>', read(codes.folder), re.DOTALL)[1]
    assert re.findall(r"-(\d{4})", caption) == ["0002", "0004", "0006"]


def test_every_check_has_german_words():
    codes = {check.CODE for edition in EDITIONS for check in load_checks(edition)}
    assert not codes - set(FINDINGS)
