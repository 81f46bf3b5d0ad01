"""What is cut: cards whose backs meet their fronts, and piles that come out in number order."""

import re
from itertools import pairwise

import pytest

from catalogue.paper import Box, Page, pages
from catalogue.piece_sizes import CARD, DIN, UP
from catalogue.setting import finished, order, planned

SAFE = 3.9  # mm a text keeps from a cut
SHEET_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}-\d{4}")  # a number of the board may follow


def cuts(page: Page) -> tuple[list[float], list[float]]:
    """Where the marks outside the bleed ask for a cut: from top to bottom, and from left to right."""
    marks = [line.box for line in page.lines() if not _at_corner(line.box, page)]
    upright = [box for box in marks if box.width < 0.01]
    level = [box for box in marks if box.height < 0.01]
    assert marks and len(upright) + len(level) == len(marks)
    assert all(box.bottom <= -3.99 or box.top >= page.height + 3.99 for box in upright)
    assert all(box.right <= -3.99 or box.left >= page.width + 3.99 for box in level)
    for boxes, at in ((upright, lambda box: box.left), (level, lambda box: box.top)):
        places = sorted(round(at(box), 2) for box in boxes)
        assert places[::2] == places[1::2], "a cut needs a mark at either end"
    return sorted({round(box.left, 2) for box in upright}), sorted({round(box.top, 2) for box in level})


def cell(box: Box, xs: list[float], ys: list[float]) -> tuple[int, int]:
    """Which card, by column and row, holds this, a little away from its edges."""
    (found,) = [
        (c, r)
        for c in range(len(xs) - 1)
        for r in range(len(ys) - 1)
        if box.within(Box(xs[c], ys[r], xs[c + 1], ys[r + 1]), clear=SAFE)
    ]
    return found


@pytest.fixture
def cards(catalogue):
    found = catalogue.pages("karten")
    return list(zip(found[::2], found[1::2]))


def test_cards_are_cut_to_their_size(catalogue, cards):
    layout = catalogue.layouts["karten"]
    assert layout.final == CARD and layout.duplex == "long-edge" and layout.trim[0] < layout.trim[1]
    for page in (page for sheet in cards for page in sheet):
        xs, ys = cuts(page)
        assert [b - a for a, b in pairwise(xs)] == pytest.approx([CARD[0]] * 2, abs=0.02)
        assert [b - a for a, b in pairwise(ys)] == pytest.approx([CARD[1]] * 5, abs=0.02)


def test_cuts_are_declared_where_they_are(catalogue, cards):
    declared = catalogue.layouts["karten"].cuts
    assert (declared.x, declared.y) == tuple(pytest.approx(places, abs=0.02) for places in cuts(cards[0][0]))


def test_cuts_of_front_and_back_meet(cards):
    for front, back in cards:
        xs, ys = cuts(front)
        behind, level = cuts(back)
        assert sorted(front.width - x for x in behind) == pytest.approx(xs, abs=0.02) and level == pytest.approx(
            ys, abs=0.02
        )


def test_each_answer_is_behind_its_sentence(catalogue, cards):
    """The sheet turned on its long edge: x is mirrored, y stays."""
    seen = set()
    for front, back in cards:
        xs, ys = cuts(front)
        for number, phrase in enumerate(catalogue.phrases, 1):
            if not front.all(phrase["board"]):
                continue
            behind = back.find(phrase["short"]).turned_over(front.width)
            place = cell(front.find(phrase["board"]), xs, ys)
            assert cell(behind, xs, ys) == place, phrase["id"]
            left, top = xs[place[0]], ys[place[1]]
            assert any(left <= b.left < left + 15 and top <= b.top < top + 15 for b, _ in front.all(str(number))), (
                "no number in front"
            )
            mirrored = [b.turned_over(front.width) for b, _ in back.all(str(number))]
            right = xs[place[0] + 1]
            assert any(right - 15 < b.right <= right and top <= b.top < top + 15 for b in mirrored), "no number behind"
            seen.add(number)
    assert seen == set(range(1, len(catalogue.phrases) + 1))


def test_the_other_cards_have_their_backs_behind_them_too(catalogue, cards):
    front, back = cards[0]
    xs, ys = cuts(front)
    codes = {link: box.turned_over(front.width) for link, box in back.codes()}
    podcast = catalogue.content("podcast.yaml")
    behind = {
        "cards_play": back.find(catalogue.texts["cards_step_2"]).turned_over(front.width),
        "hear_title": codes[podcast["link"]],
        "newsletter_title": codes[podcast["newsletter"]["link"]],
    }
    for key, box in behind.items():
        assert cell(front.find(catalogue.texts[key]), xs, ys) == cell(box, xs, ys), key


