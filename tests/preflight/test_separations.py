"""The plates: as Ghostscript separates the files, and whether our own renderer sees the same."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from preflight.finished import SPOT, black_sheets, spot_sheets
from preflight.separations import (
    needs_ghostscript,
    print_files,
    separate,
    trimmed,
    used,
)
from press.preflight.separations import render_plates

pytestmark = needs_ghostscript


@pytest.fixture(scope="module")
def printed(standard) -> list[Path]:
    return print_files(standard)


@pytest.fixture
def file_of(good, tmp_path):
    """A function from an order of `finished` to its file on disk."""

    def write(order) -> Path:
        path = tmp_path / f"{order.__name__}.pdf"
        path.write_bytes(good(order).data)
        return path

    return write


def test_crop_marks_are_on_all_plates_and_only_there(printed, tmp_path):
    dpi = 200
    px = dpi / 25.4
    plates = separate(printed[0], 1, dpi, tmp_path)
    width, height = plates["K"].size
    trim, reach, bleed = round(10 * px), round(6 * px), round(7 * px)
    for plate in plates.values():
        for x in (trim, width - trim):
            assert all(inked(plate, x, y) for y in (2, reach - 3, height - 3, height - reach + 3))
        for y in (trim, height - trim):
            assert all(inked(plate, x, y) for x in (2, reach - 3, width - 3, width - reach + 3))
    for name in "CMY":  # the slug line is black
        for box in ((bleed, 0, width - bleed, bleed - 1), (bleed, height - bleed + 1, width - bleed, height)):
            assert used_columns(plates[name].crop(box)) <= {*near(trim - bleed), *near(width - trim - bleed)}
    for name in "CMYK":  # between mark and bleed nothing may stand
        assert plates[name].crop((reach + 2, reach + 2, width - reach - 2, bleed - 1)).getextrema() == (0, 0)


def inked(plate: Image.Image, x: int, y: int) -> bool:
    """Whether there is solid ink at a place, give or take two dots."""
    return plate.crop((x - 2, y - 2, x + 3, y + 3)).getextrema()[1] == 255


def near(x: int) -> range:
    return range(x - 2, x + 3)


def used_columns(plate: Image.Image) -> set[int]:
    return {x for x in range(plate.width) if plate.crop((x, 0, x + 1, plate.height)).getextrema()[1]}


def test_black_stands_on_its_plate_alone_over_grounds_that_go_on_below_it(printed, tmp_path):
    """Where Ghostscript finds solid black - text, codes, strokes - the other plates hold the grounds of the page."""
    for file in printed:
        for page in (1, 2):
            plates = {
                name: trimmed(plate, 150)
                for name, plate in separate(file, page, 150, tmp_path / f"{file.stem}{page}").items()
            }
            assert set(plates) == set("CMYK")
            solid = plates["K"].point(lambda ink: 255 if ink == 255 else 0)
            assert ImageStat.Stat(solid).mean[0] > 2.55  # a hundredth of the page
            colours = Image.merge("RGB", [plates[name] for name in "CMY"])
            bare = Image.composite(Image.new("RGB", colours.size), colours, solid)
            grounds = {colour for count, colour in bare.getcolors(1 << 24) if count > 1000}
            over = Image.composite(colours, Image.new("RGB", colours.size), solid)
            assert {colour for _, colour in over.getcolors(1 << 24)} <= grounds


def test_a_plate_that_is_off_by_a_tenth_of_a_millimetre_shows_no_paper_around_black_text(printed, tmp_path):
    """The title on the accent: below it yellow goes on, so black may slip. Without overprint it may not."""
    dpi, slip = 508, 2  # px: 0.1 mm
    band = tuple(round(mm * dpi / 25.4) for mm in (20, 22, 100, 38))  # of the first sheet: the title on the accent
    (file,) = [file for file in printed if file.stem == "bingo-3x3"]
    with pikepdf.open(file) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/OP" in thing:
                thing.OP = thing.op = False
        pdf.save(tmp_path / "knocked-out.pdf")
    gaps = []
    for number, made in enumerate((file, tmp_path / "knocked-out.pdf")):
        plates = separate(made, 1, dpi, tmp_path / str(number))
        black = ImageChops.offset(plates["K"], slip, slip).crop(band)
        yellow = plates["Y"].crop(band)
        assert black.getextrema() == (0, 255)
        gaps.append(ImageChops.lighter(black, yellow).getextrema()[0] < 200)  # somewhere neither prints
    assert gaps == [False, True]


def test_our_plates_agree_with_ghostscript(printed, file_of, tmp_path):
    for number, (file, spots) in enumerate([*((file, ()) for file in printed), (file_of(spot_sheets), (SPOT,))]):
        theirs = separate(file, 1, 144, tmp_path / str(number), smooth=2)
        with pikepdf.open(file) as pdf:
            (ours,) = render_plates([pdf.pages[0].obj], 144, spots)
        assert set(ours) == set(theirs)
        for name, plate in ours.items():
            small = (plate.width // 8, plate.height // 8)  # so that half a dot's offset does not count
            a, b = (picture.resize(small, Image.Resampling.BOX) for picture in (plate, theirs[name]))
            assert ImageStat.Stat(ImageChops.difference(a, b)).mean[0] < 4
            assert abs(ImageStat.Stat(a).mean[0] - ImageStat.Stat(b).mean[0]) < 3


def test_one_plate_where_black_alone_was_ordered(file_of, tmp_path):
    plates = separate(file_of(black_sheets), 1, 72, tmp_path)
    assert set(plates) == set("CMYK") and used(plates, 72) == {"K"}
    grays = trimmed(plates["K"], 72).getcolors()
    assert any(0 < ink < 255 and count > 10_000 for count, ink in grays)  # the accent has become a tint, it is not gone


def test_two_plates_where_black_and_a_spot_were_ordered(file_of, good, tmp_path):
    assert good(spot_sheets).expected.spots == (SPOT,)
    plates = separate(file_of(spot_sheets), 1, 72, tmp_path)
    assert set(plates) == {*"CMYK", SPOT} and used(plates, 72) == {"K", SPOT}
