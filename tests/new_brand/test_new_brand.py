"""`invoke brand`: the whole folder with a specimen, or nothing; asks only where somebody can answer."""

import os
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from command import command
from hypothesis import given, settings
from hypothesis import strategies as st
from new_brand.brand_folders import state
from PIL import Image, ImageDraw
from tools import PATIENCE_S

import press.new_brand.start as newbrand
from press.brand.brand import Brand, Colour, load_brand
from press.brand.loading import load_kit
from press.errors import PressError, Problem
from press.new_brand.answers import Answers, read_contact, read_website
from press.new_brand.brand_id import id_for
from press.new_brand.chosen_font import ChosenFont
from press.new_brand.colour_roles import propose
from press.new_brand.prompts import gather
from press.new_brand.start import start_brand
from press.new_brand.yaml_writer import brand_yaml
from press.schema.validation import load


def logo(path: Path, size: tuple[int, int] = (900, 300), mode: str = "RGBA") -> Path:
    picture = Image.new(mode, size, (0, 0, 0, 0) if mode == "RGBA" else "white")
    ImageDraw.Draw(picture).ellipse((20, 20, 280, 280), fill=(0, 96, 122))
    picture.save(path)
    return path


def test_a_folder_without_a_brand_is_not_overwritten_either(project) -> None:
    (project.root / "assets" / "brands" / "neu").mkdir()
    with pytest.raises(PressError):
        id_for(project, "Neu", None)


def test_from_a_name_two_colours_and_a_logo(project, profile, tmp_path) -> None:
    done = command(
        project.root,
        "brand",
        "Gemeinde Seedorf",
        "--colour",
        "#00607a,#f2a900",
        "--logo",
        str(logo(tmp_path / "logo.png")),
    )
    assert done.returncode == 0, done.stderr
    folder = project.brand("gemeinde-seedorf").parent
    assert sorted(path.name for path in folder.iterdir()) == ["brand.yaml", "logo.png"]
    assert (folder / "logo.png").read_bytes() == (tmp_path / "logo.png").read_bytes()
    assert sorted(path.name for path in (project.build / "brand--gemeinde-seedorf").iterdir()) == [
        "specimen.pdf",
        "specimen.png",
    ]
    for said in (
        "#00607a",
        "cmyk 87 44 33 25",
        "accent-soft: #fbe5b2, a tint of #f2a900",
        "is a placeholder",
        "build/brand--gemeinde-seedorf/specimen.pdf",
    ):
        assert said in done.stdout
    text = project.brand("gemeinde-seedorf").read_text(encoding="utf-8")
    assert "cmyk: [87, 44, 33, 25]; 7.0:1 with on-accent on it" in text and 'accent-soft: {hex: "#fbe5b2"}' in text
    assert load_kit(project, "gemeinde-seedorf", profile)
    again = command(project.root, "brand", "Gemeinde Seedorf", "--colour", "#ff0000")
    assert again.returncode == 2 and "exists already" in again.stderr
    assert project.brand("gemeinde-seedorf").read_text(encoding="utf-8") == text


def test_from_a_name_alone(project) -> None:
    done = command(project.root, "brand", "Schlichthausen")
    assert done.returncode == 0, done.stderr
    assert load_brand(project, "schlichthausen").value.logo is None


def test_nothing_waits_for_an_answer_that_cannot_come(project) -> None:
    """Standard input is open and silent, as in many a CI."""
    read, write = os.pipe()
    try:
        asked = [sys.executable, "-m", "invoke", "brand", "Stillhausen"]
        assert subprocess.run(asked, cwd=project.root, stdin=read, timeout=PATIENCE_S).returncode == 0
    finally:
        os.close(read), os.close(write)


