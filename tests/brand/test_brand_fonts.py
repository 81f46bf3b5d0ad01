"""Fonts of a brand's own: taken from its folder, or refused with their reason."""

import os
import re
import shutil
import sys
import unicodedata
from pathlib import Path

import fontpkg
import pytest
from command import command
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from tools import ROOT

from press.brand.added_characters import ADDED
from press.build.inputs import input_sums
from press.errors import PressError
from press.new_brand.specimen import build_specimen
from press.order.plan import make_plan
from press.order.variant import Overrides

FIRA = {file.path.name: file.path for file in fontpkg.families()["fira-sans"].files}


@pytest.fixture
def own(victim):
    """A victim whose fonts/ is there, and a way to put a renamed font into it."""
    (victim.folder / "fonts").mkdir()

    def put(file: str, name: str, change=lambda font: None) -> Path:
        path = victim.folder / "fonts" / file
        with TTFont(FIRA["FiraSans-Bold.ttf"]) as font:
            for record in font["name"].names:
                if record.nameID in (1, 16):
                    record.string = name
            change(font)
            font.save(path)
        return path

    victim.put = put
    return victim


def test_a_family_in_the_folder_is_used(own) -> None:
    own.put("Hausschrift.ttf", "Rathaus")
    own.change("display: Bitter", "display: Rathaus")
    kit, problems = own.load()
    assert not problems
    assert [face.family for face in kit.faces] == ["Rathaus", "Fira Sans"]
    assert kit.faces[0].files == (own.folder / "fonts" / "Hausschrift.ttf",)


def test_the_folder_comes_before_the_packages(own) -> None:
    path = own.put("Fira.otf", "Fira Sans")
    kit, _ = own.load()
    assert kit.faces[1].files == (path,)


def test_an_unknown_family_names_those_that_exist(own) -> None:
    own.put("Hausschrift.ttf", "Rathaus")
    own.change("display: Bitter", "display: Rathhaus")
    kit, problems = own.load()
    assert kit is None and [problem.where for problem in problems] == [own.line("display:")]
    assert problems[0].what == "there is no font family `Rathhaus`"
    for family in ("Rathaus", "Bitter", "Baloo 2", "Fira Sans", "Source Sans 3"):
        assert family in problems[0].fix


def test_files_that_are_no_fonts_are_left_alone(own) -> None:
    (own.folder / "fonts" / "OFL.txt").write_text("licence", encoding="utf-8")
    assert own.load()[0]


def _rights(value: int):
    """A change of a font: the bits of fsType, by the numbers of the standard."""
    return lambda font: setattr(font["OS/2"], "fsType", value)


def _symbols(font: TTFont) -> None:
    font["cmap"].tables = []


BAD = {
    "no font": (lambda own: (own.folder / "fonts" / "x.ttf").write_bytes(b"MZ this is a program"), "no readable font"),
    "empty": (lambda own: (own.folder / "fonts" / "x.otf").write_bytes(b""), "no readable font"),
    "cut off": (lambda own: _cut(own.put("x.ttf", "X")), "no readable font"),
    "without tables": (lambda own: own.put("x.ttf", "X", lambda font: font.__delitem__("OS/2")), "no table OS/2"),
    "without outlines": (
        lambda own: own.put("x.ttf", "X", lambda font: (font.__delitem__("glyf"), font.__delitem__("loca"))),
        "outlines",
    ),
    "without characters": (lambda own: own.put("x.ttf", "X", _symbols), "without Unicode"),
    "restricted": (lambda own: own.put("x.ttf", "X", _rights(2)), "forbids to put it into a PDF (fsType 2)"),
    "no subsets": (lambda own: own.put("x.ttf", "X", _rights(0x100)), "forbids to put a part of it into a PDF"),
    "no subsets, editable": (lambda own: own.put("x.ttf", "X", _rights(0x108)), "a part of it into a PDF (fsType 264)"),
    "bitmaps alone": (lambda own: own.put("x.ttf", "X", _rights(0x200)), "forbids to put its outlines into a PDF"),
    "a pipe": (lambda own: os.mkfifo(own.folder / "fonts" / "x.ttf"), "no file"),
    "web font": (lambda own: (own.folder / "fonts" / "x.woff2").write_bytes(b"wOF2"), "a web font"),
    "collection": (lambda own: (own.folder / "fonts" / "x.TTC").write_bytes(b"ttcf"), "a font collection"),
}


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


@pytest.mark.parametrize("name", [name for name in BAD if name != "a pipe" or hasattr(os, "mkfifo")])
def test_a_bad_file_is_refused(own, name: str) -> None:
    make, reason = BAD[name]
    make(own)
    kit, problems = own.load()
    assert kit is None
    assert [problem.where for problem in problems] == [own.line("fonts:")]
    assert "`fonts/x." in problems[0].what and reason in problems[0].what and problems[0].fix


@pytest.mark.parametrize("rights", [0, 4, 8, 6, 10, 12])
def test_what_a_maker_allows_is_taken(own, rights: int) -> None:
    """For preview and print, for editing; where several are set, the mildest counts."""
    own.put("x.ttf", "Rathaus", _rights(rights))
    own.change("display: Bitter", "display: Rathaus")
    assert own.load()[0]


