"""Colours as house styles write them: kept as they are, and refused where they are none."""

import pytest

from press.brand.palette import process_inks, screen_colour
from press.colour.colour_values import to_hex
from press.errors import PressError
from press.new_brand.colour_roles import propose
from press.new_brand.prompts import gather
from press.new_brand.written_colours import read_colours

INKS = (100, 30, 20, 10)


@pytest.mark.parametrize(
    "text, colours",
    [
        ("#0B5D4B; abc, 0b5d4b", [(None, None, "#0b5d4b"), (None, None, "#aabbcc")]),
        ("#111,#222 333", [(None, None, f"#{digit * 6}") for digit in "123"]),
        ("rgb 0 96 122", [(None, None, "#00607a")]),
        ("RGB(0, 96, 122)", [(None, None, "#00607a")]),
        ("R0 G96 B122; rgb 255/255/255", [(None, None, "#00607a"), (None, None, "#ffffff")]),
        *(
            (text, [(None, INKS, None)])
            for text in (
                "cmyk 100 30 20 10",
                "CMYK(100, 30, 20, 10)",
                "cmyk: [100, 30, 20, 10]",
                "C100 M30 Y20 K10",
                "c=100 m=30 y=20 k=10",
                "C 100 % M 30 % Y 20 % K 10 %",
                "100C 30M 20Y 10K",
                "100/30/20/10",
                "100 30 20 10",
            )
        ),
        ("100 / 12,5 / 20 / 0", [(None, (100, 12.5, 20, 0), None)]),
        ("C100 M30 Y20 K10 = #00607a", [(None, INKS, "#00607a")]),
        ("C100 M30 Y20 K10, 0/22/96/0", [(None, INKS, None), (None, (0, 22, 96, 0), None)]),
        ("hks43k (100/70/0/0)", [("HKS 43 K", (100, 70, 0, 0), None)]),
        ("HKS 43 C100 M70 Y0 K0 = #00429a, #fff", [("HKS 43", (100, 70, 0, 0), "#00429a"), (None, None, "#ffffff")]),
        ("Pantone 300 c = C100 M44 Y0 K0", [("PANTONE 300 C", (100, 44, 0, 0), None)]),
    ],
)
def test_colours_are_kept_as_they_are_written(text: str, colours: list[tuple]):
    assert [(colour.spot, colour.cmyk, colour.hex) for colour in read_colours(text, "x")] == colours


@pytest.mark.parametrize(
    "text, what, fix",
    [
        ("cmyk 100 101 20 10", "101 is more than 100 %", "C100 M30 Y20 K10"),
        ("rgb 0 96 256", "256 is more than 255", "rgb 0 96 122"),
        ("cmyk 100 30 20", "`cmyk 100 30 20` is no colour", "C100 M30 Y20 K10"),
        ("blue", "`blue` is no colour", "#0b5d4b"),
        ("RAL 5010", "`RAL 5010` is a paint, not an ink", "write its CMYK"),
        ("HKS 43", "`HKS 43` is the name of an ink", "the manual of the house style behind it: HKS 43 = C100"),
        ("HKS 43 #00429a", "nothing says what stands for it", "HKS 43 = C100"),
        (" ", "0 colours", "give one to 3"),
        ("#111,#222,#333,#444", "4 colours", "give one to 3"),
    ],
)
def test_what_is_no_colour_is_told_with_the_way_out(text: str, what: str, fix: str):
    with pytest.raises(PressError) as error:
        read_colours(text, "--colour")
    (problem,) = error.value.problems
    assert problem.where == "--colour" and what in problem.what and fix in problem.fix


def test_a_spot_colour_is_asked_for_what_stands_for_it(capsys):
    """Its inks, its look; of a second one nobody knows, and the colours are asked for anew."""
    given = iter(["HKS 43, HKS 4", "blau", "HKS 4", "C100 M70 Y0 K0", "grün", "#00429a", "", "HKS 4 = 0/22/96/0"])
    options = dict.fromkeys(("logo", "website", "contact", "imprint"), "") | {"website": "x.de", "font": "Bitter"}
    wish = gather("X", "x", options, lambda question: next(given))
    assert [(c.spot, c.cmyk, c.hex) for c in wish.colours] == [("HKS 4", (0, 22, 96, 0), None)]
    said = capsys.readouterr().out
    assert said.count("is no ink") == 2 and "`grün` is no colour of a screen" in said
    assert "`HKS 4` is the name of an ink" in said and list(given) == []


def proposed(text: str, profile):
    return propose(read_colours(text, "x"), profile)


def test_ink_is_printed_as_it_was_given_and_screens_show_what_it_looks_like(profile):
    accent = proposed("C100 M30 Y20 K10", profile).colours["accent"]
    assert process_inks(accent, profile) == INKS and accent.hex is None
    assert screen_colour(accent, profile) == profile.soft_proof(INKS)


def test_a_second_colour_gets_a_role_as_a_tint_of_its_own_ink(profile):
    soft = proposed("HKS 43 = C100 M70 Y0 K0, HKS 4 = 0/22/96/0", profile).colours["accent-soft"]
    assert (soft.spot, soft.cmyk, soft.tint) == ("HKS 4", (0, 22, 96, 0), 36)
    assert proposed("100/30/20/10, 0/22/96/0", profile).colours["accent-soft"].cmyk == (0, 8, 35, 0)


@pytest.mark.parametrize(
    "text, why",
    [
        ("#00607a,#7a1f3d", "behind text only 14 % of it would be pale enough"),
        ("#00607a,#333", "it is nearly gray"),
        ("HKS 43 = C100 M70 Y0 K0, #f2a900", "quiet areas are a tint of HKS 43"),
        ("#00607a,#ffcc00,#78be20", "accent and accent-soft are taken"),
    ],
)
def test_a_colour_without_a_role_has_a_reason(profile, text: str, why: str):
    roles = proposed(text, profile)
    ((unused, reason),) = roles.unused
    assert unused == read_colours(text, "x")[-1] and why in reason
    assert sum(why in note for note in roles.notes) == 1


def test_a_screen_colour_far_from_its_ink_gives_way(profile):
    """White on dark ink, black on a pale screen: neither can be read on both."""
    roles = proposed("C100 M70 Y0 K40 = #ffee88", profile)
    assert roles.colours["accent"].hex is None and roles.colours["accent"].cmyk == (100, 70, 0, 40)
    assert any("screens show what the ink looks like" in note for note in roles.notes)
    assert to_hex(screen_colour(roles.colours["on-accent"], profile)) == "#ffffff"
