"""The catalogue as a whole: every layout is in it, preflight finds nothing, every code reads, pages have their size."""

import re
from itertools import chain

import pytest
from finished_pdf import letters
from tools import ROOT

from catalogue.conftest import Catalogue
from press.layouts.layout_loading import load_layouts
from press.paths import Project
from press.typst_engine.templates import read_templates

DPI = 300
LARGE = {"plakat-a2": 150}  # a poster is read from farther off
OVER = 0.1  # mm that boxes of letters and of drawings may lie over each other


def expected_codes(catalogue: Catalogue) -> dict[str, list[list[str]]]:
    """Product → page by page the links that its codes must carry, from the content alone."""
    podcast = catalogue.content("podcast.yaml")
    hear, read = podcast["link"], podcast["newsletter"]["link"]
    episodes = {episode["id"]: episode["link"] for episode in podcast["episodes"]}
    with_episode = [[episodes[p["episode"]]] if "episode" in p else [] for p in catalogue.phrases]
    shares = [
        [*chain.from_iterable(with_episode[start : start + 4])] for start in range(0, len(with_episode), 4)
    ]  # four arguments a page
    shares[-1] += [hear, read]  # where the last page has room, it tells where to go on
    ordered = {product: facts["boards"] for product, facts in catalogue.products.items()}
    up = {"bingo-a5": 2, "bingo-a6": 4}
    sheets = {
        product: [[hear] * up.get(product, 1)] * (boards // up.get(product, 1))
        for product, boards in ordered.items()
        if boards
    }
    return sheets | {
        "argumente": [[hear], *shares],
        "spickzettel": [[hear]] * catalogue.products["spickzettel"]["pages"],
        "faltblatt": [[hear, read], []],
        "karten": [[], [hear, read], [], [], [], []],
        "ansagerliste": [[]],
        "plakat": [[hear]],
        "plakat-a2": [[hear]],
        "tischaufsteller": [[hear, hear]],
    }


def test_every_layout_is_in_the_catalogue(catalogue):
    lying = {path.stem for path in (catalogue.root / "templates/layouts").glob("*.typ")}
    assert {facts["layout"] for facts in catalogue.products.values()} == lying and len(lying) >= 15
    assert {path.relative_to(catalogue.folder).as_posix() for path in catalogue.folder.glob("print/*")} == {
        facts["file"] for facts in catalogue.products.values()
    }


def test_preflight_finds_nothing_but_placeholders(catalogue):
    report = catalogue.data("preflight.json")
    assert report["status"] == "draft"
    assert {(finding["code"], finding["severity"]) for finding in report["findings"]} == {("placeholder", "draft")}
    products = {facts["file"] for facts in catalogue.data("manifest.json")["products"]}
    paperwork, beside = {"auftrag.pdf", "pruefbericht.pdf"}, {"spiel/index.html", "codes/index.html"}
    assert set(report["files"]) == products | paperwork | beside
    assert all(len(file["checks"]) >= 9 for name, file in report["files"].items() if name not in beside)
    assert all(file["checks"] for file in report["files"].values())


def test_every_code_reads_and_leads_where_it_should(catalogue):
    expected = expected_codes(catalogue)
    assert set(expected) == set(catalogue.products)
    read = {
        product: [sorted(link for link, _ in page.codes(LARGE.get(product, DPI))) for page in catalogue.pages(product)]
        for product in expected
    }
    assert read == {product: [sorted(links) for links in found] for product, found in expected.items()}
    templates = read_templates(Project.at(ROOT))
    layouts = load_layouts(templates, templates.layouts)
    said = {product: layouts[facts["layout"]].codes for product, facts in catalogue.products.items()}
    assert {product: any(found) for product, found in read.items()} == said
    for product in expected:
        for page in catalogue.pages(product):
            for link, place in page.codes(LARGE.get(product, DPI)):
                assert min(place.width, place.height) >= 19.7, (
                    product,
                    page.number,
                )  # 20 mm; a reader is off by a pixel or two
                assert page.all(link.removeprefix("https://").rstrip("/")), f"{product}: no address in print"


def test_every_page_has_the_size_its_layout_says(catalogue):
    a2 = (420, 594)
    for product, facts in catalogue.products.items():
        wanted = a2 if product == "plakat-a2" else catalogue.layouts[facts["layout"]].trim
        for page in catalogue.pages(product):
            assert (page.width, page.height) == pytest.approx(wanted, abs=0.01), product


def test_every_handout_has_every_phrase_it_is_for(catalogue):
    """All twenty-five; the leaflet has room for twelve and says so."""
    for product, key, count in (
        ("argumente", "long", 25),
        ("argumente", "short", 25),
        ("spickzettel", "short", 25),
        ("karten", "short", 25),
        ("ansagerliste", "board", 25),
        ("faltblatt", "short", 12),
    ):
        text = "".join(page.text for page in catalogue.pages(product))
        told = [phrase["id"] for phrase in catalogue.phrases if letters(phrase[key]) in text]
        assert told == [phrase["id"] for phrase in catalogue.phrases[:count]], (product, key)
    assert catalogue.pages("faltblatt")[0].all(catalogue.texts["leaflet_more"])


def test_every_number_is_the_same_on_board_handout_and_list(catalogue):
    """Each sentence has its number on its upper left, in every layout that prints both."""
    for product in ("bingo-3x3", "bingo-5x5", "bingo-a6", "spickzettel", "faltblatt", "karten", "ansagerliste"):
        seen = 0
        for page in catalogue.pages(product):
            for number, phrase in enumerate(catalogue.phrases, 1):
                for start, end in page.spans(phrase["board"]):
                    if _is_cover(page, product):
                        continue
                    words, digits = page.box(start, end), _beside(page, start, end, str(number))
                    assert digits, f"{product} page {page.number + 1}: no {number} at `{phrase['board']}`"
                    assert digits.middle[0] < words.middle[0] and digits.middle[1] < words.bottom, (product, number)
                    seen += 1
        assert seen >= 12, product


def _is_cover(page, product: str) -> bool:
    """The leaflet's cover quotes a sentence without its number."""
    return product == "faltblatt" and page.number == 0


def _beside(page, start: int, end: int, number: str):
    """The number that was set right before or right after some words, if it is the whole of it."""
    for first, last in ((start - len(number), start), (end, end + len(number))):
        if first >= 0 and page.text[first:last] == number:
            box = page.box(first, last)
            around = [page.letters[i] for i in (first - 1, last) if 0 <= i < len(page.letters)]
            if not any(
                sign.letter.isdigit()
                and sign.box.left < box.right + 1
                and box.left - 1 < sign.box.right
                and sign.box.top < box.bottom
                and box.top < sign.box.bottom
                for sign in around
            ):
                return box
    return None


def test_no_letter_runs_into_a_drawing(catalogue):
    """A letter stands on a drawing - bubble, disc, card, logo - or clear of it; never across its edge."""
    for product in catalogue.products:
        for page in catalogue.pages(product)[:2]:
            drawings = {
                path.box
                for path in page.paths
                if path.how != "stroke" and 0.3 < path.box.width < 60 and 0.3 < path.box.height < 60
            }
            letters = [(sign, sign.box.left, sign.box.top, sign.box.right, sign.box.bottom) for sign in page.letters]
            for box in drawings:
                left, top, right, bottom = box.left + OVER, box.top + OVER, box.right - OVER, box.bottom - OVER
                for sign, *sides in letters:
                    if sides[0] < right and left < sides[2] and sides[1] < bottom and top < sides[3]:
                        assert _stands_on(sign.box, box), (
                            f"{product} page {page.number + 1}: `{sign.letter}` at {sign.box} runs into {box}"
                        )


def _stands_on(letter, drawing) -> bool:
    """What lies over by no more than that is beside it, too: whoever is narrower than that lies over by less."""
    narrow = min(letter.width, letter.height, drawing.width, drawing.height) <= OVER
    return narrow or letter.within(drawing, clear=-0.3)


def test_nothing_that_is_printed_tells_people_to_type_a_command(catalogue):
    for product in catalogue.products:
        for page in catalogue.pages(product):
            assert not re.search(r"invoke|build/|python", page.text), f"{product} page {page.number + 1}"


def test_colours_as_ordered(catalogue):
    """The caller's list is ordered in black alone."""
    (page,) = catalogue.pages("ansagerliste")
    inks = {path.colour for path in page.paths if len(path.colour) == 4}
    assert inks and all(colour[:3] == (0, 0, 0) for colour in inks)


def test_figures_are_told(catalogue):
    """How a round will go: in the manifest, and after the build."""
    for product, facts in catalogue.products.items():
        assert (facts["odds"] is not None) == (facts["boards"] > 0)
        if facts["boards"]:
            odds = facts["odds"]
            assert odds["calls_low"] <= odds["calls"] <= odds["calls_high"] <= len(catalogue.phrases)
            assert 0 <= odds["shared"] <= 1 and odds["played"] == facts["boards"]
            told = next(line for line in catalogue.said.splitlines() if line.strip().startswith(f"{product}: "))
            assert re.search(rf"{odds['sets']:,} sets, {odds['boards']:,} boards .* {odds['calls']} calls", told)
