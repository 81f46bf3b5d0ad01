"""The palettes of both shipped brands, in all colours an order may ask for."""

import pytest
from tools import ROOT

from press.brand.brand import Colour, load_brand
from press.brand.palette import office_palette, print_palette, process_inks, spots
from press.colour.printing_condition import UNCOATED, load_profile
from press.paths import Project

PROJECT = Project.at(ROOT)


@pytest.fixture(scope="module", params=["kleinstadtniveau", "musterstadt"])
def brand(request):
    return request.param, load_brand(PROJECT, request.param).value


# Soft accents are tints of the accents: 34 % and 15 % of each ink, to one decimal.
PRINT = {
    "kleinstadtniveau": {"accent": (0, 22, 96, 0), "accent-soft": (0, 7.5, 32.6, 0), "on-accent": (0, 0, 0, 100)},
    "musterstadt": {"accent": (90, 25, 75, 35), "accent-soft": (13.5, 3.8, 11.2, 5.2), "on-accent": (0, 0, 0, 0)},
}
OFFICE = {
    "kleinstadtniveau": {"accent": "#fec900", "accent-soft": "#ffecbd", "on-accent": "#000000"},
    "musterstadt": {"accent": "#0b5d4b", "accent-soft": "#dcebe5", "on-accent": "#ffffff"},
}


@pytest.mark.parametrize("colours", ["4/0", "4/4"])
def test_process_colour(brand, profile, colours) -> None:
    name, value = brand
    expected = {"ink": (0, 0, 0, 100), "paper": (0, 0, 0, 0)} | PRINT[name]
    assert print_palette(value, profile, colours) == {role: {"cmyk": inks} for role, inks in expected.items()}
    assert spots(value, profile, colours) == ()


@pytest.mark.parametrize("colours", ["1/0", "1/1"])
def test_one_plate_is_black(brand, profile, colours) -> None:
    palette = print_palette(brand[1], profile, colours)
    assert all(token["cmyk"][:3] == (0, 0, 0) and "spot" not in token for token in palette.values())
    grays = {role: token["cmyk"][3] for role, token in palette.items()}
    assert (grays["ink"], grays["paper"]) == (100, 0)
    assert grays["accent-soft"] < 15 and grays["accent-soft"] < grays["accent"] < 100


def test_spot_colours(brand, profile) -> None:
    """A tint is one of the spot, and the full colour stands beside it."""
    name, value = brand
    palette = print_palette(value, profile, "spot")
    spot, tint = {"kleinstadtniveau": ("HKS 4 K", 34), "musterstadt": ("HKS 57 K", 15)}[name]
    full = PRINT[name]["accent"]
    assert palette["accent"] == {"cmyk": full, "spot": spot, "tint": 100}
    assert palette["accent-soft"] == {"cmyk": full, "spot": spot, "tint": tint}
    assert spots(value, profile, "spot") == (spot,)
    assert [role for role, token in palette.items() if "spot" in token] == ["accent", "accent-soft"]


def test_spots_are_called_by_the_paper(brand) -> None:
    name, value = brand
    uncoated = load_profile(PROJECT, UNCOATED, "test")
    spot = {"kleinstadtniveau": "HKS 4 N", "musterstadt": "HKS 57 N"}[name]
    assert spots(value, uncoated, "spot") == (spot,)
    assert print_palette(value, uncoated, "spot")["accent"]["spot"] == spot


@pytest.mark.parametrize("tint, inks", [(15, (3, 0, 3, 15)), (100, (20, 2, 10, 100))])
def test_a_tint_has_no_ink_paler_than_a_plate_holds(tint: float, inks: tuple) -> None:
    """15 % of 20 % are just enough; of 10 %, 1.5 % go up to 3 %; of 2 %, 0.3 % go. What a brand says stays."""
    colour = Colour.model_validate({"cmyk": (20, 2, 10, 100), "spot": "Probe", "tint": tint})
    assert process_inks(colour, load_profile(PROJECT, UNCOATED, "test")) == inks


def test_office(brand, profile) -> None:
    name, value = brand
    expected = {"ink": "#000000", "paper": "#ffffff"} | OFFICE[name]
    assert office_palette(value, profile) == {role: {"rgb": hexa} for role, hexa in expected.items()}