@pytest.mark.parametrize(
    "options, where, what",
    [
        (["--colour", "#12345"], "--colour", "`12345` is no colour"),
        (["--colour", "red"], "--colour", "`red` is no colour"),
        (["--colour", "#111,#222,#333,#444"], "--colour", "4 colours"),
        (["--logo", "nowhere.png"], "--logo", "there is no file"),
        (["--logo", "bad.svg"], "--logo", "a script"),
        (["--logo", "bad.txt"], "--logo", "no SVG, PDF, PNG or JPEG"),
        (["--logo", "tiny.png"], "--logo", "60 pixels wide"),
        (["--logo", "good.png", "--logo-on-accent", "good.png"], "--logo-on-accent", "transparent picture"),
        (["--logo-on-accent", "good.png"], "--logo-on-accent", "for the accent alone"),
        (["--website", "ftp://x.de"], "--website", "not an https link"),
        (["--display", "Comic Sans"], "--display", "no font family"),
        (["--contact", "a;b;c;d;e;f;g"], "--contact", "7 lines"),
        (["--imprint", "x" * 121], "--imprint", "120"),
        (["--imprint", "京都"], "--imprint", "has no 京"),
    ],
)
def test_what_is_refused_leaves_nothing(project, options, where, what) -> None:
    logo(project.root / "good.png")
    logo(project.root / "tiny.png", (60, 20))
    (project.root / "bad.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>', encoding="utf-8"
    )
    (project.root / "bad.txt").write_text("x", encoding="utf-8")
    before = state(project)
    done = command(project.root, "brand", "Neuhausen", *options)
    assert done.returncode == 2, done.stdout + done.stderr
    assert f"{where}: " in done.stderr and what in done.stderr
    assert state(project) == before


def test_a_specimen_that_cannot_be_set_leaves_nothing(project, monkeypatch) -> None:
    def fails(*_):
        raise PressError(Problem("templates", "no", "no"))

    monkeypatch.setattr(newbrand, "write_specimen", fails)
    before = state(project)
    with pytest.raises(PressError):
        start_brand(project, "neu", gather("Neu", "neu", {}, None))
    assert state(project) == before


texts = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1, max_size=40)


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(name=texts, contact=st.lists(texts.filter(lambda text: text.strip()), max_size=6), imprint=st.none() | texts)
def test_what_is_written_is_what_is_read(tmp_path_factory, profile, name, contact, imprint) -> None:
    wish = Answers(
        name,
        (Colour(hex="#0b5d4b"), Colour(hex="#f2a900")),
        None,
        None,
        "https://x.example",
        tuple(contact),
        imprint,
        ChosenFont("Bitter"),
        ChosenFont("Fira Sans"),
        True,
    )
    path = tmp_path_factory.mktemp("brand") / "brand.yaml"
    path.write_text(
        brand_yaml("x", wish, propose(wish.colours, profile), None, profile), encoding="utf-8", newline="\n"
    )
    brand = load(path, "brand.yaml", Brand)
    clean = [unicodedata.normalize("NFC", text) for text in (name, *contact, imprint or "")]
    assert [brand.value.name, *brand.value.contact, brand.value.imprint or ""] == clean
    assert brand.value.colours.accent.hex == "#0b5d4b"


def test_how_contacts_and_websites_are_written() -> None:
    assert read_contact(" a  b ;; c ", "x") == ("a b", "c")
    assert read_website(" www.x.de/y ", "x") == "https://www.x.de/y"


@pytest.mark.long
def test_a_new_brand_builds_the_standard_order(project, tmp_path, often) -> None:
    """Its sheets in both editions; in a thorough run the brochure, too."""
    out = BytesIO()
    Image.new("RGB", (700, 700), "#c8102e").save(out, "PNG")
    (tmp_path / "l.png").write_bytes(out.getvalue())
    logo_file = str(tmp_path / "l.png")
    made = command(project.root, "brand", "Neuhausen", "--colour", "#c8102e,#333", "--logo", logo_file)
    assert made.returncode == 0, made.stderr
    built = command(project.root, "build", "--brand", "neuhausen", "--boards", "2", *often(("--only", "bingo-3x3"), ()))
    assert built.returncode == 0, built.stderr
