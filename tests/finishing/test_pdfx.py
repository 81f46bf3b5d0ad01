"""PDF/X-4 made of a page: what is clipped, where marks begin and end, and what the file calls itself."""

import re
from datetime import datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Pdf
from PIL import Image
from tools import ROOT

from press.colour.printing_condition import load_profile
from press.finishing.pdfx import Finish, to_pdfx
from press.paths import Project
from press.pdf.page_boxes import Geometry

MM = 72 / 25.4  # pt
WIDTH, HEIGHT = 60, 80  # mm, trimmed; 3 mm of bleed and 10 mm to the edge of the sheet are the trade's
DPI = 254  # ten dots a millimetre


@pytest.fixture(scope="module")
def profile():
    return load_profile(Project.at(ROOT), "fogra39", "order:1")


def page(content: bytes, width: float = WIDTH + 6, height: float = HEIGHT + 6) -> bytes:
    """A page as Typst sets it: trim and bleed, nothing around them."""
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(width * MM, height * MM))
        pdf.pages[0].obj.Resources = Dictionary()
        pdf.pages[0].obj.Contents = pdf.make_stream(content)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def finished(content: bytes, profile, title: str = "Probe", created: datetime = datetime(2026, 1, 1)) -> bytes:
    return to_pdfx(
        page(content), Finish(title, Geometry(WIDTH, HEIGHT), profile, created, page(b"q Q", WIDTH + 20, HEIGHT + 20))
    )


def seen(data: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(scale=DPI / 72, grayscale=True).to_pil()
    finally:
        document.close()


def dark(picture: Image.Image, x: float, y: float) -> bool:
    """Whether there is ink at a place, in mm from the upper left corner of the sheet."""
    return picture.getpixel((round(x * 10), round(y * 10))) < 128


FLOOD = b"0 g -999 -999 2999 2999 re f"  # far over the page, as a rotated ground or a logo may be


@pytest.mark.parametrize("away, inked", [(2.9, True), (3.1, False), (3.5, False)])
def test_what_is_drawn_beyond_the_bleed_is_clipped_there(profile, away: float, inked: bool):
    """3 mm from the trim, on every side: beyond, ink would run under the marks."""
    picture = seen(finished(FLOOD, profile))
    middle_x, middle_y = 10 + WIDTH / 2, 10 + HEIGHT / 2
    places = [
        (10 - away, middle_y),
        (10 + WIDTH + away, middle_y),
        (middle_x, 10 - away),
        (middle_x, 10 + HEIGHT + away),
    ]
    assert [dark(picture, *place) for place in places] == [inked] * 4


@pytest.mark.parametrize("away, inked", [(9.5, True), (4.2, True), (3.6, False), (3.2, False)])
def test_crop_marks_end_a_millimetre_before_the_bleed(profile, away: float, inked: bool):
    """4 mm from the trim: nothing of a mark is left on a sheet that is cut askew."""
    picture = seen(finished(b"q Q", profile))
    across, down = (10, 10 + WIDTH), (10, 10 + HEIGHT)
    for x in across:
        assert {near(picture, x, y) for y in (10 - away, 10 + HEIGHT + away)} == {inked}
    for y in down:
        assert {near(picture, x, y) for x in (10 - away, 10 + WIDTH + away)} == {inked}


def near(picture: Image.Image, x: float, y: float) -> bool:
    """Whether there is any ink within a quarter of a millimetre."""
    return (
        picture.crop((round(x * 10) - 2, round(y * 10) - 2, round(x * 10) + 3, round(y * 10) + 3)).getextrema()[0] < 200
    )


def test_crop_marks_are_a_quarter_of_a_point_thick(profile):
    """As thin as a plate holds, so that they say where to cut, and on every plate."""
    with pikepdf.open(BytesIO(finished(b"q Q", profile))) as pdf:
        marks = pdf.pages[0].obj.Resources.XObject["/PressMarks"]
        assert re.match(rb"0\.25 w\s", marks.read_bytes())
        assert [str(part) for part in marks.Resources.ColorSpace.All[:2]] == ["/Separation", "/All"]


def identity(data: bytes) -> tuple[str, str, bytes]:
    """The document's and the instance's ID in the metadata, and the file's own (ISO 32000-1, 14.4)."""
    with pikepdf.open(BytesIO(data)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode()
        return *re.findall(r"<xmpMM:(?:DocumentID|InstanceID)>uuid:(\S+)</", metadata), bytes(pdf.trailer.ID[1])


def test_two_documents_have_two_ids_and_the_same_one_has_one(profile):
    """Workflows take files with one ID for one file, and print the wrong one from their cache."""
    one, same, other = (
        identity(finished(content, profile))
        for content in (b"0 g 9 9 9 9 re f", b"0 g 9 9 9 9 re f", b"0 g 9 9 9 8 re f")
    )
    assert one == same and not set(one) & set(other)
    assert one[0] == one[1] and len(one[0]) == 36


@pytest.mark.parametrize("title", ["A & B", "<b>", "„Ä“"])
def test_a_title_is_what_it_is(profile, title: str):
    with pikepdf.open(BytesIO(finished(b"q Q", profile, title, datetime(2031, 12, 30, 23, 59, 58)))) as pdf:
        assert pdf.open_metadata()["dc:title"] == str(pdf.docinfo.Title) == title
        assert str(pdf.docinfo.CreationDate) == "D:20311230235958Z"
        assert b"<xmp:CreateDate>2031-12-30T23:59:58Z</xmp:CreateDate>" in pdf.Root.Metadata.read_bytes()
