"""The printed sheets, read back: pages, size, every word and every code."""

import pytest
import yaml
from catalogue.setting import all_finished
from finished_pdf import codes, letters, pages, sizes
from tools import BUILT, DECK, ORDER, edit, manifest, plan, product, write_deck

from press.bingo.deal import parse_sheet_id
from press.order.verify_sheet import verify
from press.paths import Project
from press.schema.typewriter import set_right

HOSTILE = [
    '#panic("x")',
    "*fett* und _kursiv_",
    "@alle <l> @l",
    "`roh` ```roh```",
    "\"so\" 'so'",
    "// kein /* Kommentar */",
    "a \\ b \\n \\u{41}",
    "$x$ und $ y $",
    "= h",
    "- l",
    "+ m",
    "[x](y) #[z]",
    "~ -- --- ...",
    "{{ a }} ${b} %s {0}",
]


def content(root, name: str) -> dict:
    return yaml.safe_load((root / "content" / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def phrases(standard) -> list[dict]:
    return content(standard, "phrases/kleinstadtniveau.yaml")["phrases"]


def test_both_products_are_there_as_ordered(standard):
    ordered = content(standard, "orders/standard.yaml")["items"]
    assert {"bingo-3x3", "argumente"} <= {item["layout"] for item in ordered}
    for item in ordered:
        made = product(standard, item.get("id", item["layout"]))
        assert made["boards"] == item.get("boards", 0) and made["copies"] == item.get("copies", 1)


def test_page_counts_and_boxes(standard):
    for made in manifest(standard)["products"]:
        file = standard / BUILT / made["file"]
        box = "/TrimBox" if made["edition"] == "print" else "/MediaBox"
        assert len(pages(file)) == made["pages"] > 0
        assert set(sizes(file, box)) == {tuple(made["trim_mm"])} == {(210, 297)}
    assert product(standard)["pages"] == 24 and product(standard, "argumente")["pages"] >= 4


def test_each_sheet_shows_its_board(standard, phrases):
    """Nine phrases in the board's order, none of the other three, and the sheet's own ID."""
    made = product(standard)
    code, first = parse_sheet_id(made["first_sheet"])
    assert (first, made["last_sheet"]) == (1, f"{code}-0024")
    (ordered,) = plan(standard, only=("bingo-3x3",)).products
    for number, page in enumerate(pages(standard / BUILT / made["file"]), first):
        sheet_id = f"{code}-{number:04d}"
        board = ordered.sheets.deal.board(number)
        assert number > first or verify(Project.at(standard), sheet_id).board == board
        places = [page.find(letters(phrases[cell]["board"])) for cell in board]
        assert -1 not in places and places == sorted(places)
        assert not any(letters(phrases[cell]["board"]) in page for cell in set(range(len(phrases))) - set(board))
        assert page.count(letters(f"{code}-")) == page.count(letters(sheet_id)) == 1


def test_each_sheet_carries_the_podcast(standard):
    podcast = content(standard, "podcast.yaml")
    file = standard / BUILT / "print/bingo-3x3.pdf"
    assert codes(file) == [[podcast["link"]]] * 24
    addresses = [
        letters(link.removeprefix("https://").rstrip("/")) for link in (podcast["link"], podcast["newsletter"]["link"])
    ]
    assert all(address in page for page in pages(file) for address in addresses)


def test_the_brochure_has_every_argument(standard, phrases):
    cover, *inside = pages(standard / BUILT / "print/argumente.pdf")
    for number, phrase in enumerate(phrases, 1):
        assert letters(f"{number} {phrase['board']}") in cover
        (page,) = (page for page in inside if letters(phrase["board"]) in page)
        assert letters(phrase["short"]) in page and letters(phrase["long"]) in page


def test_the_brochure_has_a_code_for_each_episode(standard, phrases):
    podcast = content(standard, "podcast.yaml")
    episodes = {episode["id"]: episode["link"] for episode in podcast["episodes"]}
    cover, *inside = codes(standard / BUILT / "print/argumente.pdf")
    assert cover == [podcast["link"]]
    wanted = [episodes[phrase["episode"]] for phrase in phrases if "episode" in phrase]
    assert wanted and sorted(link for page in inside for link in page) == sorted(wanted)


def test_episode_codes_stand_on_the_sheets(sample):
    edit(sample / ORDER, "seed: 7", "seed: 7\nlink: episode")
    (file,) = all_finished(plan(sample, boards=12, only=("bingo-3x3",)))
    links = {
        "https://probefunk.example/1": "Das haben wir noch nie gemacht!",
        "https://probefunk.example/2": "Das muss erst durch den Ausschuss.",
    }
    read = codes(file)
    assert {link for (link,) in read} == set(links)
    for page, (link,) in zip(pages(file), read):
        assert letters(links[link]) in page and letters(link.removeprefix("https://")) in page


@pytest.mark.parametrize("texts", [HOSTILE[:9], HOSTILE[5:]], ids=["first", "last"])
def test_hostile_texts_come_out_verbatim(sample, texts: list[str]):
    """Nobody's text is markup: not in a cell, not as an argument."""
    write_deck(sample, texts, short=" ".join(HOSTILE[:7]), long=" ".join(HOSTILE[7:]))
    edit(sample / "content/podcast.yaml", "about: der Podcast.*", "about: 'der #panic(1) *Podcast* _x_ @y'")
    board, handout = all_finished(plan(sample, boards=1))
    (sheet,), (cover, inside, *others) = pages(board), pages(handout)
    brochure = "".join((cover, inside, *others))
    shown = [letters(set_right(text)) for text in texts]  # with the characters of print
    assert [text for text in shown if text not in sheet or brochure.count(text) < 2] == []
    assert all(letters(set_right(" ".join(part))) in inside for part in (HOSTILE[:7], HOSTILE[7:]))
    assert letters("der #panic(1) *Podcast* _x_ @y") in cover


def test_one_phrase_edited(sample):
    def sheets() -> tuple[list[str], tuple[str, str]]:
        (file,), (ordered,) = all_finished(made := plan(sample, only=("bingo-3x3",))), made.products
        return pages(file), ordered.span

    before, span = sheets()
    edit(sample / DECK, "board: Da könnte ja jeder kommen.", "board: Und wenn jetzt alle kommen?")
    after, other_span = sheets()
    old, new = letters("Da könnte ja jeder kommen."), letters("Und wenn jetzt alle kommen?")
    assert any(old in page for page in before)
    assert [page.replace(old, new) for page in before] == after and span == other_span


def test_soft_hyphens_break_words_and_leave_no_trace(sample):
    edit(
        sample / DECK,
        "board: Da könnte.*",
        'board: "Donau\\u00addampf\\u00adschiff\\u00adfahrts\\u00adgesell\\u00adschaft"',
    )
    (file,) = all_finished(plan(sample, boards=10, only=("bingo-3x3",)))
    assert sum("Donaudampfschifffahrtsgesellschaft" in page for page in pages(file)) >= 5
