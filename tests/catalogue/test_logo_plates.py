"""A logo without a version for the accent stands there on a plate of paper, whole, whatever its shape."""

import pytest
from tools import edit

from catalogue.paper import Box, Page, pages
from catalogue.setting import finished, order, planned

LEAST = 1.5  # mm of paper around the logo
BOARDS = {"bingo-3x3": 1, "bingo-quer": 1, "bingo-3x4": 1, "bingo-4x4": 1, "bingo-5x5": 1, "bingo-gross": 1} | {
    "bingo-a5": 2,
    "bingo-a6": 4,
}
HANDOUTS = ("argumente", "spickzettel", "faltblatt", "karten", "plakat", "tischaufsteller", "ansagerliste")
FEW = ("bingo-3x3", "plakat")
OTHERS = tuple(name for name in (*BOARDS, *HANDOUTS) if name not in FEW)
ON_PAPER = {"ansagerliste"}  # its logo stands on paper, and needs no plate
ALWAYS = {"bingo-3x3", "plakat", "argumente", "spickzettel", "tischaufsteller"}  # room for any logo


def _logos(page: Page) -> list[Box]:
    """The red things: nothing else is."""
    return [path.box for path in page.paths if path.colour[1:3] and min(path.colour[1:3]) > 0.9 > max(path.colour[::3])]


def _plates(page: Page) -> list[Box]:
    return [path.box for path in page.paths if path.how == "fill" and path.colour == (0, 0, 0, 0)]


@pytest.mark.parametrize("width, height", [(100, 200), (800, 100)], ids=["tall", "wide"])
@pytest.mark.parametrize("layouts", [FEW, pytest.param(OTHERS, marks=pytest.mark.thorough)], ids=["few", "others"])
def test_a_plate_encloses_the_logo(project, layouts: tuple[str, ...], width: int, height: int):
    home = project / "assets/brands/musterstadt"
    (home / "wappen.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="#f00"/></svg>',
        encoding="utf-8",
    )
    edit(home / "brand.yaml", "^  on-accent: wappen-hell.svg\n", "")
    edit(home / "brand.yaml", "^  min-width: 8", "  min-width: 5")
    order(project, [{"layout": name} | ({"boards": BOARDS[name]} if name in BOARDS else {}) for name in layouts],
          brand="musterstadt")  # fmt: skip
    plan, found = planned(project), set()
    for product in plan.products:
        for page in pages(finished(plan, product)):
            for logo in _logos(page):
                found.add(product.id)
                assert product.id in ON_PAPER or any(logo.within(plate, clear=LEAST) for plate in _plates(page)), (
                    product.id,
                    logo,
                )
    assert found >= {name for name in layouts if name in ALWAYS}
