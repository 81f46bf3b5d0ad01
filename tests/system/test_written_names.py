"""Names of files as people write them."""

import unicodedata
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from press.schema.values import FileName, FilePath
from press.system.written_names import file_inside, leading_out, named_file


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_composed_or_not(tmp_path: Path, on_disk: str, written: str):
    name = "Bürgerhäuser/Wappen  groß.svg"
    file = tmp_path / unicodedata.normalize(on_disk, name)
    file.parent.mkdir()
    file.touch()
    assert named_file(tmp_path, unicodedata.normalize(written, name)).samefile(file)


def test_two_spaces_are_no_single_one(tmp_path: Path):
    (tmp_path / "a b.svg").touch()
    assert not named_file(tmp_path, "a  b.svg").exists()


def test_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "x.icc").touch()
    assert named_file(Path("/nowhere"), "~/x.icc") == tmp_path / "x.icc"


@pytest.mark.parametrize("name", ["missing.svg", "~nobody-here/x.svg", "x" * 5000, "a\0b"])
def test_what_is_not_there_is_no_crash(tmp_path: Path, name: str):
    assert named_file(tmp_path, name) is not None


OUT = [
    r"\\host\share\x.svg",
    "//host/share/x.svg",
    r"\\?\C:\x.svg",
    r"\/host/x.svg",
    r"\x.svg",
    "C:x.svg",
    r"C:\x.svg",
    "c:/x.svg",
    "/x.svg",
    "../x.svg",
    "a/../../x.svg",
    r"..\x.svg",
    r"a\x.svg",
    "~/x.svg",
    "~root/x.svg",
    "x.svg:stream",
    "nul",
    "NUL.svg",
    "a/com1.svg",
    "x.svg.",
    "x.svg ",
    "x\0.svg",
]


@pytest.mark.parametrize("name", OUT)
def test_what_may_lead_out_is_refused_by_its_form(name: str, monkeypatch: pytest.MonkeyPatch):
    """Before the system is asked for anything: on Windows to ask is to send a stranger one's password's sum."""

    def asked(*_, **__):
        raise AssertionError(f"asked the system for {name}")

    for function in ("stat", "lstat", "readlink", "open", "scandir"):
        monkeypatch.setattr(f"os.{function}", asked)
    with pytest.raises(ValidationError):
        TypeAdapter(FileName).validate_python(name)
    assert leading_out(name)


@pytest.mark.parametrize("name", ["x.svg", "a/x.svg", "a b.svg", "ä.svg", "nulls.svg", "com10.svg", "x..svg", "x~.svg"])
def test_what_stays_is_taken(tmp_path: Path, name: str):
    assert TypeAdapter(FileName).validate_python(name) == name
    assert file_inside(tmp_path, name) == tmp_path / name


def test_a_path_of_this_machine_may_lead_anywhere_on_it():
    paths = TypeAdapter(FilePath)
    for path in ("/usr/share/x.icc", r"C:\profiles\x.icc", "~/x.icc", "../x.icc"):
        assert paths.validate_python(path) == path
    for path in (r"\\host\x.icc", "//host/x.icc", r"\\.\pipe\x", r"/\host/x.icc"):
        with pytest.raises(ValidationError):
            paths.validate_python(path)
