"""Fonts: every character that is printed must be in every face of the brand."""

import pytest
from tools import DECK, PODCAST, edit, plan

from press.errors import PressError


def refused(root) -> list[str]:
    with pytest.raises(PressError) as error:
        plan(root)
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize(
    "text", ["ÄÖÜäöüß ẞ", "„a“ ‚b‘ »c« – … ’", "€ § % & é ñ ç ø œ", "Fach\u00adkräfte", "z.\u00a0B."]
)
def test_what_german_needs_is_there(sample, text: str):
    edit(sample / DECK, "board: Da könnte.*", f"board: {text}" if text[0] != "„" else f"board: '{text}'")
    plan(sample)


def test_every_missing_character_is_told_with_its_phrase(sample):
    edit(sample / DECK, "board: Da könnte.*", "board: Da 😀 könnte 漢")
    edit(sample / DECK, "short: Kurz gesagt die Antwort Nummer 3.", "short: Kurz 😀")
    problems = refused(sample)
    assert {problem.split(": the font")[0] for problem in problems} == {
        f"{DECK}:11: phrase `zwei`",
        f"{DECK}:16: phrase `drei`",
    }
    assert any("漢 (U+6F22 CJK UNIFIED IDEOGRAPH-6F22), 😀 (U+1F600 GRINNING FACE)" in problem for problem in problems)


@pytest.mark.parametrize(
    "file, find, put, line",
    [
        (PODCAST, "title: .*", "title: Alles 😀", 11),
        (PODCAST, "about: .*", "about: der 😀", 3),
        (DECK, "credit: .*", "credit: Von 😀", 3),
    ],
)
def test_other_texts_are_looked_at_too(sample, file: str, find: str, put: str, line: int):
    edit(sample / file, find, put)
    assert all(problem.startswith(f"{file}:{line}: the font") for problem in refused(sample))


def test_both_faces_come_from_packages(sample):
    faces = plan(sample).faces
    assert len(faces) == 2 and all(
        face.files and "site-packages" in file.as_posix() for face in faces for file in face.files
    )
    assert all({"ß", "ẞ", "„", "–"} <= face.characters() for face in faces)
