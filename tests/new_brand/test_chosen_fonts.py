"""Fonts of the house's own, chosen for a new brand: examined, copied with their licence, or refused with the file."""

from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from press.brand.loading import load_kit
from press.errors import PressError
from press.new_brand.chosen_font import BOLD, has_weight, read_font
from press.new_brand.font_licences import NOTE
from press.new_brand.prompts import gather
from press.new_brand.start import start_brand

INSTALLED = {file.path.name: file.path for family in fontpkg.families().values() for file in family.files}
REGULAR, STRONG, VARIABLE = "FiraSans-Regular.ttf", "FiraSans-Bold.ttf", "Bitter[wght].ttf"


def own(
    folder: Path, source: str, file: str, family: str = "Haus", weight: int | None = None, without: str = ""
) -> Path:
    """A font of another name in a folder; perhaps of another weight, or without some characters."""
    folder.mkdir(exist_ok=True)
    with TTFont(INSTALLED[source]) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = family
        font["OS/2"].usWeightClass = weight or font["OS/2"].usWeightClass
        for table in font["cmap"].tables:
            for character in without:
                table.cmap.pop(ord(character), None)
        font.save(folder / file)
    return folder / file


@pytest.fixture
def house(tmp_path) -> Path:
    """A folder with two weights, what lies beside fonts, and web fonts nobody asked for."""
    folder = tmp_path / "hausschrift"
    own(folder, REGULAR, "Haus-Regular.ttf"), own(folder, STRONG, "Haus-Bold.ttf")
    (folder / "OFL.txt").write_text("To be tested with.", encoding="utf-8")
    (folder / "Haus.woff2").write_bytes(b"wOF2")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    return folder


def refused(text: str, role: str = "text") -> list[str]:
    with pytest.raises(PressError) as error:
        read_font(text, "--text", role)
    assert {problem.where for problem in error.value.problems} == {"--text"}
    return [f"{problem.what}; {problem.fix}" for problem in error.value.problems]


def test_a_folder_and_its_files_and_a_dragged_path_mean_the_same(house):
    files = f"'{house / 'Haus-Regular.ttf'}' ; \"{house / 'Haus-Bold.ttf'}\""
    fonts = [read_font(text, "x", "text") for text in (str(house), files)]
    assert [sorted(font.files) for font in fonts] == [["Haus-Bold.ttf", "Haus-Regular.ttf"]] * 2
    assert {font.family for font in fonts} == {"Haus"} and sorted(fonts[0].licences) == ["OFL.txt"]


def test_a_variable_file_has_every_weight_of_its_axis(tmp_path):
    font = read_font(str(own(tmp_path / "f", VARIABLE, "Haus.ttf")), "x", "text")
    assert font.weights == ((100, 900),) and has_weight(font, BOLD)


def test_families_that_come_along_are_found_in_any_case_and_so_is_one_chosen_before(house):
    assert read_font(" fira sans ", "x", "text").family == "Fira Sans"
    first = read_font(str(house), "x", "display")
    assert read_font("haus", "x", "text", others=("a name", first)) is first


@pytest.mark.parametrize("weight, told", [(599, True), (600, False), (900, False)])
def test_running_text_needs_a_bold_weight(tmp_path, weight: int, told: bool):
    folder = tmp_path / "f"
    own(folder, REGULAR, "a.ttf"), own(folder, STRONG, "b.ttf", weight=weight)
    if told:
        assert refused(str(folder))[0].startswith("Haus has no bold weight (600 to 900), only 400, 599; give its file")
    else:
        assert has_weight(read_font(str(folder), "x", "text"), BOLD)


@pytest.mark.parametrize("weight, told", [(349, True), (350, False), (500, False), (501, True)])
def test_running_text_needs_a_regular_weight(tmp_path, weight: int, told: bool):
    folder = tmp_path / "f"
    own(folder, REGULAR, "a.ttf", weight=weight), own(folder, STRONG, "b.ttf")
    if told:
        assert "Haus has no regular weight (350 to 500)" in refused(str(folder))[0]
    else:
        assert read_font(str(folder), "x", "text").family == "Haus"


