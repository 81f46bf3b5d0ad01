"""Names of files as people write them."""

import unicodedata
from pathlib import Path

import pytest

from press.system.written_names import named_file


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
