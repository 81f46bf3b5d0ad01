"""The palette: a brand's colours by role, as one edition of one product prints or shows them."""

from typing import Any

from press.brand.brand import Brand, Colour
from press.colour.colour_values import Cmyk, Rgb, from_hex, to_hex
from press.colour.icc_profile import OutputProfile
from press.colour.perception import as_light_as

Palette = dict[str, dict[str, Any]]  # role → token

ONE_PLATE = ("1/0", "1/1")
SPOT = "spot"


def print_palette(brand: Brand, profile: OutputProfile, colours: str) -> Palette:
    """Role → token in ink: process colour, black alone (1/0, 1/1), or black and named spots."""
    return {role: _ink(colour, profile, colours) for role, colour in brand.roles().items()}


def office_palette(brand: Brand, profile: OutputProfile) -> Palette:
    """Role → token in sRGB: as the brand says, or what the ink looks like."""
    return {role: {"rgb": to_hex(seen(colour, profile))} for role, colour in brand.roles().items()}


def seen(colour: Colour, profile: OutputProfile) -> Rgb:
    """A colour on a screen."""
    return from_hex(colour.hex) if colour.hex else profile.shown(process(colour, profile))


def spots(brand: Brand, colours: str) -> tuple[str, ...]:
    """The spot colours a product may use."""
    return tuple(sorted({c.spot for c in brand.roles().values() if c.spot})) if colours == SPOT else ()


def _ink(colour: Colour, profile: OutputProfile, colours: str) -> dict[str, Any]:
    cmyk = process(colour, profile)
    if colours in ONE_PLATE:
        return {"cmyk": (0, 0, 0, _grey(cmyk, profile))}
    if colours == SPOT and colour.spot:
        return {"cmyk": colour.cmyk, "spot": colour.spot, "tint": colour.tint}
    return {"cmyk": cmyk}


def process(colour: Colour, profile: OutputProfile) -> Cmyk:
    """A colour in process inks: as the brand says, or through the profile."""
    if colour.cmyk is None:
        return profile.separate(from_hex(colour.hex))
    return tuple(round(part * colour.tint / 100, 1) for part in colour.cmyk)


def _grey(cmyk: Cmyk, profile: OutputProfile) -> int:
    """The black tint that looks as light."""
    if not any(cmyk[:3]):
        return cmyk[3]
    return round(100 * (1 - as_light_as(profile.shown(cmyk))))