def test_titles_are_set_in_what_there_is(tmp_path):
    font = read_font(str(own(tmp_path / "f", REGULAR, "a.ttf")), "x", "display")
    assert not has_weight(font, BOLD)


def test_what_cannot_be_set_with_is_told_with_its_file(house, tmp_path):
    assert "there is no font family `Papyrus`; choose one of: Baloo 2, Bitter" in refused("Papyrus")[0]
    assert "there is no file or folder `nowhere/x.ttf`; check the path" in refused("nowhere/x.ttf")[0]
    assert "notes.txt` is no font file; give TTF or OTF files" in refused(str(house / "notes.txt"))[0]
    web = refused(str(house / "Haus.woff2"))[0]
    assert f"`{house / 'Haus.woff2'}`: a web font; use the TTF or OTF file" in web
    own(house, STRONG, "Haus-Black.ttf")
    assert f"`{house / 'Haus-Black.ttf'}` and `{house / 'Haus-Bold.ttf'}` are both Haus" in refused(str(house))[0]
    own(house, STRONG, "Haus-Black.ttf", "Rathaus")
    two = refused(str(house))[0]
    assert "2 families (Haus: Haus-Bold.ttf, Haus-Regular.ttf; Rathaus: Haus-Black.ttf); give the files of one" in two
    (tmp_path / "leer" / "TTF").mkdir(parents=True)
    assert f"no TTF or OTF file in the folder `{tmp_path / 'leer'}`" in refused(str(tmp_path / "leer"))[0]
    own(tmp_path / "leer" / "TTF", REGULAR, "a.ttf")
    assert "there are some in TTF: give one of these" in refused(str(tmp_path / "leer"))[0]
    forbidden = own(tmp_path / "f", REGULAR, "a.ttf")
    with TTFont(forbidden) as font:
        font["OS/2"].fsType = 2
        font.save(forbidden)
    assert f"`{forbidden}`: its maker forbids to put it into a PDF (fsType 2)" in refused(str(forbidden))[0]


def wish(house: Path, **more: str):
    options = {"colours": "#0b5d4b", "logo": "", "website": "x.de", "contact": "", "imprint": ""} | more
    return gather("Neu", "neu", options, None)


def test_a_brand_of_ones_own_fonts_holds_them_and_a_note_on_licences(project, profile, house):
    start_brand(project, "neu", wish(house, font=str(house)))
    folder = project.brand("neu").parent / "fonts"
    files = ["Haus-Bold.ttf", "Haus-Regular.ttf", NOTE, "OFL.txt"]
    assert sorted(path.name for path in folder.iterdir()) == files
    assert (folder / files[0]).read_bytes() == (house / files[0]).read_bytes()
    note = (folder / NOTE).read_text(encoding="utf-8")
    assert "Haus-Bold.ttf\n  copyright: " in note and "embedding (fsType 0): may be installed" in note
    assert [face.family for face in load_kit(project, "neu", profile).faces] == ["Haus", "Haus"]


def test_a_character_that_every_order_prints_is_missed_at_once(project, house):
    texts = project.texts.read_text(encoding="utf-8")
    project.texts.write_text(texts.replace("\ntitle: ", "\ntitle: Ω "), encoding="utf-8")
    own(house, REGULAR, "Haus-Regular.ttf", without="Ω")
    with pytest.raises(PressError) as error:
        start_brand(project, "neu", wish(house, font=str(house)))
    problem = error.value.problems[0]
    assert problem.where == "--display" and "the font Haus has no Ω (U+03A9" in problem.what
    assert "which content/texts.yaml needs" in problem.what and not project.brand("neu").parent.exists()


def test_two_files_of_one_name_for_two_roles(project, house, tmp_path):
    own(tmp_path / "f", STRONG, "Haus-Regular.ttf", "Anders")
    with pytest.raises(PressError) as error:
        start_brand(project, "neu", wish(house, display=str(tmp_path / "f"), text=str(house)))
    assert "`Haus-Regular.ttf` is another file" in error.value.problems[0].what
