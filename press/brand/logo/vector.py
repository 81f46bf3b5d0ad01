"""Logos made of shapes, SVG and PDF on one path: examined as a drawing, then written in ink or for screens."""

from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf

from press.brand.brand import Brand
from press.brand.logo.drawing import Drawing
from press.brand.logo.faults import AS_PNG, Fault, UnprintableError
from press.brand.logo.flatten import flattened
from press.brand.logo.pdf_reading.pdf_limits import (
    MAX_INSTRUCTIONS,
    instructions,
    packed_without_limit,
    unpacking_limited,
)
from press.brand.logo.pdf_reading.pdf_reader import read_page
from press.brand.logo.pdf_writer import as_pdf
from press.brand.logo.references import MAX_RATIO
from press.brand.logo.svg_reading import svg
from press.brand.logo.svg_writer import as_svg
from press.brand.palette import process_inks
from press.colour.colour_values import Cmyk, Rgb, from_hex, printable, to_hex
from press.colour.icc_profile import OutputProfile
from press.colour.perception import as_light_as, neutral
from press.errors import PressError
from press.language.message import _, ngettext
from press.pdf.graphics.colour_operators import Colour
from press.typst_engine.picture import picture_pdf

MAX_SIDE = 14_400  # pt, the largest page of PDF 1.6
DRAWN_MM = 100.0  # width of the page an SVG is drawn on; it is scaled afterwards
NOTHING = (_("nothing drawn"), _("export it again"))
NEAR = 3  # levels of 255: a brand's colour, rounded on its way through a drawing program
AGAIN = _("export it again, {as_png}", as_png=AS_PNG)


@lru_cache(maxsize=32)
def examine_svg(data: bytes) -> tuple[bytes, Drawing, float]:
    """The plain SVG that a browser would show alike, the drawing, and width over height. Raises UnprintableError."""
    plain, width, height = svg.examine(data)
    try:
        pdf = picture_pdf(plain, DRAWN_MM, DRAWN_MM * height / width)
    except PressError as error:
        raise UnprintableError(*((problem.what, AGAIN) for problem in error.problems)) from None
    with pikepdf.open(BytesIO(pdf)) as drawn:
        return plain, _drawing(drawn), width / height


@lru_cache(maxsize=32)
def examine_pdf(data: bytes) -> Drawing:
    """The first page as a drawing, as a viewer shows it. Raises UnprintableError."""
    if packed_without_limit(data):
        raise UnprintableError((_("a stream packed as LZW"), _("export it again, as PDF 1.4 or later")))
    try:
        with unpacking_limited(), pikepdf.open(BytesIO(data)) as pdf:
            if faults := _faults(pdf):
                raise UnprintableError(*faults)
            drawing = _drawing(pdf)
    except UnprintableError:
        raise
    except Exception as error:  # parsers of broken files fail in many ways; each means the same
        raise UnprintableError((_("not a readable PDF ({name})", name=type(error).__name__), AGAIN)) from None
    width, height = drawing.width, drawing.height
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and 1 / MAX_RATIO <= width / height <= MAX_RATIO):
        raise UnprintableError((_("no usable size"), _("export it again, in the size of a page at most")))
    return drawing


def _drawing(pdf: pikepdf.Pdf) -> Drawing:
    width, height, parts = read_page(pdf)
    pieces, see_through = flattened(parts)
    if not pieces:
        raise UnprintableError(NOTHING)
    return Drawing(width, height, pieces, see_through)


def _faults(pdf: pikepdf.Pdf) -> list[Fault]:
    faults = []
    if pdf.is_encrypted:
        faults.append((_("encrypted"), _("export it without a password")))
    if len(pdf.pages) != 1:
        faults.append((ngettext("{n} page", "{n} pages", len(pdf.pages)), _("export one page")))
    names: Any = pdf.Root.get("/Names", {})
    if any(key in pdf.Root for key in ("/OpenAction", "/AA", "/AcroForm")) or "/JavaScript" in names:
        faults.append((_("scripts or forms"), _("export a plain picture")))
    if not faults and instructions(pdf) > MAX_INSTRUCTIONS:
        faults.append(
            (
                _("more than {max_instructions:,} instructions", max_instructions=MAX_INSTRUCTIONS),
                _("simplify it, {as_png}", as_png=AS_PNG),
            )
        )
    return faults


def as_ink(drawing: Drawing, brand: Brand, profile: OutputProfile) -> bytes:
    """A one-page PDF in CMYK: the brand's own colours as it says, ink as it is, all else through the profile.

    None is paler than a plate holds."""
    known = {from_hex(colour.hex): process_inks(colour, profile) for colour in brand.roles().values() if colour.hex}

    def ink(colour: Colour) -> tuple[float, ...]:
        if colour.space == "DeviceCMYK":
            cmyk = tuple(100 * value for value in colour.values)
            if sum(cmyk) <= profile.ink_limit:
                return tuple(printable(part) / 100 for part in cmyk)
        return tuple(part / 100 for part in _separated(_shown(colour, profile), known, profile))

    return as_pdf(drawing, ink)


def in_black(drawing: Drawing, profile: OutputProfile) -> bytes:
    """A one-page PDF with every colour as the gray that looks as light."""

    def gray(colour: Colour) -> tuple[float, ...]:
        ink = 100 * (1 - as_light_as(_shown(colour, profile)))
        return (1 - printable(ink) / 100,)

    return as_pdf(drawing, gray)


def on_screen(drawing: Drawing, profile: OutputProfile, gray: bool = False) -> bytes:
    """An SVG with every colour as it looks in print, or as the gray that looks as light."""

    def shown(colour: Colour) -> str:
        levels = _shown(colour, profile)
        return to_hex(neutral(levels) if gray else levels)

    return as_svg(drawing, shown)


def _separated(levels: Rgb, known: dict[Rgb, Cmyk], profile: OutputProfile) -> Cmyk:
    for own, cmyk in known.items():
        if all(abs(a - b) <= NEAR for a, b in zip(own, levels)):
            return cmyk
    return profile.separate(levels)


def _shown(colour: Colour, profile: OutputProfile) -> Rgb:
    if colour.space == "DeviceCMYK":
        cyan, magenta, yellow, black = (100 * value for value in colour.values)
        return profile.soft_proof((cyan, magenta, yellow, black))
    values = colour.values * 3 if len(colour.values) == 1 else colour.values
    red, green, blue = (round(min(max(value, 0.0), 1.0) * 255) for value in values)
    return red, green, blue
