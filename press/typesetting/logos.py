"""A brand's logos, prepared for one edition and written where Typst reads them for Typst."""

from collections.abc import Callable
from typing import Any

from press.brand.brand import Brand
from press.brand.logo import picture_logo as raster
from press.brand.logo import vector
from press.brand.logo.fine_lines import cuts, thickened
from press.brand.logo.logo import Logo
from press.brand.palette import ONE_PLATE, SPOT
from press.colour.icc_profile import OutputProfile
from press.errors import PressError, Problem
from press.language.message import _
from press.typst_engine.compiler import Typesetter

Cut = tuple[float, str]  # the width in mm from which on a file is used, and its path on the desk
Prepare = Callable[[Logo, Brand, OutputProfile, Typesetter, str], tuple[Cut, ...]]  # `in_ink` or `on_screen`


def placed(
    logos: dict[str, Logo],
    prepare: Prepare,
    brand: Brand,
    profile: OutputProfile,
    typesetter: Typesetter,
    colours: str,
) -> dict[str, Any]:
    """What templates know of each logo, by ground: its path, its shape, and how wide (mm) it may be;
    with fine lines, its cuts for larger sizes, too, from the narrowest on.

    `colours` are the inks front/back of what it is placed on.
    """
    return {
        ground: _token(logo, _prepared(prepare, logo, brand, profile, typesetter, colours))
        for ground, logo in logos.items()
    }


def _token(logo: Logo, made: tuple[Cut, ...]) -> dict[str, Any]:
    larger = [{"from": width, "path": path} for width, path in made[1:]]
    token = {"path": made[0][1], "ratio": logo.ratio, "widest": logo.widest}
    return token | ({"cuts": larger} if larger else {})


def _prepared(
    prepare: Prepare, logo: Logo, brand: Brand, profile: OutputProfile, typesetter: Typesetter, colours: str
) -> tuple[Cut, ...]:
    """What `prepare` makes of the logo. Raises PressError at the line that names the file."""
    try:
        return prepare(logo, brand, profile, typesetter, colours)
    except PressError:
        raise
    except Exception as error:  # readers of broken files fail in many ways; each means the same
        what = _("`{logo}`: cannot be made fit for print ({name})", logo=logo.name, name=type(error).__name__)
        raise PressError(Problem(logo.where, what, _("export it again"))) from None


def in_ink(logo: Logo, brand: Brand, profile: OutputProfile, typesetter: Typesetter, colours: str) -> tuple[Cut, ...]:
    """The logo in process colour or gray; in black alone where the order has no process colour. A cut for each range
    of widths in which its fine lines need to be thickened alike."""
    black = colours in (*ONE_PLATE, SPOT)
    if logo.drawing is None:
        if raster.may_pass(logo.data, profile) and not black:
            return ((0.0, typesetter.store(logo.data, ".jpg")),)
        return ((0.0, typesetter.store(raster.as_ink(logo.data, profile, black), ".pdf")),)
    made = []
    for width in cuts(logo.drawing, brand.logo.min_width if brand.logo else 1.0):
        drawing = thickened(logo.drawing, width)
        pdf = vector.in_black(drawing, profile) if black else vector.as_ink(drawing, brand, profile)
        made.append((width, typesetter.store(pdf, ".pdf")))
    return tuple(made)


def on_screen(
    logo: Logo, brand: Brand, profile: OutputProfile, typesetter: Typesetter, colours: str = ""
) -> tuple[Cut, ...]:
    """The logo in sRGB, gray where black alone is ordered."""
    gray = colours in ONE_PLATE
    if logo.suffix == ".svg" and not gray:
        return ((0.0, typesetter.store(vector.examine_svg(logo.data)[0], ".svg")),)
    if logo.drawing is not None:
        return ((0.0, typesetter.store(vector.on_screen(logo.drawing, profile, gray), ".svg")),)
    return ((0.0, typesetter.store(raster.as_srgb(logo.data, profile, gray), ".png")),)
