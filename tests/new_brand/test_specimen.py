"""The specimen: one page that says all of a brand, readable, accessible, the same every time."""

from pathlib import Path

import page as validation
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from shared import shared
from tools import copy_project

from press.errors import PressError
from press.new_brand.specimen import build_specimen
from press.paths import Project


@pytest.fixture(scope="module", params=["kleinstadtniveau", "musterstadt"])
def made(request, tmp_path_factory):
    """A brand and the folder of its specimen. Not to be changed."""

    def specimen(root: Path) -> Path:
        return build_specimen(Project.at(copy_project(root)), request.param)

    return request.param, shared(tmp_path_factory, f"specimen-{request.param}", specimen)


def words(folder) -> str:
    document = pypdfium2.PdfDocument(folder / "specimen.pdf")
    try:
        assert len(document) == 1
        return " ".join(document[0].get_textpage().get_text_bounded().split())
    finally:
        document.close()


def test_it_says_all_of_a_brand(made) -> None:
    brand, folder = made
    text = words(folder)
    said = {
        "kleinstadtniveau": (
            "Kleinstadtniveau",
            "0 / 22 / 96 / 0",
            "#FEC900",
            "13,5 : 1",
            "nur Fläche, nie Schrift",
            "Baloo 2",
            "Source Sans 3",
            "Noch kein Logo",
            "Noch kein Impressum",
            "example.org/kleinstadtniveau",
        ),
        "musterstadt": (
            "Stadt Musterstadt",
            "90 / 25 / 75 / 35",
            "HKS 57",
            "#0B5D4B",
            "7,1 : 1",
            "reicht auch für Schrift",
            "Bitter",
            "Fira Sans",
            "Mindestens 8 mm breit",
            "V. i. S. d. P.",
            "presse@musterstadt.example",
        ),
    }[brand]
    for part in (
        *said,
        "erfüllt: mindestens 4,5 : 1",
        "erfüllt: mindestens 70 %",
        "Zwölf Boxkämpfer",
        "„Äh, weiß nicht.“",
        "So drucken?",
    ):
        assert part in text.replace("\u00a0", " "), part


def test_its_code_leads_to_the_brands_website(made) -> None:
    brand, folder = made
    with Image.open(folder / "specimen.png") as picture:
        assert picture.size == (1240, 1754) or picture.size == (1241, 1754)
        codes = [code.text for code in zxingcpp.read_barcodes(picture)]
    assert codes == [
        "https://example.org/kleinstadtniveau" if brand == "kleinstadtniveau" else "https://www.musterstadt.example"
    ]


def test_it_is_accessible(made) -> None:
    data = (made[1] / "specimen.pdf").read_bytes()
    assert all(validation.validate_pdf_bytes(data, profile=profile).is_compliant for profile in ("ua1", "3a"))
    with pikepdf.open(made[1] / "specimen.pdf") as pdf:
        assert str(pdf.Root.Lang) == "de-DE"


def test_the_same_bytes_again(made, project) -> None:
    brand, folder = made
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert sorted(before) == ["specimen.pdf", "specimen.png"]
    again = build_specimen(project, brand)
    assert {path.name: path.read_bytes() for path in again.iterdir()} == before and again != folder


def test_a_colour_that_print_cannot_give_is_shown_as_it_comes_out(victim) -> None:
    victim.change('accent: {cmyk: [90, 25, 75, 35], spot: HKS 57, hex: "#0b5d4b"}', 'accent: {hex: "#0000ff"}')
    folder = build_specimen(victim.project, victim.id)
    assert "Dieses Feld: Akzent im Druck" in words(folder)
    with Image.open(folder / "specimen.png") as picture:
        shown = victim.profile.soft_proof(victim.profile.separate((0, 0, 255)))
        assert picture.getpixel((1200, 740)) == shown and picture.getpixel((700, 740)) == (0, 0, 255)


@pytest.mark.parametrize(
    "change",
    [
        (
            "name: Stadt Musterstadt",
            "name: Verwaltungsgemeinschaft Bad Musterhausen-Unterkirchen an der Großen Laber und Umgebung",
        ),
        ("name: Stadt Musterstadt", "name: Ü"),
        ("min-width: 8", "min-width: 40"),
        (
            "website: https://www.musterstadt.example",
            "website: https://www.verwaltungsgemeinschaft-musterstadt-nord.example/buergerservice/soziale-medien/bingo-und-mehr",
        ),
    ],
)
def test_what_is_long_or_short_still_fits_one_page(victim, change) -> None:
    victim.change(*change)
    words(build_specimen(victim.project, victim.id))


def test_a_brand_that_fails_has_none(victim) -> None:
    before = build_specimen(victim.project, victim.id)
    stamp = (before / "specimen.pdf").read_bytes()
    victim.change("ink: {cmyk: [0, 0, 0, 100]}", "ink: {cmyk: [0, 0, 0, 30]}")
    with pytest.raises(PressError):
        build_specimen(victim.project, victim.id)
    assert (before / "specimen.pdf").read_bytes() == stamp


def test_what_is_too_long_is_refused_with_its_place(victim) -> None:
    long = "https://www.musterstadt.example/" + "buergerservice" * 8
    victim.change("website: https://www.musterstadt.example", f"website: {long}")
    with pytest.raises(PressError) as refused:
        build_specimen(victim.project, victim.id)
    (problem,) = refused.value.problems
    assert (
        problem.where == f"assets/brands/{victim.id}/brand.yaml:6" and "over the address of `specimen`" in problem.what
    )
