"""Pieces on pages of their own: their size, their order, and as many as a booklet takes."""

import pikepdf
import pytest
from finished_pdf import sizes
from tools import copy_project

from catalogue.paper import pages
from catalogue.piece_sizes import CARD, DIN, UP
from catalogue.setting import all_finished, order, planned


@pytest.fixture(scope="module")
def singles(tmp_path_factory):
    """Sheets, cards and a booklet on pages of their own, without marks."""
    project = copy_project(tmp_path_factory.mktemp("singles") / "project")
    items = [{"layout": name, "boards": 2, "imposed": False} for name in UP] + [{"layout": "karten", "imposed": False}]
    order(
        project, [*items, {"layout": "argumente", "binding": "saddle", "bleed": 5, "marks": True}], marks=False, bleed=2
    )
    plan = planned(project)
    return {product.id: (product, file) for product, file in zip(plan.products, all_finished(plan), strict=True)}, plan


def every(file, box: str, size: tuple) -> bool:
    """Whether a box of all pages has a size in mm."""
    return all(found == pytest.approx(size, abs=0.02) for found in sizes(file, box))


@pytest.mark.parametrize(("product", "size"), [*DIN.items(), ("karten", CARD)])
def test_single_pages_have_the_size_of_the_piece_and_nothing_around_the_bleed(singles, product: str, size: tuple):
    made, _ = singles
    _, file = made[product]
    assert every(file, "/TrimBox", size)
    assert every(file, "/BleedBox", (size[0] + 4, size[1] + 4)) and every(file, "/MediaBox", (size[0] + 4, size[1] + 4))
    with pikepdf.open(file) as pdf:
        assert not any("PressMarks" in str(page.get("/Resources")) for page in pdf.pages)


def test_single_cards_come_front_and_back_in_turn(singles):
    made, plan = singles
    found = pages(made["karten"][1])
    phrases = plan.content.phrases
    assert len(found) % 2 == 0 and len(found) // 2 >= len(phrases)
    for phrase in phrases:
        (front,) = [number for number, page in enumerate(found) if page.all(phrase.board)]
        assert front % 2 == 0 and found[front + 1].all(phrase.short)


def test_the_pages_of_a_booklet_come_by_fours(singles):
    made, _ = singles
    product, file = made["argumente"]
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) % 4 == 0 and product.pages_multiple == 4
    assert every(file, "/BleedBox", (220, 307)) and every(file, "/MediaBox", (230, 317))  # 5 mm a side, and 10
