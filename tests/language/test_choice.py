"""Which language is spoken: the option, PRESS_LANGUAGE, the system's variables, Windows' menus; else English."""

import ctypes
import sys
from types import SimpleNamespace

import pytest

from press.cli.language_option import speak_as_asked, speak_for_help
from press.errors import PressError
from press.language import choice
from press.language.choice import known, language_of_system, preferred, spoken


@pytest.fixture(autouse=True)
def nobody_chose(monkeypatch):
    monkeypatch.setattr(choice, "_spoken", None)


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
@pytest.mark.parametrize(
    "value, language",
    [
        ("de_DE.UTF-8", "de"),
        ("de", "de"),
        ("de_AT@euro", "de"),
        ("en_US.UTF-8", "en"),
        ("fr_FR.UTF-8", "en"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("den", "en"),
        ("", "en"),
    ],
)
def test_each_variable_chooses(name: str, value: str, language: str):
    assert language_of_system({name: value}) == language


@pytest.mark.parametrize(
    "first, second",
    [("LC_ALL", "LC_MESSAGES"), ("LC_ALL", "LANG"), ("LC_MESSAGES", "LANG"), ("PRESS_LANGUAGE", "LC_ALL")],
)
def test_the_first_that_says_anything_counts(first: str, second: str):
    assert preferred({first: "de", second: "en_US"}) == "de"
    assert preferred({first: "en", second: "de_DE"}) == "en"
    assert preferred({first: "", second: "de_DE"}) == "de"


def test_without_any_it_is_english(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert language_of_system({}) == "en"


@pytest.mark.parametrize(
    "langid, language",
    [(0x0407, "de"), (0x0C07, "de"), (0x0409, "en"), (0x040C, "en"), (0x0807, "de"), (0x0807 ^ 7, "en")],
)
def test_windows_speaks_as_its_menus(langid: int, language: str, monkeypatch):
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: langid)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "WinDLL", {"kernel32": kernel}.__getitem__, raising=False)
    assert language_of_system({}) == language
    assert language_of_system({"LANG": "de_DE"}) == "de"  # of a shell that sets it, which is asked first


def test_the_option_wins():
    speak_as_asked("de", {"PRESS_LANGUAGE": "en", "LC_ALL": "en_US"})
    assert spoken() == "de"
    speak_as_asked(None, {"PRESS_LANGUAGE": "en", "LC_ALL": "de_DE"})
    assert spoken() == "en"
    speak_as_asked(None, {"LC_ALL": "de_DE"})
    assert spoken() == "de"


@pytest.mark.parametrize(
    "option, environ, where",
    [("fr", {"PRESS_LANGUAGE": "de"}, "--language"), (None, {"PRESS_LANGUAGE": "fr"}, "PRESS_LANGUAGE")],
)
def test_one_that_is_not_there_is_told_with_those_there_are(option, environ, where: str):
    with pytest.raises(PressError) as caught:
        speak_as_asked(option, environ)
    assert list(map(str, caught.value.problems)) == [f"{where}: there is no language `fr`; choose one of: en, de"]
    assert caught.value.exit_code == 2


def test_an_empty_option_is_none_of_them():
    with pytest.raises(PressError):
        speak_as_asked("", {})


@pytest.mark.parametrize(
    "arguments, language",
    [
        (["invoke", "build", "--language", "de", "--help"], "de"),
        (["invoke", "--help", "build", "--language=de"], "de"),
        (["invoke", "--list"], "en"),
        (["invoke", "build", "--language"], "en"),
        (["invoke", "build", "--language", "fr"], "en"),
    ],
)
def test_help_is_asked_for_before_options_are_read(arguments: list[str], language: str):
    speak_for_help(arguments, {"LANG": "en_US"})
    assert spoken() == language


def test_ours_are_known_however_they_are_written():
    assert [known(tag) for tag in ("DE", "de-CH", " de_DE ", "Deutsch", "", "C")] == [
        "de",
        "de",
        "de",
        None,
        None,
        None,
    ]
