"""Pictures of pages: what pdfium draws, as Pillow holds it."""

import gc
from io import BytesIO

import pikepdf

from press.pdf.rendered.raster import RasterDocument


def coloured(width: float, height: float) -> bytes:
    """A page of red, with a blue corner at its left foot."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(width, height))
        page.Contents = pdf.make_stream(b"1 0 0 rg 0 0 %f %f re f 0 0 1 rg 0 0 10 10 re f" % (width, height))
        pdf.save(out := BytesIO())
    return out.getvalue()


def test_a_picture_outlives_its_document():
    with RasterDocument(coloured(61, 37)) as document:
        picture = document[0].render(1)
    del document
    gc.collect()
    used_anew = [bytes(b"\7" * len(picture.tobytes()) * 2) for _ in range(20)]  # what was let go of too early
    assert (picture.mode, picture.size, len(used_anew)) == ("RGB", (61, 37), 20)
    assert {picture.getpixel(place) for place in ((0, 0), (60, 0), (60, 36), (20, 36))} == {(255, 0, 0)}
    assert picture.getpixel((2, 34)) == (0, 0, 255)


def test_a_picture_is_three_channels_and_one_s_own():
    with RasterDocument(coloured(40, 30)) as document:
        one, other = document[0].render(1), document[0].render(1)
    one.paste((1, 2, 3), (0, 0, 40, 30))
    assert one.tobytes() == bytes((1, 2, 3)) * 1200 and other.getpixel((30, 5)) == (255, 0, 0)
    assert other.quantize(4).mode == "P" and len(other.split()) == 3


def test_a_part_is_what_the_whole_shows_there():
    with RasterDocument(coloured(40, 30)) as document:
        page = document[0]
        assert page.render_part(2, (10, 20, 50, 60)).tobytes() == page.render(2).crop((10, 20, 50, 60)).tobytes()
