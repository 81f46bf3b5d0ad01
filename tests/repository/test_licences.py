"""What the project takes from others has a licence that is known, and stands in assets/LICENSES.md."""

import re
from importlib.metadata import distribution

import pytest
from fontTools.ttLib import TTFont
from repository.packages import EXTRAS, FONTS, RUNTIME, WITHOUT, installed
from tools import ROOT

from press.brand.faces import Face, installed_faces
from press.web.web_fonts import write_fonts

LISTED = (ROOT / "assets/LICENSES.md").read_text(encoding="utf-8")
OPEN_FONT_LICENCE = "SIL Open Font License, Version 1.1"
# Names (OpenType, name table): copyright, licence, where it stands; and those that carry the font's own name.
RIGHTS, OWN_NAMES = {0, 13, 14}, {1, 3, 4, 6, 16, 18, 21, 25}


def rows(heading: str) -> list[list[str]]:
    """The rows of the table below a heading of LICENSES.md."""
    part = LISTED.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found = [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("| ")
    ][2:]
    assert found and len({row[0] for row in found}) == len(found)
    return found


def stated(package: str) -> str:
    """The licence a package names: in its metadata, or as the heading of its licence's text."""
    facts = distribution(package).metadata
    classified = [one.split(" :: ")[-1] for one in facts.get_all("Classifier", []) if one.startswith("License ::")]
    return (
        facts.get("License-Expression")
        or facts.get("License")
        or "; ".join(classified)
        or licence_text(package).splitlines()[0]
    )


def licence_text(package: str) -> str:
    (text,) = [
        file.read_text(encoding="utf-8-sig")
        for file in distribution(package).files
        if file.name in ("LICENSE", "LICENSE.txt") and ".dist-info" in str(file)
    ]
    return text


def test_every_file_in_assets_has_a_licence_that_is_there():
    assets = ROOT / "assets"
    listed = {what: place for what, _, _, place in rows("In this folder")}
    lying = {path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()} - {"LICENSES.md"}
    folders = tuple(what for what in listed if what.endswith("/"))
    assert {name for name in lying if not name.startswith(folders)} == {
        *(what for what in listed if what not in folders),
        *(place for what, place in listed.items() if what not in folders),
    }
    assert [place for place in listed.values() if not (assets / place).is_file()] == []
    assert {name for name in lying if name.startswith("icc/")} == {
        "icc/ISOcoated_v2_300_bas.icc",
        "icc/ISOcoated_v2_300_bas.txt",
        "icc/FOGRA47L_uncoated_280.icc",
        "icc/FOGRA47L_uncoated_280.txt",
    }


@pytest.mark.parametrize("what, whose, licence, place", rows("In this folder"))
def test_a_licence_in_assets_is_the_one_named(what, whose, licence, place):
    text = (ROOT / "assets" / place).read_text(encoding="utf-8")
    assert {"MIT": "MIT License", "Zlib": "The zlib/libpng License", "CC0-1.0": "CC0 1.0"}[licence] in text
    assert whose in ("ours", "made from public data") or whose.split(" and ")[0] in text


def test_every_font_package_is_listed_with_its_licence():
    listed = {package: (family, licence) for family, package, licence in rows("Fonts")}
    assert set(listed) == {name for name in RUNTIME if name.startswith(FONTS)}
    for package, (family, licence) in listed.items():
        assert stated(package) == licence == "OFL-1.1" and OPEN_FONT_LICENCE in licence_text(package)
        folder = str(distribution(package).locate_file(package.replace("-", "_")))
        assert all(str(file).startswith(folder) for file in installed_faces()[family].files)


def test_every_package_is_listed_with_its_licence():
    wanted = {name for name in RUNTIME | EXTRAS["test"] if not name.startswith(FONTS)}
    assert dict(rows("Python packages")) == {name: stated(name) for name in wanted}


@pytest.mark.parametrize("extra, heading", WITHOUT.items())
def test_every_package_of_an_extra_is_listed_with_its_licence(extra: str, heading: str):
    listed = dict(rows(heading))
    assert set(listed) == EXTRAS[extra]
    there = {name: licence for name, licence in listed.items() if installed(name)}
    assert {name: stated(name) for name in there} == there


@pytest.mark.parametrize("face", installed_faces().values(), ids=lambda face: face.family)
def test_a_font_beside_the_proof_page_tells_its_rights_and_not_its_name(face: Face, tmp_path):
    """OFL 1.1, conditions 2 and 3: copyright and licence go along, a reserved name does not."""
    written = write_fonts((face, face), tmp_path)
    assert len(written) >= 2
    for font in written:
        with TTFont(tmp_path / font.file) as made:
            names = {record.nameID: str(record) for record in made["name"].names}
            assert set(names) >= RIGHTS and not OWN_NAMES & set(names)
            assert "opyright" in names[0] or "©" in names[0]
            assert re.search(r"Open Font License,? [Vv]ersion 1\.1", names[13])
