"""Whatever a message proposes passes once it is done; whatever roles are proposed need no message."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.brand.brand import Brand, Colour, Colours
from press.brand.contrast import TEXT, appearance, check_contrast, nearest, ratio, ratio_text
from press.colour.colour_values import BLACK, WHITE, to_hex
from press.colour.perception import contrast
from press.new_brand.colour_roles import propose
from press.new_brand.written_colours import read_colours
from press.schema.validation import Loaded
from press.schema.yaml_source import Source

ROLES = ("ink", "paper", "accent", "accent-soft", "on-accent")
PROPOSED = re.compile(r"set ([a-z-]+) to (?:(#[0-9a-f]{6}) |(?:black|white) )?\(?cmyk: \[([\d., ]+)\]\)?")

hexes = st.tuples(*[st.integers(0, 255)] * 3)
percents = st.integers(0, 100)
colours = st.one_of(
    hexes.map(lambda parts: {"hex": to_hex(parts)}),
    st.tuples(percents, percents, percents, percents).map(lambda parts: {"cmyk": parts}),
    percents.map(lambda k: {"cmyk": (0, 0, 0, k)}),
)
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class ByKey(Loaded[Brand]):
    """Mistakes are told by the key they stand at."""

    def where(self, *path: str) -> str:
        return path[-1]


def brand(roles: dict[str, dict]) -> Loaded[Brand]:
    value = Brand.model_validate(
        {
            "name": "Probe",
            "website": "https://probe.example",
            "colours": roles,
            "fonts": {"display": "Bitter", "text": "Fira Sans"},
        }
    )
    return ByKey(value, Source("brand.yaml", {}, {}, ""))


def done(roles: dict[str, dict], fix: str, as_ink: bool) -> dict[str, dict]:
    """The roles after somebody did what a message says; a colour in hex may also be taken over as its inks."""
    found = PROPOSED.findall(fix)
    assert found, fix
    return roles | {
        role: {"cmyk": tuple(map(float, inks.split(",")))} if as_ink or not hexa else {"hex": hexa}
        for role, hexa, inks in found
    }


@few
@given(st.fixed_dictionaries(dict.fromkeys(ROLES, colours)), st.booleans())
def test_a_brand_is_sound_after_what_was_proposed(profile, roles, as_ink) -> None:
    """All at once; a second round at most, for a colour with too much ink that then turns out too weak."""
    for _ in range(2):
        for problem in check_contrast(brand(roles), profile):
            roles = done(roles, problem.fix.split(", or ")[0], as_ink)
    assert check_contrast(brand(roles), profile) == []


@few
@given(hexes, st.integers(0, 100), st.booleans())
def test_either_way_out_of_a_weak_accent_is_one(profile, accent, k, as_ink) -> None:
    sound = {"ink": {"hex": "#000000"}, "paper": {"hex": "#ffffff"}, "accent-soft": {"hex": "#eeeeee"}}
    roles = sound | {"accent": {"hex": to_hex(accent)}, "on-accent": {"cmyk": (0, 0, 0, k)}}
    for problem in check_contrast(brand(roles), profile):
        for way in problem.fix.split(", or "):
            assert (
                check_contrast(brand(done(roles, way if way.startswith("set") else f"set {way}", as_ink)), profile)
                == []
            )


@pytest.mark.long
@few
@given(st.lists(hexes, min_size=1, max_size=3, unique=True))
def test_proposed_roles_need_no_message(profile, given_colours) -> None:
    named = tuple(Colour(hex=to_hex(colour)) for colour in given_colours)
    proposed = propose(named, profile)
    written = {role: colour.model_dump(exclude_none=True) for role, colour in proposed.colours.items()}
    assert check_contrast(brand(written), profile) == []
    assert proposed.colours["on-accent"].hex in ("#000000", "#ffffff")
    assert proposed.colours["accent"] in named or any("nearest" in note for note in proposed.notes)


@few
@given(hexes, st.sampled_from([BLACK, WHITE]))
def test_the_nearest_is_no_further_than_it_must_be(profile, colour, text) -> None:
    moved = nearest(colour, (text, text), TEXT, profile)
    assert contrast(moved, text) >= TEXT and contrast(profile.soft_proof(profile.separate(moved)), text) >= TEXT
    if moved != colour:
        assert min(contrast(colour, text), contrast(profile.soft_proof(profile.separate(colour)), text)) < TEXT


@pytest.mark.parametrize(
    "given_colours, accent, soft, text",
    [
        ("#0b5d4b", "#0b5d4b", "#dae7e4", "#ffffff"),
        ("#ffcc00,#1a1a1a", "#ffcc00", "#fff2bd", "#000000"),
        ("#1a1a1a,#ffcc00", "#ffcc00", "#fff2bd", "#000000"),  # gray makes no ground, wherever it stands
        ("#003366,#c8102e", "#003366", "#dee4eb", "#ffffff"),  # both do: the first
        ("#00607a,#f2a900", "#00607a", "#fbe5b2", "#ffffff"),  # a light one is still itself as a tint
        ("#f5f0e6,#7a1f3d", "#7a1f3d", "#f5f0e6", "#ffffff"),  # a pale one is the quiet ground
        ("#ff00ff", "#ff21ff", "#ffe4ff", "#000000"),  # in between in print: the nearest
    ],
)
def test_roles_of_well_known_cases(profile, given_colours, accent, soft, text) -> None:
    roles = propose(read_colours(given_colours, "test"), profile).colours
    assert [roles[role].hex for role in ("accent", "accent-soft", "on-accent")] == [accent, soft, text]


def test_an_accent_in_between_is_said_aloud(profile) -> None:
    notes = propose((Colour(hex="#ff00ff"),), profile).notes
    assert any("#ff21ff is the nearest that can be read" in note for note in notes)


def test_ratios_are_never_rounded_up() -> None:
    assert ratio_text(4.49) == "4.4:1" and ratio_text(4.5) == "4.5:1" and ratio_text(21.0) == "21.0:1"
    assert ratio((BLACK, BLACK), (WHITE, BLACK)) == 1


def test_black_and_white_look_so_in_print_too(profile) -> None:
    for value in ({"cmyk": (0, 0, 0, 100)}, {"hex": "#000000"}):
        assert appearance(Colours.model_validate(dict.fromkeys(ROLES, value)).ink, profile) == (BLACK, BLACK)


def weak(profile, **roles: str | dict) -> list[str]:
    """What is told of a brand in black, white and yellow with some roles of its own."""
    sound = {
        "ink": "#000000",
        "paper": "#ffffff",
        "accent": "#ffe000",
        "accent-soft": "#ffffff",
        "on-accent": "#000000",
    }
    own = sound | {role.replace("_", "-"): colour for role, colour in roles.items()}
    return [
        problem.what
        for problem in check_contrast(
            brand({role: {"hex": c} if isinstance(c, str) else c for role, c in own.items()}), profile
        )
    ]


@pytest.mark.parametrize(
    "ground, use",
    [("accent", "text on the accent"), ("accent_soft", "text on quiet areas"), ("paper", "text on paper")],
)
def test_text_needs_a_contrast_of_4_5_to_1(profile, ground: str, use: str) -> None:
    """WCAG 2.2, 1.4.3. Black on a gray of 117 has 4.56 : 1, on one of 115 4.43 : 1, on a screen and in print."""
    assert not any(use in what for what in weak(profile, **{ground: "#757575"}))
    assert any(use in what and "4.4:1, 4.5:1 is needed" in what for what in weak(profile, **{ground: "#737373"}))


@pytest.mark.parametrize("accent, told", [("#757575", []), ("#777777", ["text on the accent"])])
def test_white_text_needs_it_too(profile, accent: str, told: list[str]) -> None:
    """4.61 : 1 and 4.48 : 1."""
    assert [what.split(":")[0] for what in weak(profile, accent=accent, on_accent="#ffffff")] == told


@pytest.mark.parametrize("paper, told", [("#acacac", []), ("#ababab", ["codes"])])
def test_a_code_needs_a_ground_70_percent_lighter(profile, paper: str, told: list[str]) -> None:
    """L* 70.35 and 69.98 under black: ISO/IEC 15415 gives symbols of 70 % contrast their best grade."""
    assert [what.split(":")[0] for what in weak(profile, paper=paper)] == told


@pytest.mark.parametrize(
    "inks, told", [((100, 100, 100, 0), []), ((100, 100, 100, 1), ["301 % of ink, FOGRA39 takes 300 %"])]
)
def test_a_colour_takes_300_percent_of_ink(profile, inks: tuple, told: list[str]) -> None:
    """Under white text, which adds none."""
    accent = {"cmyk": inks, "hex": "#ffe000"}
    assert [what for what in weak(profile, accent=accent, on_accent="#ffffff") if "of ink" in what] == told


@pytest.mark.parametrize(
    "inks, told",
    [
        ((70, 60, 70, 0), []),
        ((70, 60, 71, 0), ["301 % of ink, FOGRA39 takes 300 %"]),
        ((70, 60, 70, 100), []),  # black over black is black once
    ],
)
def test_black_text_adds_its_ink_to_its_ground(profile, inks: tuple, told: list[str]) -> None:
    """It is printed over the ground, not into a hole in it."""
    assert [what for what in weak(profile, accent={"cmyk": inks, "hex": "#ffe000"}) if "of ink" in what] == told


@pytest.mark.parametrize(
    "inks, told",
    [((0, 3, 90, 0), []), ((0, 2.9, 90, 0), ["2.9 % of an ink"]), ((0.1, 20, 90, 0), ["0.1 % of an ink"])],
)
def test_a_dot_of_3_percent_holds_on_the_plate(profile, inks: tuple, told: list[str]) -> None:
    """As the limits of preflight's `tints`, told where the brand says it."""
    found = weak(profile, accent={"cmyk": inks, "hex": "#ffe000"})
    assert [what.split(",")[0] for what in found if "of an ink" in what] == told


@pytest.mark.parametrize("inks, told", [((0, 0, 0, 100), 0), ((0, 0, 0.1, 100), 1)])
def test_small_type_stands_on_one_plate(profile, inks: tuple, told: int) -> None:
    assert sum("not black alone" in what for what in weak(profile, ink={"cmyk": inks})) == told
