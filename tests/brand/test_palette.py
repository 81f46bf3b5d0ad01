"""Palettes: a brand's colours as ink, as one plate, as spots, and on a screen."""

from itertools import pairwise

import pytest
from tools import ROOT

from press.brand.brand import Brand
from press.brand.palette import ONE_PLATE, office_palette, print_palette, spots
from press.colour.printing_condition import load_profile
from press.paths import Project

ROLES = ("ink", "paper", "accent", "accent-soft", "on-accent")
BLACK, PAPER = {"cmyk": (0, 0, 0, 100)}, {"cmyk": (0, 0, 0, 0)}
# From light to dark, by CIE L*: grays among colours.
LADDER = [
    "#ffffff",
    "#ffe000",
    "#d4d4d4",
    "#ffb000",
    "#b0b0b0",
    "#00b050",
    "#808080",
    "#d02020",
    "#585858",
    "#3030a0",
    "#202020",
    "#000000",
]


@pytest.fixture(scope="module")
def profile():
    return load_profile(Project.at(ROOT), "fogra39", "order:1")


def brand(**colours) -> Brand:
    roles = {"ink": BLACK, "paper": PAPER, "accent": {"cmyk": (0, 20, 90, 0)}, "accent-soft": PAPER, "on-accent": BLACK}
    return Brand.model_validate(
        {
            "name": "Probe",
            "website": "https://example.org/probe",
            "fonts": {"display": "Baloo 2", "text": "Source Sans 3"},
            "colours": roles | {name.replace("_", "-"): colour for name, colour in colours.items()},
        }
    )


def lightness(colour: str) -> float:
    """CIE L* of an sRGB colour, written out here so that nothing of the press measures itself."""
    linear = [
        (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4)
        for v in (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    ]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def test_every_role_has_a_colour(profile):
    for colours in ("4/0", "4/4", *ONE_PLATE, "spot"):
        assert set(print_palette(brand(), profile, colours)) == set(ROLES)
    assert set(office_palette(brand(), profile)) == set(ROLES)


@pytest.mark.parametrize("colours", ["4/0", "4/4", "1/0", "1/1", "spot"])
def test_black_and_paper_stay_what_they_are(profile, colours: str):
    palette = print_palette(brand(), profile, colours)
    assert palette["ink"]["cmyk"] == palette["on-accent"]["cmyk"] == (0, 0, 0, 100) and palette["paper"]["cmyk"] == (
        0,
        0,
        0,
        0,
    )


@pytest.mark.parametrize("level", [0, 1, 51, 119, 128, 254, 255])
@pytest.mark.parametrize("colours", ["4/0", "1/0", "spot"])
def test_neutral_hex_is_black_alone(profile, level: int, colours: str):
    accent = print_palette(brand(accent={"hex": f"#{level:02x}{level:02x}{level:02x}"}), profile, colours)["accent"]
    assert accent == {"cmyk": (0, 0, 0, round(100 - level / 2.55))}


def test_colourful_hex_is_ink_within_the_limit(profile):
    for colour in ("#0b5d4b", "#ff0000", "#00ff00", "#0000ff", "#010000", "#fffffe"):
        inks = print_palette(brand(accent={"hex": colour}), profile, "4/0")["accent"]["cmyk"]
        assert all(0 <= ink <= 100 for ink in inks) and sum(inks) <= profile.ink_limit


def test_given_ink_is_not_touched(profile):
    assert print_palette(brand(accent={"cmyk": (3, 22.5, 96, 1), "hex": "#ffcc00"}), profile, "4/0")["accent"] == {
        "cmyk": (3, 22.5, 96, 1)
    }


def test_the_ladder_goes_down():
    steps = [lightness(colour) for colour in LADDER]
    assert all(a > b + 2 for a, b in pairwise(steps))


@pytest.mark.parametrize("lighter, darker", list(pairwise(LADDER)))
@pytest.mark.parametrize("colours", ONE_PLATE)
def test_one_plate_keeps_the_order_of_lightness(profile, lighter: str, darker: str, colours: str):
    """What is seen as darker must not come out lighter once it is a tint of black."""
    palette = print_palette(brand(accent_soft={"hex": lighter}, accent={"hex": darker}), profile, colours)
    above, below = palette["accent-soft"]["cmyk"], palette["accent"]["cmyk"]
    assert above[:3] == below[:3] == (0, 0, 0) and 0 <= above[3] < below[3] <= 100


@pytest.mark.parametrize("colour", LADDER)
def test_one_plate_looks_as_light(profile, colour: str):
    """Within what the inks can show of a colour: 8 of 100 in L*."""
    (*none, black) = print_palette(brand(accent={"hex": colour}), profile, "1/0")["accent"]["cmyk"]
    gray = round(255 - black * 2.55)
    assert none == [0, 0, 0] and abs(lightness(f"#{gray:02x}{gray:02x}{gray:02x}") - lightness(colour)) < 8


def test_spots(profile):
    house = brand(
        accent={"cmyk": (0, 20, 90, 0), "spot": "HKS 4 K"},
        accent_soft={"cmyk": (0, 20, 90, 0), "spot": "HKS 4 K", "tint": 30},
    )
    palette = print_palette(house, profile, "spot")
    assert palette["accent"] == {"cmyk": (0, 20, 90, 0), "spot": "HKS 4 K", "tint": 100}
    assert palette["accent-soft"] == {"cmyk": (0, 20, 90, 0), "spot": "HKS 4 K", "tint": 30}
    assert spots(house, profile, "spot") == ("HKS 4 K",)
    assert spots(house, profile, "4/0") == spots(house, profile, "1/0") == ()
    process = print_palette(house, profile, "4/0")
    assert process["accent"] == {"cmyk": (0, 20, 90, 0)} and process["accent-soft"] == {"cmyk": (0, 6, 27, 0)}


def test_two_spots_have_an_order(profile):
    house = brand(
        accent={"cmyk": (0, 20, 90, 0), "spot": "HKS 4 K"}, accent_soft={"cmyk": (90, 0, 0, 0), "spot": "HKS 13 K"}
    )
    assert spots(house, profile, "spot") == ("HKS 13 K", "HKS 4 K")


def test_the_screen_shows_the_hex_where_there_is_one(profile):
    palette = office_palette(brand(accent={"cmyk": (0, 20, 90, 0), "hex": "#ffcc00"}), profile)
    assert (
        palette["accent"] == {"rgb": "#ffcc00"}
        and palette["ink"] == {"rgb": "#000000"}
        and palette["paper"] == {"rgb": "#ffffff"}
    )
    assert all(value["rgb"].startswith("#") and len(value["rgb"]) == 7 for value in palette.values())
