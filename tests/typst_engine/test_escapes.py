"""Templates that try to get out: to the net, to packages, to files that are none of the project's. Each is refused."""

import os
from pathlib import Path

import pytest
from typst_engine.escapes import HARMLESS, PACKAGE, SECRET, TO_FILES, TO_PACKAGES

from press import EDITION_DATE
from press.errors import PressError
from press.typst_engine.compiler import Typesetter
from press.typst_engine.stage import NO_FONTS, cut_off
from press.typst_engine.templates import MAIN, Templates

PARTS = {"lib/part.typ": b"#let part = 1", "words.txt": b"Ja"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch) -> Path:
    """A folder to set in, with a secret and a package of the home folder in reach."""
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    for place in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(place, str(tmp_path / place))
        for space in ("local", "preview"):
            package = tmp_path / place / f"typst/packages/{space}/leak/1.0.0"
            package.mkdir(parents=True)
            (package / "typst.toml").write_text(
                '[package]\nname = "leak"\nversion = "1.0.0"\nentrypoint = "lib.typ"\n', encoding="utf-8"
            )
            (package / "lib.typ").write_text(f'#let leak = "{SECRET}"', encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def attempt(desk: Path, source: str) -> bytes:
    """What comes of a template as a PDF. Raises PressError."""
    templates = Templates({MAIN: source.encode(), **PARTS})
    return Typesetter(templates, NO_FONTS, desk / "stage").pdf({}, EDITION_DATE, ("1.7",), tagged=False)


def test_there_are_twenty_and_more():
    assert len(TO_PACKAGES) + len(TO_FILES) >= 20


@pytest.mark.parametrize("way", TO_PACKAGES)
def test_no_package(desk: Path, way: str):
    source, package = TO_PACKAGES[way]
    with pytest.raises(PressError) as error:
        attempt(desk, f"// First line\n{source}")
    (problem,) = error.value.problems
    assert error.value.exit_code == 2 and problem.what == PACKAGE + package
    assert problem.where == f"templates/{MAIN}:{2 + source.count(chr(10))}"


@pytest.mark.parametrize("way", sorted(TO_FILES.keys() - HARMLESS))
def test_no_file_of_elsewhere(desk: Path, way: str):
    with pytest.raises(PressError) as error:
        attempt(desk, TO_FILES[way])
    assert error.value.exit_code == 2 and all(p.where.startswith("templates/main.typ:") for p in error.value.problems)
    told = str(error.value)
    assert SECRET not in told and "root:" not in told and str(desk) not in told


@pytest.mark.parametrize("way", sorted(HARMLESS))
def test_harmless(desk: Path, way: str):
    """It is set, and what it names is not in it."""
    try:
        made = attempt(desk, TO_FILES[way])
    except PressError:
        return
    assert made.startswith(b"%PDF") and b"/Image" not in made and b"root:" not in made


def test_what_is_on_the_stage_is_read(desk: Path):
    """The same calls, of files that are there."""
    source = '#import "/templates/lib/part.typ": part\n#import"lib/part.typ": part\n#assert(read("words.txt") == "Ja")'
    assert attempt(desk, source + '\n#assert(read("/templates/words.txt") == "Ja")').startswith(b"%PDF")


def test_a_warning_that_there_is_no_such_font_comes_with_its_place(desk: Path):
    with pytest.raises(PressError, match=r"templates/main\.typ:1: unknown font family"):
        attempt(desk, '#text(font: "DejaVu Sans")[X]')


def test_the_environment_is_as_it_was(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    before = dict(os.environ)
    with cut_off():
        assert os.environ["https_proxy"] == "http://127.0.0.1:0" and os.environ["no_proxy"] == ""
    assert dict(os.environ) == before
