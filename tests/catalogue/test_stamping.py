"""Stamped pages are live pages: the same letters at the same places, the same picture."""

import pytest
from PIL import ImageChops, ImageStat

from catalogue.paper import Page, pages
from catalogue.setting import finished, order, pictures, planned

ITEMS = [
    {"layout": "bingo-3x3", "boards": 3},
    {"layout": "bingo-quer", "boards": 2, "link": "episode"},  # codes and addresses differ from sheet to sheet
    {"layout": "bingo-5x5", "boards": 2},  # a free cell
    {"layout": "bingo-a6", "boards": 5, "link": "episode"},  # two forms: the last page is not full
    {"layout": "bingo-gross", "boards": 2, "title": "Phrasendreschen"},
]
TOLERANCE = 0.05  # mm
STRAY = 0.6  # mean difference of 255 at 100 dpi: edges of letters that lie a fraction of a pixel elsewhere


@pytest.mark.parametrize(
    "item, brand",
    [
        *((item, "kleinstadtniveau") for item in ITEMS),
        *(pytest.param(ITEMS[n], "musterstadt", marks=pytest.mark.thorough) for n in (1, 3)),  # each is tried above
    ],
    ids=lambda value: value if isinstance(value, str) else value["layout"],
)
def test_stamped_pages_equal_live_pages(project, item: dict, brand: str):
    order(project, [item], brand=brand)
    plan = planned(project)
    (product,) = plan.products
    stamped, live = finished(plan, product), finished(plan, product, form=False)
    assert len(pages(stamped)) == len(pages(live)) == product.sheets.pages
    for one, other in zip(pages(stamped), pages(live)):
        _same_letters(one, other)
        assert sorted(link for link, _ in one.codes(200)) == sorted(link for link, _ in other.codes(200)) != []
        assert (one.width, one.height) == pytest.approx((other.width, other.height), abs=0.01)
    for one, other in zip(pictures(stamped, 100), pictures(live, 100)):
        assert max(ImageStat.Stat(ImageChops.difference(one, other)).mean) < STRAY


def _same_letters(one: Page, other: Page) -> None:
    """Every letter of one page has its like on the other, at the same place."""
    left = {}
    for sign in other.letters:
        left.setdefault(sign.letter, []).append(sign.box.middle)
    for sign in one.letters:
        x, y = sign.box.middle
        near = [
            place
            for place in left.get(sign.letter, ())
            if abs(place[0] - x) < TOLERANCE and abs(place[1] - y) < TOLERANCE
        ]
        assert near, f"`{sign.letter}` at {x:.1f}, {y:.1f} mm is on one page only"
        left[sign.letter].remove(near[0])
    assert not any(left.values()), left


def test_the_comparison_can_fail(project):
    """Two different boards of the same layout are not the same."""
    order(project, [ITEMS[0]])
    plan = planned(project)
    first, second, _ = pages(finished(plan, plan.products[0]))
    with pytest.raises(AssertionError):
        _same_letters(first, second)
    one, other, _ = pictures(first.file, 100)
    assert max(ImageStat.Stat(ImageChops.difference(one, other)).mean) > 3 * STRAY
