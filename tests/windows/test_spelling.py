"""Capital and small letters in files' names: one rule on every system, told."""

import shutil
import unicodedata
from pathlib import Path

import pytest
from tools import SAMPLE, attempt, copy_project, edit

from press.brand.logo.logo import load_logo
from press.colour.printing_condition import load_profile
from press.paths import Project
from press.schema.yaml_source import read
from press.system.written_names import file_inside, spelt_otherwise
from press.typst_engine.templates import read_templates

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def logo(folder: Path, on_disk: str, written: str):
    (folder / on_disk).parent.mkdir(exist_ok=True)
    (folder / on_disk).write_text(LOGO)
    return attempt(load_logo, folder, written, "brand.yaml:9")


@pytest.fixture(params=["as Linux finds files", "as Windows finds files"])
def folder(request) -> Path:
    return request.getfixturevalue("tmp_path" if "Linux" in request.param else "case_insensitive")


def test_the_simulation_finds_what_windows_finds(case_insensitive):
    (case_insensitive / "Wappen.svg").write_text(LOGO)
    assert (case_insensitive / "wAPPEN.SVG").is_file() and not (case_insensitive / "Wappen2.svg").exists()


@pytest.mark.parametrize("on_disk, written", [("wappen.svg", "WAPPEN.SVG"), ("Bild/a.svg", "bild/a.svg")])
def test_a_logo_spelt_otherwise_is_told(folder, on_disk: str, written: str):
    (problem,) = logo(folder, on_disk, written)[1]
    assert problem.where == "brand.yaml:9" and f"`{written}`: the file is called `{on_disk}`" == problem.what
    assert "capital" in problem.fix


@pytest.mark.parametrize("written", ["NFC", "NFD"])
@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
def test_a_logo_spelt_as_on_the_disk_is_read(folder, on_disk: str, written: str):
    """However its letters are composed: macOS keeps ä as a and ¨ (NFD)."""
    name = "Bürgerhäuser Wappen.SVG"
    _, problems = logo(folder, unicodedata.normalize(on_disk, name), unicodedata.normalize(written, name))
    assert problems == []


def test_of_two_files_the_one_that_is_written_is_meant(tmp_path):
    (tmp_path / "Wappen.svg").touch()
    if (tmp_path / "wappen.svg").exists():
        pytest.skip("this disk takes both names for one file")
    (tmp_path / "wappen.svg").touch()
    assert spelt_otherwise(tmp_path, "wappen.svg") is None and spelt_otherwise(tmp_path, "Wappen.svg") is None
    assert file_inside(tmp_path, "wappen.svg").name == "wappen.svg"


def test_a_profile_spelt_otherwise_is_told(folder):
    project = Project(folder)
    (folder / "Profile").mkdir()
    shutil.copy(next(Path(__file__).parents[2].glob("assets/icc/*.icc")), folder / "Profile/Haus.icc")
    (problem,) = attempt(load_profile, project, "profile/haus.icc", "order.yaml:3")[1]
    assert "`Profile/Haus.icc`" in problem.what
    assert "called" not in attempt(load_profile, project, "Profile/None.icc", "order.yaml:3")[1][0].what
    assert attempt(load_profile, project, "Profile/Haus.icc", "order.yaml:3")[1] == []


def test_a_path_of_one_machine_is_spelt_as_that_finds_it(tmp_path):
    (tmp_path / "X.icc").touch()
    assert spelt_otherwise(tmp_path, str(tmp_path / "x.icc")) is None and spelt_otherwise(tmp_path, "~/x.icc") is None


def test_a_file_of_fixed_name_spelt_otherwise_is_told(folder):
    (folder / "Brand.YAML").write_text("name: A")
    (problem,) = attempt(read, folder / "brand.yaml", "brand.yaml")[1]
    assert "`Brand.YAML`" in problem.what


def test_a_brand_whose_file_is_spelt_otherwise_is_one(tmp_path):
    """To be told how it must be spelt, not that there is none."""
    (tmp_path / "assets/brands/haus").mkdir(parents=True)
    (tmp_path / "assets/brands/haus/Brand.yaml").touch()
    assert Project(tmp_path).brands() == ["haus"]


def test_an_import_spelt_otherwise_is_told(tmp_path):
    root = copy_project(tmp_path / "project", SAMPLE)
    edit(root / "templates/layouts/plakat.typ", "lib/code.typ", "lib/Code.typ")
    (problem,) = attempt(read_templates, Project.at(root))[1]
    assert problem.where == "templates/layouts/plakat.typ:3" and "`code.typ`" in problem.what
