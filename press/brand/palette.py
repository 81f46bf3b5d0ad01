"""The palette: a brand's colours by role, as one edition of one product prints or shows them."""

from typing import TypedDict

from press.brand.brand import Brand, Colour
from press.brand.spots import spot_name
from press.colour.colour_values import Cmyk, Rgb, from_hex, printable, to_hex
from press.colour.icc_profile import OutputProfile
from press.colour.perception import as_light_as, neutral


class Token(TypedDict, total=False):
    """A colour as templates take it: ink in %, perhaps with a spot colour and its tint in %, or sRGB as `#1a2b3c`."""

    cmyk: Cmyk
    spot: str
    tint: float
    rgb: str


Palette = dict[str, Token]  # by role

ONE_PLATE = ("1/0", "1/1")
SPOT = "spot"


def print_palette(brand: Brand, profile: OutputProfile, colours: str) -> Palette:
    """Role → token in ink: process colour, black alone (1/0, 1/1), or black and named spots."""
    return {role: _ink(colour, profile, colours) for role, colour in brand.roles().items()}


def office_palette(brand: Brand, profile: OutputProfile, colours: str = "") -> Palette:
    """Role → token in sRGB: as the brand says, or what the ink looks like; gray where black alone is ordered."""
    shown = {role: screen_colour(colour, profile) for role, colour in brand.roles().items()}
    if colours in ONE_PLATE:
        shown = {role: neutral(colour) for role, colour in shown.items()}
    return {role: {"rgb": to_hex(colour)} for role, colour in shown.items()}


def screen_colour(colour: Colour, profile: OutputProfile) -> Rgb:
    """A colour on a screen."""
    return from_hex(colour.hex) if colour.hex else profile.soft_proof(process_inks(colour, profile))


def spots(brand: Brand, profile: OutputProfile, colours: str) -> tuple[str, ...]:
    """The spot colours a product may use, as their plates are called on its paper."""
    if colours != SPOT:
        return ()
    return tuple(sorted({spot_name(c.spot, profile.coated) for c in brand.roles().values() if c.spot}))


def is_reversed(palette: Palette) -> bool:
    """Whether text on the accent is left white out of more than one ink: it must not be small."""
    text, ground = palette["on-accent"], palette["accent"]
    return not any(text.get("cmyk", (1,))) and "spot" not in ground and sum(map(bool, ground.get("cmyk", ()))) > 1


def _ink(colour: Colour, profile: OutputProfile, colours: str) -> Token:
    cmyk = process_inks(colour, profile)
    if colours in ONE_PLATE:
        return {"cmyk": (0, 0, 0, _grey(cmyk, profile))}
    if colours == SPOT and colour.spot and colour.cmyk:
        return {"cmyk": colour.cmyk, "spot": spot_name(colour.spot, profile.coated), "tint": colour.tint}
    return {"cmyk": cmyk}


def process_inks(colour: Colour, profile: OutputProfile) -> Cmyk:
    """A colour in process inks: as the brand says, or through the profile."""
    if colour.cmyk is None:
        assert colour.hex is not None  # the model demands one of them
        return profile.separate(from_hex(colour.hex))
    if colour.tint == 100:
        return colour.cmyk
    cyan, magenta, yellow, black = (printable(round(part * colour.tint / 100, 1)) for part in colour.cmyk)
    return cyan, magenta, yellow, black


def _grey(cmyk: Cmyk, profile: OutputProfile) -> float:
    """The black tint that looks as light."""
    if not any(cmyk[:3]):
        return cmyk[3]
    return printable(round(100 * (1 - as_light_as(profile.soft_proof(cmyk)))))
