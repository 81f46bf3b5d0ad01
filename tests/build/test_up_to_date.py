"""Up to date: a command that has nothing to do says so at once, and only then."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from press.build import up_to_date
from press.build.up_to_date import FOLDER, UpToDate
from press.delivery.record import KEPT, SUMS
from press.paths import Project
from press.system import checksum
from press.system.checksum import sums_below

SAID = ["Nothing has changed."]
PHRASE = "content/phrases/probe.yaml"
OPTIONS = ("probe", None, "all")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with an order published, nothing of which was made; and a press of one module."""
    for file in (PHRASE, "assets/brands/probe/brand.yaml", "assets/icc/probe.icc", "templates/layouts/probe.typ"):
        _write(tmp_path / file, file)
    _write(tmp_path / "src/press/build/build.py", "build")
    _write(tmp_path / "fonts/probe.ttf", "font")
    monkeypatch.setattr(up_to_date, "own_sums", lambda: sums_below(tmp_path / "src/press"))
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    _write(tmp_path / "packages/typst-1.0.dist-info/METADATA", "")
    project = Project.at(tmp_path)
    made = {name: name for name in (*KEPT, "print/probe.pdf")}
    for name, text in made.items():
        _write(project.published("probe") / name, text)
        _write(project.record("probe") / name, text)
    _write(project.record("probe") / SUMS, json.dumps({name: _sha256(text) for name, text in made.items()}))
    return project


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _noted(project: Project, read: dict[str, str] | None = None) -> None:
    font = project.root / "fonts/probe.ttf"
    UpToDate.begin(project, *OPTIONS).note("probe", read or {}, {font: font.read_bytes()}, SAID)


def _said(project: Project, options: tuple[object, ...] = OPTIONS) -> list[str] | None:
    return UpToDate.begin(project, *options).said()


def test_nothing_is_said_before_anything_was_made(project: Project) -> None:
    assert _said(project) is None


def test_the_same_is_said_again(project: Project) -> None:
    _noted(project, {PHRASE: _sha256(PHRASE), "font/Probe/probe.ttf": "of a package"})

    assert _said(project) == _said(project) == SAID


def test_other_options_are_another_command(project: Project) -> None:
    _noted(project)

    assert _said(project, ("probe", "other", "all")) is None


CHANGES: dict[str, Callable[[Path], object]] = {
    "a phrase": lambda root: _write(root / PHRASE, "other"),
    "a phrase is gone": lambda root: (root / PHRASE).unlink(),
    "a new deck": lambda root: _write(root / "content/phrases/other.yaml", ""),
    "a brand": lambda root: _write(root / "assets/brands/probe/brand.yaml", "other"),
    "a profile": lambda root: _write(root / "assets/icc/probe.icc", "other"),
    "a template": lambda root: _write(root / "templates/layouts/probe.typ", "other"),
    "the press": lambda root: _write(root / "src/press/build/build.py", "other"),
    "a room's template": lambda root: _write(root / "src/press/proof/templates/index.html", ""),
    "a tool's version": lambda root: (root / "packages/typst-1.0.dist-info").rename(
        root / "packages/typst-1.1.dist-info"
    ),
    "a typeface of a package": lambda root: _write(root / "fonts/probe.ttf", "other"),
    "no typeface": lambda root: (root / "fonts/probe.ttf").unlink(),
    "a published file": lambda root: _write(root / "build/probe/print/probe.pdf", "other"),
    "a published file is gone": lambda root: (root / "build/probe/print/probe.pdf").unlink(),
    "what the next build reads": lambda root: (root / "build/.press/probe/record/manifest.json").unlink(),
    "the record": lambda root: _write(root / "build/.press/probe/record" / SUMS, "{}"),
    "something was refused since": lambda root: _write(root / "build/probe--refused/print/probe.pdf", ""),
    "something waits to be published": lambda root: _write(root / "build/.press/probe/waiting", ""),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_any_change_the_build_looks_for_itself(project: Project, change: Callable[[Path], object]) -> None:
    _noted(project)
    assert _said(project) == SAID

    change(project.root)

    assert _said(project) is None


def test_what_python_compiled_is_no_change(project: Project) -> None:
    _noted(project)

    _write(project.root / "src/press/build/__pycache__/build.cpython-311.pyc", "")

    assert _said(project) == SAID


@pytest.mark.parametrize(
    "edit", [lambda note: note.replace("Nothing", "Everything"), lambda note: note[:-9], lambda _: "[]"]
)
def test_a_note_that_was_changed_by_hand_is_never_used(project: Project, edit: Callable[[str], str]) -> None:
    _noted(project)
    (note,) = (project.private / FOLDER).iterdir()

    note.write_text(edit(note.read_text(encoding="utf-8")), encoding="utf-8")

    assert _said(project) is None


def test_a_file_that_was_another_one_when_it_was_read_keeps_no_note(project: Project) -> None:
    """Edited between the beginning and the reading, and set back afterwards."""
    _noted(project, {PHRASE: _sha256("other")})

    assert _said(project) is None


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_what_lies_behind_a_linked_folder_was_not_looked_at(project: Project) -> None:
    """It may change unseen: then the build looks for itself."""
    brand, outside = project.root / "assets/brands/probe", project.root / "outside"
    brand.rename(outside)
    brand.symlink_to(outside, target_is_directory=True)
    _noted(project, {"assets/brands/probe/brand.yaml": _sha256("assets/brands/probe/brand.yaml")})

    assert _said(project) is None


def test_a_file_that_cannot_be_read_stops_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that another program keeps for itself on Windows. Who has to read it was given something else."""
    whole = checksum.sha256_of

    def held(path: Path) -> str:
        if path.name == "probe.yaml":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(checksum, "sha256_of", held)
    _noted(project, {PHRASE: _sha256(PHRASE)})
    assert _said(project) is None
    _noted(project)
    assert _said(project) == SAID


def test_what_an_editor_puts_beside_an_open_file_is_no_change(project: Project) -> None:
    _noted(project)

    _write(project.root / "content/phrases/.probe.yaml.swp", "")
    _write(project.root / "content/~$sprueche.xlsx", "")

    assert _said(project) == SAID


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_nothing_is_written_where_a_link_leads(project: Project) -> None:
    outside = project.root / "outside"
    outside.mkdir()
    (project.private / FOLDER).symlink_to(outside)

    _noted(project)

    assert list(outside.iterdir()) == [] and _said(project) == SAID


def test_a_command_that_makes_nothing_says_the_same_until_anything_is_another(project: Project) -> None:
    check = ("check", None)
    UpToDate.begin(project, *check).note(None, {PHRASE: _sha256(PHRASE)}, {}, SAID)
    assert _said(project, check) == SAID and _said(project) is None

    (project.record("probe") / SUMS).unlink()
    assert _said(project, check) == SAID

    _write(project.root / PHRASE, "other")
    assert _said(project, check) is None


def _folder(path: Path) -> None:
    path.mkdir()


def _dangling_link(path: Path) -> None:
    if os.name == "nt":
        pytest.skip("links want rights there")
    path.symlink_to("nowhere")


@pytest.mark.parametrize("made", [_folder, _dangling_link])
def test_what_is_no_file_is_looked_at_too(project: Project, made: Callable[[Path], None]) -> None:
    """It may be told for its name, or because a file belongs there."""
    _noted(project)
    made(project.content / "phrases/Neue Sprüche.yaml")

    assert _said(project) is None
