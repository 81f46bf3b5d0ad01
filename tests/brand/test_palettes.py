"""The palettes of both shipped brands, in all colours an order may ask for."""

import pytest
from tools import ROOT

from press.brand.brand import load_brand
from press.brand.palette import office_palette, print_palette, spots
from press.paths import Project

PROJECT = Project.at(ROOT)


@pytest.fixture(scope="module", params=["kleinstadtniveau", "musterstadt"])
def brand(request):
    return request.param, load_brand(PROJECT, request.param).value


PRINT = {
    "kleinstadtniveau": {"accent": (0, 22, 96, 0), "accent-soft": (0, 7, 34, 0), "on-accent": (0, 0, 0, 100)},
    "musterstadt": {"accent": (90, 25, 75, 35), "accent-soft": (18, 2, 15, 0), "on-accent": (0, 0, 0, 0)},
}
OFFICE = {
    "kleinstadtniveau": {"accent": "#fec900", "accent-soft": "#ffedba", "on-accent": "#000000"},
    "musterstadt": {"accent": "#0b5d4b", "accent-soft": "#dae9e0", "on-accent": "#ffffff"},
}


@pytest.mark.parametrize("colours", ["4/0", "4/4"])
def test_process_colour(brand, profile, colours) -> None:
    name, value = brand
    expected = {"ink": (0, 0, 0, 100), "paper": (0, 0, 0, 0)} | PRINT[name]
    assert print_palette(value, profile, colours) == {role: {"cmyk": inks} for role, inks in expected.items()}
    assert spots(value, colours) == ()


@pytest.mark.parametrize("colours", ["1/0", "1/1"])
def test_one_plate_is_black(brand, profile, colours) -> None:
    palette = print_palette(brand[1], profile, colours)
    assert all(token["cmyk"][:3] == (0, 0, 0) and "spot" not in token for token in palette.values())
    grays = {role: token["cmyk"][3] for role, token in palette.items()}
    assert (grays["ink"], grays["paper"]) == (100, 0)
    assert grays["accent-soft"] < 15 and grays["accent-soft"] < grays["accent"] < 100


def test_spot_colours(brand, profile) -> None:
    name, value = brand
    palette = print_palette(value, profile, "spot")
    if name == "musterstadt":
        assert palette["accent"] == {"cmyk": (90, 25, 75, 35), "spot": "HKS 57 K", "tint": 100}
        assert spots(value, "spot") == ("HKS 57 K",)
    else:
        assert spots(value, "spot") == () and not any("spot" in token for token in palette.values())


def test_office(brand, profile) -> None:
    name, value = brand
    expected = {"ink": "#000000", "paper": "#ffffff"} | OFFICE[name]
    assert office_palette(value, profile) == {role: {"rgb": hexa} for role, hexa in expected.items()}
