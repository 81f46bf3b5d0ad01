"""What is folded: panels, marks and texts, measured on the page."""

import re
from itertools import pairwise

import pytest

CLEAR = 5  # mm a text keeps from a fold
REACH = 0.5  # mm of tolerance for how near a ground comes to a fold


def folds(page, upright: bool) -> list[float]:
    """Where the dashed marks of a page stand; each has one at either end, outside the bleed."""
    marks = page.lines(dashed=True)
    across, along, length = (0, 1, page.height) if upright else (1, 0, page.width)
    places = {}
    for mark in marks:
        box = (mark.box.left, mark.box.top, mark.box.right, mark.box.bottom)
        assert box[across] == pytest.approx(box[across + 2], abs=0.01), "a mark that is not straight"
        places.setdefault(round(box[across], 2), []).append((box[along], box[along + 2]))
    for place, ends in places.items():
        (before, after) = sorted(ends)
        assert -10.01 <= before[0] < before[1] <= -3.99, f"the mark at {place} is in the bleed"
        assert length + 3.99 <= after[0] < after[1] <= length + 10.01, f"the mark at {place} is in the bleed"
    return sorted(places)


def said(finishing: str, measure: str) -> list[float]:
    """The folds that the job ticket tells."""
    return [float(number) for number in re.findall(r"\d+", re.search(measure, finishing)[1])]


@pytest.fixture
def leaflet(catalogue):
    return catalogue.pages("faltblatt")


@pytest.fixture
def tent(catalogue):
    (page,) = catalogue.pages("tischaufsteller")
    return page


def test_the_leaflet_has_panels_of_100_100_and_97_mm(leaflet):
    outside, inside = leaflet
    edges = [0, *folds(outside, upright=True), outside.width]
    assert [b - a for a, b in pairwise(edges)] == pytest.approx([97, 100, 100], abs=0.02)
    edges = [0, *folds(inside, upright=True), inside.width]
    assert [b - a for a, b in pairwise(edges)] == pytest.approx([100, 100, 97], abs=0.02)


def test_the_leaflet_folds_where_front_and_back_meet(leaflet):
    """Turned on its short edge, which is upright, the inside has each fold behind that of the outside."""
    outside, inside = leaflet
    assert sorted(outside.width - x for x in folds(inside, upright=True)) == pytest.approx(
        folds(outside, upright=True), abs=0.02
    )


def test_the_ticket_tells_the_leaflets_folds(catalogue, leaflet):
    layout = catalogue.layouts["faltblatt"]
    assert (layout.sides, layout.duplex, layout.final) == (2, "short-edge", (100, 210)) and layout.trim[
        0
    ] > layout.trim[1]
    assert said(layout.finishing, r"bei (\d+ und \d+) mm von links") == pytest.approx(
        folds(leaflet[0], upright=True), abs=0.02
    )


def test_folds_are_declared_where_they_are(catalogue, leaflet, tent):
    assert catalogue.layouts["faltblatt"].folds.x == pytest.approx(folds(leaflet[0], upright=True), abs=0.02)
    assert catalogue.layouts["tischaufsteller"].folds.y == pytest.approx(folds(tent, upright=False), abs=0.02)


def test_no_text_of_the_leaflet_stands_near_a_fold(leaflet):
    for page in leaflet:
        for fold in folds(page, upright=True):
            assert [
                letter for letter in page.letters if letter.box.left - CLEAR < fold < letter.box.right + CLEAR
            ] == []


def test_each_panel_of_the_leaflet_holds_what_it_should(catalogue, leaflet):
    outside, inside = leaflet
    texts = catalogue.texts
    first, second = folds(outside, upright=True)
    for panel, (left, right), keys in (
        ("flap", (0, first), ("how_to_title", "play_step_1", "play_step_4")),
        ("back", (first, second), ("hear_title", "newsletter_title")),
        ("cover", (second, outside.width), ("leaflet_title", "leaflet_subtitle", "title")),
    ):
        for key in keys:
            assert any(left < box.left and box.right < right for box, _ in outside.all(texts[key])), (
                f"{key} is not on the {panel}"
            )
    edges = [0, *folds(inside, upright=True), inside.width]
    for panel in range(3):  # four answers each, in the order of their numbers
        places = [inside.find(phrase["short"]) for phrase in catalogue.phrases[panel * 4 : panel * 4 + 4]]
        assert all(edges[panel] < place.left and place.right < edges[panel + 1] for place in places)
        assert [place.top for place in places] == sorted(place.top for place in places)


def test_the_coloured_panels_of_the_leaflet_begin_at_the_fold_and_run_off_the_sheet(leaflet):
    outside, _ = leaflet
    flap = folds(outside, upright=True)[0]
    (ground,) = [
        path.box
        for path in outside.paths
        if path.how == "fill" and path.box.height > outside.height and path.box.width > 100
    ]
    assert flap - 2 <= ground.left <= flap - REACH, "a white line would show on the back panel"
    assert ground.right >= outside.width + 2.99 and ground.top <= -2.99 and ground.bottom >= outside.height + 2.99


def test_the_tent_folds_where_the_ticket_says(catalogue, tent):
    finishing = catalogue.layouts["tischaufsteller"].finishing
    assert said(finishing, r"bei ([\d, und]+) mm von oben") == pytest.approx(folds(tent, upright=False), abs=0.02)
    (flap,) = said(finishing, r"Lasche \((\d+) mm\)")
    faces = folds(tent, upright=False)
    assert flap == pytest.approx(faces[0], abs=0.02)
    assert faces[1] - faces[0] == pytest.approx(faces[2] - faces[1], abs=0.02), "a tent whose faces differ leans"
    assert catalogue.layouts["tischaufsteller"].final == pytest.approx((tent.width, faces[1] - faces[0]), abs=0.02)
    assert tent.height - faces[2] > flap, "the base must hold the flap"


def test_one_face_of_the_tent_stands_on_its_head(catalogue, tent):
    """The back is the front turned by half a turn about the ridge: both are read upright once it stands."""
    glue, ridge, foot = folds(tent, upright=False)
    standing = [letter for letter in tent.letters if ridge < letter.box.middle[1] < foot]
    turned = [letter for letter in tent.letters if glue < letter.box.middle[1] < ridge]
    assert {letter.angle for letter in standing} == {0} and {letter.angle for letter in turned} == {180}
    for key in ("tent_title", "tent_subtitle", "listen_title"):
        places = {angle: box for box, angle in tent.all(catalogue.texts[key])}
        x, y = places[0].middle
        assert places[180].middle == pytest.approx((tent.width - x, 2 * ridge - y), abs=0.1), key
    about = [letter.letter for letter in sorted(standing, key=lambda one: (round(one.box.top), one.box.left))]
    assert sorted(about) == sorted(letter.letter for letter in turned)


def test_the_codes_of_the_tent_lie_opposite(tent):
    ridge = folds(tent, upright=False)[1]
    above, below = sorted((box for _, box in tent.codes()), key=lambda box: box.top)
    x, y = below.middle
    assert above.middle == pytest.approx((tent.width - x, 2 * ridge - y), abs=0.3) and above.bottom < ridge < below.top


def test_no_text_of_the_tent_stands_near_a_fold(tent):
    for fold in folds(tent, upright=False):
        assert [letter for letter in tent.letters if letter.box.top - CLEAR < fold < letter.box.bottom + CLEAR] == []
