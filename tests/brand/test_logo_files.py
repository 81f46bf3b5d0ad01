"""PDF and picture logos as a viewer shows them: turned, cropped, trimmed, with layers; in print and office."""

import unicodedata
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from brand.logo_pictures import LOUD, difference, in_browser, in_office, natural_ratio, size
from browsers import needs_chromium
from PIL import Image

from press.brand.logo import picture_logo as raster
from press.brand.logo import vector
from press.brand.logo.faults import UnprintableError

FILES = Path(__file__).parent / "logo_files"
INK_ON_SCREENS = 110  # levels of 255 by which two renderers may differ on what CMYK looks like; shapes differ by more

# Width and height in pt that are shown, and the part of the page that is, where a viewer shows more.
SHOWN = {
    "crop.pdf": ((100, 100), None),
    "rot90.pdf": ((100, 200), None),
    "rotate90.pdf": ((200, 100), None),
    "trim.pdf": ((50, 100), (0, 0, 50, 100)),
    "trim_marks.pdf": ((200, 100), (50, 50, 250, 150)),
    "layer_off.pdf": ((200, 100), None),
    "negline.pdf": ((100, 100), None),
}


def in_viewer(file: Path, part: tuple[int, int, int, int] | None, shape: tuple[int, int]) -> Image.Image:
    """A page as PDFium shows it, or a part of it (from the lower left), on white."""
    document = pypdfium2.PdfDocument(file)
    try:
        page = document[0]
        picture = page.render(scale=4).to_pil().convert("RGB")
        if part:
            left, bottom, right, top = (4 * side for side in part)
            picture = picture.crop((left, picture.height - top, right, picture.height - bottom))
    finally:
        document.close()
    return picture.resize(shape, Image.Resampling.BOX)


@pytest.mark.parametrize("name", SHOWN)
def test_pdf_as_a_viewer_shows_it(profile, name: str) -> None:
    (width, height), part = SHOWN[name]
    drawing = vector.examine_pdf((FILES / name).read_bytes())
    assert (drawing.width, drawing.height) == (width, height)
    shape = size(width / height)
    wanted = in_viewer(FILES / name, part, shape)
    loud, _ = difference(wanted, in_office(vector.on_screen(drawing, profile), shape), INK_ON_SCREENS)
    assert loud <= 0.02
    mirrored = wanted.transpose(Image.Transpose.ROTATE_180)
    turned, _ = difference(mirrored, in_office(vector.on_screen(drawing, profile), shape), INK_ON_SCREENS)
    assert turned > 0.1 or name in ("trim.pdf", "negline.pdf")  # the comparison can fail


def test_nothing_is_drawn_beyond_the_trim(profile) -> None:
    drawing = vector.examine_pdf((FILES / "trim_marks.pdf").read_bytes())
    assert not any(piece.pen for piece in drawing.pieces)


def test_registration_colour_is_no_colour_of_a_logo() -> None:
    with pytest.raises(UnprintableError, match="registration colour"):
        vector.examine_pdf((FILES / "all50.pdf").read_bytes())


@needs_chromium
@pytest.mark.parametrize("name", ["exif6.jpg", "exif6_cmyk.jpg"])
def test_picture_is_upright(browser, profile, name: str) -> None:
    data = (FILES / name).read_bytes()
    width, height = raster.examine(data)
    shape = size(width / height)
    page = browser.new_page()
    assert natural_ratio(page, FILES / name) == pytest.approx(width / height, rel=0.01)
    shown = in_browser(page, FILES / name, shape)
    page.close()
    office = Image.open(BytesIO(raster.as_srgb(data, profile)))
    assert office.size == (width, height)
    loud, _ = difference(shown, office.convert("RGB").resize(shape), INK_ON_SCREENS)
    assert loud <= 0.05
    assert not raster.may_pass(data, profile)
    turned, _ = difference(shown.transpose(Image.Transpose.ROTATE_180), office.convert("RGB").resize(shape), LOUD)
    assert turned > 0.1


@pytest.mark.parametrize("written, on_disk", [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_composed_otherwise_than_on_disk(victim, written: str, on_disk: str) -> None:
    """As of a brand that was made on a Mac and packed there."""
    name = "Wappen  Größe.svg"
    (victim.folder / "wappen.svg").rename(victim.folder / unicodedata.normalize(on_disk, name))
    victim.change("on-paper: wappen.svg", f'on-paper: "{unicodedata.normalize(written, name)}"')
    kit, problems = victim.load()
    assert kit and not problems and kit.logos["on-paper"].data.startswith(b"<svg")
