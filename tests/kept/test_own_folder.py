"""The press's own folders in build/: real ones, whatever lies in their place."""

import os
from pathlib import Path

import pytest

from press.kept.sealed import own_folder


@pytest.mark.parametrize("name", [".press", ".press/_facts"])
@pytest.mark.parametrize("kind", ["nothing", "file", "link", "folder"])
def test_it_is_a_folder_and_nothing_outside_is_touched(tmp_path: Path, name: str, kind: str) -> None:
    place, outside = tmp_path / name, tmp_path / "outside"
    (outside / "_facts").mkdir(parents=True)
    (outside / "mine").write_text("mine", encoding="utf-8")
    place.parent.mkdir(exist_ok=True)
    if kind == "file":
        place.write_text("x", encoding="utf-8")
    elif kind == "folder":
        (place / "kept").mkdir(parents=True)
    elif kind == "link":
        if os.name == "nt":
            pytest.skip("links want rights there")
        place.symlink_to(outside)
    folder = own_folder(tmp_path / ".press/_facts")
    (folder / "new").write_text("new", encoding="utf-8")
    assert {path.name for path in outside.rglob("*")} == {"_facts", "mine"}
    assert (place / "kept").exists() == (kind == "folder")
