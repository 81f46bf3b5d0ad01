"""PDF logos, and vector pictures as ink: process colour, black, and the brand's own values."""

from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image

from press.brand.brand import Brand
from press.brand.logo.pdf_limits import (
    MAX_INSTRUCTIONS,
    instructions,
    packed_without_limit,
    unpacking_limited,
)
from press.brand.logo.references import MAX_RATIO
from press.brand.palette import process_inks
from press.colour.colour_values import Cmyk, from_hex
from press.colour.icc_profile import OutputProfile
from press.colour.perception import as_light_as
from press.pdf.colour_operators import Colour
from press.pdf.inventory import of_all_pages
from press.pdf.recolour import recolour
from press.pdf.saving import saved

MAX_SIDE = 14_400  # pt, the largest page of PDF 1.6
RENDERED_MM = 60  # as wide as logos get on a sheet
NOTHING = ("nothing drawn", "export it again")
NEAR = 3  # levels of 255: a brand's colour, rounded on its way through a drawing program


def examine(data: bytes) -> tuple[float, list[tuple[str, str]]]:
    """Width over height, and every fault as (what, how to mend it)."""
    if packed_without_limit(data):
        return 1.0, [("a stream packed as LZW", "export it again, as PDF 1.4 or later")]
    try:
        with unpacking_limited(), pikepdf.open(BytesIO(data)) as pdf:
            if instructions(pdf) > MAX_INSTRUCTIONS:
                return 1.0, [(f"more than {MAX_INSTRUCTIONS:,} instructions", "simplify it")]
            box = pdf.pages[0].trimbox
            width, height = float(box[2] - box[0]), float(box[3] - box[1])
            faults = _faults(pdf)
    except Exception as error:  # parsers of broken files fail in many ways; each means the same
        return 1.0, [(f"not a readable PDF ({type(error).__name__})", "export it again")]
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and 1 / MAX_RATIO <= width / height <= MAX_RATIO):
        return 1.0, [("no usable size", "export it again, in the size of a page at most")]
    return width / height, faults


def _faults(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    faults = []
    if pdf.is_encrypted:
        faults.append(("encrypted", "export it without a password"))
    if len(pdf.pages) != 1:
        faults.append((f"{len(pdf.pages)} pages", "export one page"))
    if any(key in pdf.Root for key in ("/OpenAction", "/AA", "/AcroForm")) or "/JavaScript" in pdf.Root.get(
        "/Names", {}
    ):
        faults.append(("scripts or forms", "export a plain picture"))
    inventory = of_all_pages(pdf)
    if not inventory.first_pages:
        faults.append(NOTHING)
    if inventory.fonts:
        faults.append(("live text, which needs a font", "convert text to outlines"))
    for mark in inventory.first_pages:
        if mark.see_through:
            faults.append(("transparency", "flatten it"))
        if not mark.colour.is_ink and mark.kind != "image":
            faults.append(
                (f"{mark.kind} in {mark.colour.space}", "export it in CMYK with flat colours, or use the SVG")
            )
        if mark.kind == "image":
            faults.append(("an embedded picture", "use the picture itself, as PNG or JPEG"))
    return list(dict.fromkeys(faults))


def draws(pdf_data: bytes) -> bool:
    """Whether there is anything on the page."""
    with pikepdf.open(BytesIO(pdf_data)) as pdf:
        return bool(of_all_pages(pdf).first_pages)


def rendered(data: bytes, dpi: int) -> bytes:
    """The logo as PNG, fine enough for `dpi` at the largest width it is placed in."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        scale = RENDERED_MM / 25.4 * dpi / page.get_width()
        out = BytesIO()
        page.render(scale=scale).to_pil().save(out, "PNG")
        return out.getvalue()
    finally:
        document.close()


def as_ink(pdf_data: bytes, brand: Brand, profile: OutputProfile) -> bytes:
    """A one-page PDF in RGB, as Typst makes it of an SVG, with every colour as ink."""
    known = {from_hex(colour.hex): process_inks(colour, profile) for colour in brand.roles().values() if colour.hex}

    def ink(colour: Colour) -> tuple[float, ...]:
        return tuple(part / 100 for part in _separated(_levels(colour), known, profile))

    with pikepdf.open(BytesIO(pdf_data)) as pdf:
        recolour(pdf, ink, _no_image)
        if "/ColorSpace" in pdf.pages[0].obj.Resources:
            del pdf.pages[0].obj.Resources.ColorSpace
        return saved(pdf)


def in_black(pdf_data: bytes, profile: OutputProfile) -> bytes:
    """A one-page PDF in RGB or ink, with every colour as the gray that looks as light."""

    def gray(colour: Colour) -> tuple[float, ...]:
        shown = (
            profile.soft_proof(tuple(100 * colour.inks.get(ink, 0) for ink in "CMYK")) if colour.is_ink else _levels(colour)
        )
        return (as_light_as(shown),)

    with pikepdf.open(BytesIO(pdf_data)) as pdf:
        recolour(pdf, gray, _no_image)
        if "/ColorSpace" in pdf.pages[0].obj.Resources:
            del pdf.pages[0].obj.Resources.ColorSpace
        return saved(pdf)


def _separated(levels: tuple[int, int, int], known: dict, profile: OutputProfile) -> Cmyk:
    for own, cmyk in known.items():
        if all(abs(a - b) <= NEAR for a, b in zip(own, levels)):
            return cmyk
    return profile.separate(levels)


def _levels(colour: Colour) -> tuple[int, int, int]:
    values = colour.values * 3 if len(colour.values) == 1 else colour.values
    return tuple(round(value * 255) for value in values)


def _no_image(picture: Image.Image) -> Image.Image:
    raise ValueError("a picture in a vector logo")
