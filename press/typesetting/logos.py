"""A brand's logos, prepared for one edition and written where Typst reads them for Typst."""

from collections.abc import Callable
from typing import Any

from press import EDITION_DATE
from press.brand.brand import Brand
from press.brand.logo import raster, vector
from press.brand.logo.logo import Logo
from press.brand.palette import ONE_PLATE, SPOT, office_palette
from press.colour.icc_profile import OutputProfile
from press.errors import PressError, Problem
from press.typesetting.job import brand_tokens
from press.typst_engine.compiler import Typesetter

PLAIN_PDF = ("1.6",)
DRAWN_MM = 100.0  # width of the page an SVG is drawn on; it is scaled afterwards
OFFICE_DPI = 600  # of a PDF logo, which PDF/A cannot take with its CMYK

Prepare = Callable[[Logo, Brand, OutputProfile, Typesetter, str], str]  # `in_ink` or `on_screen`


def placed(
    logos: dict[str, Logo],
    prepare: Prepare,
    brand: Brand,
    profile: OutputProfile,
    typesetter: Typesetter,
    colours: str,
) -> dict[str, Any]:
    """What templates know of each logo, by ground: its path, its shape, and how wide (mm) it may be.

    `colours` are the inks front/back of what it is placed on.
    """
    return {
        ground: {
            "path": _prepared(prepare, logo, brand, profile, typesetter, colours),
            "ratio": logo.ratio,
            "widest": logo.widest,
        }
        for ground, logo in logos.items()
    }


def _prepared(
    prepare: Prepare, logo: Logo, brand: Brand, profile: OutputProfile, typesetter: Typesetter, colours: str
) -> str:
    """The path of what `prepare` makes of the logo. Raises PressError at the line that names the file."""
    try:
        path = prepare(logo, brand, profile, typesetter, colours)
        if path.endswith((".svg", ".jpg")) or logo.suffix == ".pdf":  # as somebody else made it
            _set(path, logo, brand, profile, typesetter)
        return path
    except PressError as error:
        raise PressError(
            Problem(logo.where, f"`{logo.name}`: {problem.what}", "export it again") for problem in error.problems
        ) from None
    except Exception as error:  # readers of broken files fail in many ways; each means the same
        raise PressError(
            Problem(
                logo.where, f"`{logo.name}`: cannot be made fit for print ({type(error).__name__})", "export it again"
            )
        ) from None


def in_ink(logo: Logo, brand: Brand, profile: OutputProfile, typesetter: Typesetter, colours: str) -> str:
    """The path of the logo in process colour or gray; in black alone where the order has no process colour."""
    black = colours in (*ONE_PLATE, SPOT)
    if logo.suffix == ".svg":
        drawn = _set(typesetter.store(logo.data, ".svg"), logo, brand, profile, typesetter)
        if not vector.draws(drawn):
            raise PressError(Problem(logo.where, *vector.NOTHING))
        return typesetter.store(
            vector.in_black(drawn, profile) if black else vector.as_ink(drawn, brand, profile), ".pdf"
        )
    if logo.suffix == ".pdf":
        return typesetter.store(vector.in_black(logo.data, profile) if black else logo.data, ".pdf")
    if raster.is_cmyk_jpeg(logo.data) and not black:
        return typesetter.store(logo.data, ".jpg")
    return typesetter.store(raster.as_ink(logo.data, profile, black), ".pdf")


def on_screen(logo: Logo, brand: Brand, profile: OutputProfile, typesetter: Typesetter, colours: str = "") -> str:
    """The path of the logo in sRGB."""
    if logo.suffix == ".svg":
        return typesetter.store(logo.data, ".svg")
    if logo.suffix == ".pdf":
        return typesetter.store(raster.as_srgb(vector.rendered(logo.data, OFFICE_DPI), profile), ".png")
    return typesetter.store(raster.as_srgb(logo.data, profile), ".png")


def _set(path: str, logo: Logo, brand: Brand, profile: OutputProfile, typesetter: Typesetter) -> bytes:
    """A page with nothing but the logo. Raises PressError if Typst cannot set it."""
    job: dict[str, Any] = {
        "template": "picture",
        "title": logo.name,
        "bleed": 0,
        "trim": (DRAWN_MM, DRAWN_MM / logo.ratio),
        "brand": brand_tokens(brand, office_palette(brand, profile)),
        "picture": path,
    }
    return typesetter.pdf(job, EDITION_DATE, PLAIN_PDF, tagged=False)