def test_the_commands_tell_what_a_maker_forbids(own) -> None:
    own.put("x.ttf", "X", _rights(2))
    shutil.rmtree(own.project.content / "orders")  # a check sets them all
    (own.project.content / "orders").mkdir()
    for arguments in (["check"], ["specimen", "--brand", own.id]):
        done = command(own.project.root, *arguments)
        assert done.returncode == 2 and "its maker forbids to put it into a PDF" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
def test_a_name_that_is_no_utf8(own) -> None:
    """A file that nobody names, and a folder, are nobody's business; a font of such a name is told."""
    os.mkdir(os.fsencode(own.folder) + b"/\xfe")
    (own.folder / os.fsdecode(b"\xff.txt")).touch()
    assert own.load()[0]
    sums = input_sums(make_plan(own.project, "standard", Overrides(brand=own.id)))
    assert any(name.endswith("/\udcff.txt") for name in sums)
    os.rename(own.put("x.ttf", "Rathaus"), os.fsencode(own.folder) + b"/fonts/\xff.ttf")
    kit, problems = own.load()
    assert kit is None and problems[0].what == "`fonts/\\xff.ttf`: a name that is no UTF-8"


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_a_font_linked_from_outside_is_not_read(own, watched) -> None:
    (own.folder / "fonts" / "x.ttf").symlink_to("../../../../../secret.ttf")
    with watched() as opened:
        kit, problems = own.load()
    assert kit is None and problems[0].where == "assets/brands/opfer/fonts/x.ttf:1" and opened == []


def test_the_brands_own_words_need_glyphs_too(victim) -> None:
    victim.change("name: Stadt Musterstadt", "name: Stadt 京")
    kit, problems = victim.load()
    assert (
        kit is None and problems[0].where == victim.line("name: Stadt") and "the font Bitter has no" in problems[0].what
    )


def test_a_font_too_poor_for_the_specimen(own) -> None:
    def poor(font: TTFont) -> None:
        for table in font["cmap"].tables:
            table.cmap = {code: name for code, name in table.cmap.items() if code != ord("€")}

    own.put("x.ttf", "Rathaus", poor)
    own.change("display: Bitter", "display: Rathaus")
    with pytest.raises(PressError) as refused:
        build_specimen(own.project, own.id)
    assert [problem.where for problem in refused.value.problems] == [own.line("display:")]
    assert "the font Rathaus has no € (U+20AC EURO SIGN)" in refused.value.problems[0].what


def test_system_fonts_are_no_fonts(victim) -> None:
    victim.change("display: Bitter", "display: DejaVu Sans")
    kit, problems = victim.load()
    assert kit is None and "there is no font family `DejaVu Sans`" in problems[0].what


def test_two_files_of_one_family_style_and_weight(own) -> None:
    """Which one would be taken hangs on the order in which the disk tells its files."""
    own.put("a.ttf", "Rathaus")
    own.put("b.ttf", "Rathaus")
    kit, problems = own.load()
    assert kit is None and [problem.where for problem in problems] == [own.line("fonts:")]
    assert problems[0].what == "`fonts/a.ttf` and `fonts/b.ttf` are both Rathaus, normal, weight 700"


def test_two_weights_of_one_family(own) -> None:
    def lighter(font: TTFont) -> None:
        font["OS/2"].usWeightClass = 600

    files = (own.put("a.ttf", "Rathaus"), own.put("b.ttf", "Rathaus", lighter))
    own.change("display: Bitter", "display: Rathaus")
    assert own.load()[0].faces[0].files == files


def _without(*characters: str):
    def change(font: TTFont) -> None:
        for table in font["cmap"].tables:
            for character in characters:
                table.cmap.pop(ord(character), None)

    return change


def test_characters_that_pages_add_are_told(own) -> None:
    own.put("x.ttf", "X", _without("„", "“", "·"))
    own.change("display: Bitter", "display: X")
    _, problems = own.load()
    (problem,) = [problem for problem in problems if "which pages add" in problem.what]
    assert problem.where == own.line("display:")
    assert all(name in problem.what for name in ("·", "“", "„")) and "–" not in problem.what


def _on_trial(font: TTFont) -> None:
    for character in "äß":
        font["glyf"][font.getBestCmap()[ord(character)]] = Glyph()


def test_a_font_that_draws_nothing_for_letters_is_refused(own) -> None:
    """Spaces draw nothing, and are none of them."""
    own.put("x.ttf", "X", _on_trial)
    _, problems = own.load()
    assert [problem.what for problem in problems] == ["`fonts/x.ttf`: a font that draws nothing for ß ä"]


def test_what_templates_add_is_known() -> None:
    """Signs outside of comments; what is written in letters comes from texts."""
    code = "\n".join(
        re.sub(r"//.*", "", path.read_text(encoding="utf-8")) for path in sorted((ROOT / "templates").rglob("*.typ"))
    )
    added = {sign for sign in code if ord(sign) > 0x7F and unicodedata.category(sign)[0] in "PS"}
    assert {"„", "·"} <= added <= ADDED
