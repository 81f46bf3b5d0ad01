"""A clone as Windows has it: other line ends, names composed otherwise, disks that are found otherwise, signals."""

import multiprocessing
import signal
import unicodedata
from pathlib import Path

import pytest
from tools import SAMPLE, copy_project, plan

from press.build.fingerprint import take_fingerprints
from press.errors import PressError
from press.system import worker_pool
from press.system.os_errors import explaining_os_errors
from press.typst_engine.compiler import _PLACE
from press.typst_engine.stage import Stage
from press.typst_engine.templates import read_templates

TEXTS = (".yaml", ".typ", ".svg", ".md")


def crlf(root: Path) -> int:
    """Ends every line of what people write as Windows does."""
    count = 0
    for folder in ("content", "templates", "assets/brands"):
        for path in (root / folder).rglob("*"):
            if path.suffix in TEXTS:
                data = path.read_bytes().replace(b"\r\n", b"\n")
                path.write_bytes(data.replace(b"\n", b"\r\n"))
                count += data.count(b"\n")
    return count


def test_a_clone_with_other_line_ends_says_the_same(tmp_path):
    """Of templates the sums differ, and so everything is set anew once; what is read is the same, line for line."""
    here, there = copy_project(tmp_path / "here", SAMPLE), copy_project(tmp_path / "there", SAMPLE)
    assert crlf(there) > 500
    ours, theirs = plan(here), plan(there)
    assert theirs.content == ours.content or theirs.content.phrases == ours.content.phrases
    assert theirs.brand.value == ours.brand.value and theirs.order.source.lines == ours.order.source.lines
    assert [product.file for product in theirs.products] == [product.file for product in ours.products]
    assert read_templates(theirs.project).layouts == read_templates(ours.project).layouts
    assert set(take_fingerprints(theirs).products) == set(take_fingerprints(ours).products)


def test_a_folder_of_a_name_that_macos_composes(tmp_path):
    root = copy_project(tmp_path / unicodedata.normalize("NFD", "Bürgerhäuser"), SAMPLE)
    assert plan(root).products


def test_no_mount_points_are_asked_for_in_a_way_windows_lacks(tmp_path, monkeypatch):
    """Path.is_mount raises there up to Python 3.11."""

    def is_mount(self):
        raise NotImplementedError("Path.is_mount() is unsupported on this system")

    monkeypatch.setattr(Path, "is_mount", is_mount)
    with pytest.raises(PressError, match="is full"), explaining_os_errors(tmp_path):
        raise OSError(28, "No space left on device", str(tmp_path / "build/x"))


def test_signals_of_a_console_are_for_the_first_process_to_hear(monkeypatch):
    """All processes of a console get Ctrl-C and Ctrl-Break: one that shares work must not die of them."""
    heard = {}
    for signals in ("FROM_CONSOLE", "SIGNALS"):
        monkeypatch.setattr(worker_pool, signals, (signal.SIGINT, signal.SIGTERM))  # SIGBREAK is Windows' own
    monkeypatch.setattr(signal, "signal", heard.__setitem__)
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: None)
    worker_pool._begin()
    assert heard == {signal.SIGINT: signal.SIG_IGN, signal.SIGTERM: signal.SIG_IGN}


@pytest.mark.parametrize("path", [r"\\?\C:\ty\main.typ", r"C:\ty\main.typ", "/ty/main.typ", "main.typ"])
def test_where_typst_finds_a_mistake_is_read_on_any_system(tmp_path, path: str):
    found = _PLACE.search(f"error: unclosed delimiter\n  ┌─ {path}:2:4\n  │\n")
    assert found and (found["file"], found["line"]) == (path, "2")
    assert Stage(tmp_path).name(path) == path.removeprefix("\\\\?\\")


@pytest.mark.parametrize("begins", ["", "\\\\?\\"])
def test_a_file_on_the_stage_is_named_from_there_on_any_system(tmp_path, begins: str):
    stage = Stage(tmp_path)
    assert stage.name(f"{begins}{stage.root / 'assets' / 'extra.json'}") == "assets/extra.json"
