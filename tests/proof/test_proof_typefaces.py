"""The page's fonts: the right files, small, with their licence, and none that may not be embedded."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from press.brand.faces import Face, installed_faces
from press.web import web_fonts
from press.web.web_fonts import width, write_fonts

FACES = installed_faces()
BALOO, SOURCE, FIRA = (FACES[name] for name in ("Baloo 2", "Source Sans 3", "Fira Sans"))


def test_variable_families_need_one_file_each(tmp_path):
    written = write_fonts((BALOO, SOURCE), tmp_path)
    assert [(font.role, font.weight) for font in written] == [("display", "400 800"), ("text", "200 900")]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 120_000


def test_families_with_a_file_for_each_weight_need_two(tmp_path):
    written = write_fonts((FIRA, FIRA), tmp_path)
    assert [(font.role, font.weight) for font in written] == [
        ("display", "800"),
        ("display", "600"),
        ("text", "400"),
        ("text", "600"),
    ]


def test_a_family_of_one_plain_file_does(tmp_path):
    one = replace(FIRA, files=tuple(file for file in FIRA.files if file.stem.endswith("-Regular")))
    assert [font.weight for font in write_fonts((one, one), tmp_path)] == ["400", "400"]
    assert width(one, "Bingo") > 0


def test_german_and_the_licence_are_in_it(tmp_path):
    for font in write_fonts((BALOO, SOURCE), tmp_path):
        with TTFont(tmp_path / font.file) as made:
            assert {ord(c) for c in "ÄÖÜäöüßẞ„“–…→"} - set(made.getBestCmap()) <= {ord("→"), ord("ẞ")}
            assert {0, 13, 14} <= {record.nameID for record in made["name"].names}


def own_face(folder: Path, restriction: int) -> Face:
    """A font nobody else has, which may be embedded so far (OpenType, OS/2 fsType)."""
    file = folder / "own.ttf"
    with TTFont(next(file for file in FIRA.files if file.stem.endswith("-Regular"))) as font:
        font["OS/2"].fsType, font["OS/2"].achVendID = restriction, "OURS"
        font.save(file)
    return Face("Own", (file,))


@pytest.mark.parametrize("restriction, count", [(0, 2), (2, 0)])
def test_a_font_that_may_not_be_embedded_is_left_out(tmp_path, restriction: int, count: int):
    assert len(write_fonts((own_face(tmp_path, restriction),) * 2, tmp_path)) == count


def test_a_font_the_subsetter_fails_on_is_left_out(tmp_path, monkeypatch):
    def fails(*_):
        raise KeyError("glyf")

    web_fonts._subset.cache_clear()  # of the tests before
    monkeypatch.setattr("fontTools.subset.Subsetter.subset", fails)
    assert write_fonts((own_face(tmp_path, 0),) * 2, tmp_path) == ()
    web_fonts._subset.cache_clear()


def test_a_font_that_was_cut_before_and_is_another_now_is_cut_anew(tmp_path):
    """By what is in it: some tools write a file and keep its date."""
    face = own_face(tmp_path, 0)
    assert write_fonts((face, face), tmp_path)
    dates = face.files[0].stat()
    other = own_face(tmp_path, 2)
    os.utime(face.files[0], ns=(dates.st_atime_ns, dates.st_mtime_ns))
    assert other.files == face.files and write_fonts((other, other), tmp_path) == ()


@pytest.mark.parametrize("face", [BALOO, SOURCE, FIRA])
def test_width_is_that_of_the_heavy_weight(face):
    assert 4 < width(face, "Bullshit Bingo") < 8 and width(face, "") == 0