def test_no_letter_of_a_card_stands_near_a_cut(cards):
    for page in (page for sheet in cards for page in sheet):
        xs, ys = cuts(page)
        for letter in page.letters:
            cell(letter.box, xs, ys)


def test_a_cut_that_is_a_little_off_shows_no_white(cards):
    """One ground lies under all cards and 3 mm beyond."""
    for page in (page for sheet in cards for page in sheet):
        xs, ys = cuts(page)
        block = Box(xs[0], ys[0], xs[-1], ys[-1])
        ground = max((path.box for path in page.paths if path.how == "fill"), key=lambda box: box.width * box.height)
        assert block.within(ground, clear=2.99)


# Sheets that share a page.

CUTS = {"bingo-a5": ([148, 149], []), "bingo-a6": ([105], [148, 149])}  # what is between two of them falls out


def places(page: Page, columns: int, rows: int) -> list[int | None]:
    """The number of the sheet on each place of a page, row by row; None where there is none."""
    found: list[int | None] = [None] * (columns * rows)
    for match in SHEET_ID.finditer("".join(sign.letter for sign in page.signs)):
        x, y = page.signs[match.start()].box.middle
        place = int(y / page.height * rows) * columns + int(x / page.width * columns)
        assert found[place] is None, "two sheets on one place"
        found[place] = int(match[0][5:])
    return found


def cut_and_stacked(file, columns: int, rows: int) -> list[int | None]:
    """The pile of pages cut once, the piles laid on each other in reading order: the first sheet lies on top."""
    laid = [places(page, columns, rows) for page in pages(file)]
    return [page[place] for place in range(columns * rows) for page in laid]


@pytest.mark.parametrize("product", UP)
def test_a_cut_pile_is_in_number_order(catalogue, product: str):
    facts = catalogue.products[product]
    assert cut_and_stacked(catalogue.folder / facts["file"], *UP[product]) == list(range(1, facts["boards"] + 1))
    columns, rows = UP[product]
    layout = catalogue.layouts[product]
    assert layout.up == columns * rows and layout.final == DIN[product]


@pytest.mark.parametrize(
    "product, boards, count",
    [
        ("bingo-a5", 5, 3),
        ("bingo-a6", 5, 2),
        ("bingo-a6", 7, 2),
        pytest.param("bingo-a6", 3, 1, marks=pytest.mark.thorough),  # one page, as the next; as full as the last above
        ("bingo-a5", 1, 1),
    ],
)
def test_places_that_stay_empty_are_the_last_ones(project, product: str, boards: int, count: int):
    order(project, [{"layout": product, "boards": boards}])
    plan = planned(project)
    file = finished(plan, plan.products[0])
    pile = cut_and_stacked(file, *UP[product])
    assert len(pages(file)) == count and pile == [*range(1, boards + 1), *[None] * (len(pile) - boards)]
    assert all(page.codes() for page in pages(file))


@pytest.mark.parametrize("product", UP)
def test_sheets_that_share_a_page_are_cut_to_their_din_size(catalogue, product: str):
    layout = catalogue.layouts[product]
    assert (list(layout.cuts.x), list(layout.cuts.y)) == CUTS[product]
    for page in catalogue.pages(product):
        xs, ys = cuts(page)
        assert xs == pytest.approx(CUTS[product][0], abs=0.02) and ys == pytest.approx(CUTS[product][1], abs=0.02)
        for letter in page.letters:
            assert all(min(abs(letter.box.left - x), abs(letter.box.right - x)) > SAFE for x in xs)
            assert all(min(abs(letter.box.top - y), abs(letter.box.bottom - y)) > SAFE for y in ys)


# Pieces on pages of their own.


def _at_corner(box: Box, page: Page) -> bool:
    """A crop mark: in line with an edge of the trim."""
    x, y = box.middle
    return min(abs(x), abs(x - page.width)) < 0.02 or min(abs(y), abs(y - page.height)) < 0.02


def test_every_sheet_on_a_page_has_another_board(catalogue):
    """Cell by cell: the phrases of each quarter, in the order of their places."""
    for product, (columns, rows) in UP.items():
        boards = []
        for page in catalogue.pages(product):
            for place in range(columns * rows):
                left, top = place % columns * page.width / columns, place // columns * page.height / rows
                sheet = Box(left, top, left + page.width / columns, top + page.height / rows)
                held = [
                    (round(box.middle[1] / 10), round(box.middle[0] / 10), number)
                    for number, phrase in enumerate(catalogue.phrases)
                    for box, _ in page.all(phrase["board"])
                    if box.within(sheet)
                ]
                boards.append(tuple(number for _, _, number in sorted(held)))
        assert {len(board) for board in boards} == {9} and len(set(boards)) == len(boards) == catalogue.products[
            product
        ]["boards"]
