"""Kept facts: known again by all that they were made from, never when they are not as they were written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from press.kept import kept_facts
from press.kept.kept_facts import FOLDER, NOTHING_KEPT, KeptFacts
from press.kept.sealed import hash_of, read_sealed, write_sealed
from press.paths import Project


@pytest.fixture
def kept(tmp_path: Path) -> KeptFacts:
    return KeptFacts.of(Project(tmp_path))


def _made(kept: KeptFacts, made_from: object, kind: str = "probe", fact: object = 1.5) -> bool:
    """Whether the fact had to be made."""
    made = []
    assert kept.known(kind, made_from, lambda: made.append(fact) or fact) == fact
    return bool(made)


def _file(kept: KeptFacts) -> Path:
    assert kept.folder
    (file,) = kept.folder.iterdir()
    return file


def test_a_fact_is_made_once_of_the_same_things(kept: KeptFacts) -> None:
    assert [_made(kept, ["a"]), _made(kept, ["a"]), _made(kept, ["b"]), _made(kept, ["a"], "other")] == [
        True,
        False,
        True,
        True,
    ]


def test_nothing_is_a_fact_too(kept: KeptFacts) -> None:
    assert _made(kept, "a", fact=None) and not _made(kept, "a", fact=None)


def test_without_a_folder_nothing_is_kept() -> None:
    assert _made(NOTHING_KEPT, "a") and _made(NOTHING_KEPT, "a")


def _edited(file: Path) -> None:
    file.write_text(file.read_text().replace("1.5", "1.6"))


def _sealed_again_under_another_name(file: Path) -> None:
    write_sealed(file, [hash_of("another"), 1.6])


def _no_fact(file: Path) -> None:
    write_sealed(file, {"fact": 1.6})


def _cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3])


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "damage", [_edited, _sealed_again_under_another_name, _no_fact, _cut_off, Path.unlink, _a_folder]
)
def test_what_is_not_as_it_was_written_is_made_anew(kept: KeptFacts, damage: Callable[[Path], None]) -> None:
    _made(kept, "a")
    damage(_file(kept))
    assert _made(kept, "a")


def test_what_another_press_kept_is_made_anew(kept: KeptFacts, monkeypatch: pytest.MonkeyPatch) -> None:
    _made(kept, "a")
    monkeypatch.setattr(kept_facts, "press_and_tools", lambda: ("another",))
    assert _made(kept, "a")


def test_those_made_first_go_first(kept: KeptFacts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_facts, "MOST_FILES", 2)
    for age, name in ((30, "a"), (20, "b"), (0, "c")):
        _made(kept, name)
        assert kept.folder
        for file in kept.folder.iterdir():
            if read_sealed(file) and file.stat().st_mtime > 1000 and age:
                os.utime(file, (1000 - age, 1000 - age))
    assert [_made(kept, "c"), _made(kept, "b"), _made(kept, "a")] == [False, False, True]


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_nothing_is_written_where_a_link_leads(kept: KeptFacts, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    assert kept.folder and kept.folder.name == FOLDER
    kept.folder.parent.mkdir(parents=True)
    kept.folder.symlink_to(outside)
    assert _made(kept, "a") and not list(outside.iterdir()) and not _made(kept, "a")
