"""What Windows does, done on any system."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def case_insensitive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose files are found by capital and small letters alike, as on Windows and macOS."""
    listdir, real = os.listdir, {name: getattr(os, name) for name in ("stat", "lstat", "open")}

    def spelt(path):
        if isinstance(path, int) or tmp_path not in Path(path).parents:
            return path
        place = tmp_path
        for part in Path(path).relative_to(tmp_path).parts:
            try:
                entries = listdir(place)
            except OSError:
                entries = []
            place /= next((entry for entry in entries if entry.lower() == part.lower()), part)
        return place

    def asking(name: str):
        return lambda path, *more, **options: real[name](spelt(path), *more, **options)

    for name in real:
        monkeypatch.setattr(os, name, asking(name))
    return tmp_path
