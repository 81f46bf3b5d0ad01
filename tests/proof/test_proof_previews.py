"""Previews: which pages get a picture, and that flat colours stay exact."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from press.delivery.preview import SHOWN_PAGES, make_previews, pictures, shown_pages


@pytest.mark.parametrize("count, sides", [(1, 1), (24, 1), (3, 2), (24, 2)])
def test_short_products_are_shown_whole(count, sides):
    assert shown_pages(count, sides) == tuple(range(1, count + 1))


@pytest.mark.parametrize("count, sides", [(25, 1), (10_000, 1), (26, 2), (9_999, 2)])
def test_long_ones_are_sampled_from_first_to_last(count, sides):
    pages = shown_pages(count, sides)
    assert pages[0] == 1 and pages[-1] == count and len(pages) in (SHOWN_PAGES, SHOWN_PAGES - 1)
    assert all(page % sides == 1 % sides for page in pages[::sides])


def test_pages_with_findings_are_added_with_their_other_side():
    pages = shown_pages(1000, 2, [501, 1001, 0])
    assert {501, 502} <= set(pages) and len(pages) == SHOWN_PAGES + 2


def test_findings_do_not_make_it_endless():
    assert len(shown_pages(1000, 1, range(1, 1001))) == 2 * SHOWN_PAGES


def test_paper_stays_white_and_flat_colours_exact(tmp_path):
    pdf = pikepdf.new()
    for red in (0.98, 0.2):
        page = pdf.add_blank_page(page_size=(400, 600))
        page.Contents = pdf.make_stream(f"{red} 0.8 0.1 rg 50 50 200 300 re f".encode())
    out = BytesIO()
    pdf.save(out)
    make_previews(out.getvalue(), tmp_path, "x-print", (1, 2))
    found = pictures(tmp_path, "x-print")
    assert [picture.file for picture in found] == ["previews/x-print-1.png", "previews/x-print-2.png"]
    for picture, red in zip(found, (250, 51)):
        with Image.open(tmp_path / picture.file) as image:
            colours = image.convert("RGB").getcolors(1 << 20)
            assert image.size == (picture.width, picture.height)
        assert {colour for _, colour in sorted(colours)[-2:]} == {(255, 255, 255), (red, 204, 26)}
