"""Edits: every one is round_summary, once, by the name of its file; what editors leave lying about is none."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools import DECK
from watchfiles._rust_notify import WatchfilesRustInternalError

from press.paths import Project
from press.watch.edits import LOOK_S, differing, edits, state

LATE_S = 20
QUIET_S = 0.5  # in place of the short one, which a busy machine may miss
CLOCK_S = 0.02  # the coarsest tick of a disk's clock: one of Linux's, at 100 Hz, twice
STEPS = 4  # in which a slow writer writes each file
TEMPLATE, LOGO = "templates/lib/board.typ", "assets/brands/musterstadt/wappen.svg"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Folders as a project has them, and a file in each."""
    for name in (DECK, TEMPLATE, LOGO, "build/standard/index.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("first", encoding="utf-8")
    return tmp_path


NONE_LEFT = {
    "no watches": OSError(28, "No space left on device"),
    "no instances": WatchfilesRustInternalError(
        "Error creating recommended watcher: Too many open files (os error 24)"
    ),
}


@pytest.fixture(
    params=["events", "no watches", pytest.param("no instances", marks=pytest.mark.thorough)]
)  # where there are no instances it is found out in another way, and then is the same
def coming(root: Path, request, monkeypatch) -> Iterator[Iterator[tuple[str, ...]]]:
    """What is told while a test edits: where the system tells of changes, and where it has no more watches to give."""
    if request.param in NONE_LEFT:
        _none_left(monkeypatch, request.param)
    coming = edits(Project.at(root))
    assert next(coming) == ()
    # Were an edit not round_summary, the test would wait for ever: this one ends it.
    late = threading.Timer(LATE_S, (root / "content/too-late.yaml").write_text, ["x"])
    late.start()
    yield coming
    late.cancel()


def _none_left(monkeypatch: pytest.MonkeyPatch, of: str) -> None:
    def refused(*_, **__):
        raise NONE_LEFT[of]

    monkeypatch.setattr("watchfiles.watch", refused)


def save_beside(path: Path, text: str) -> None:
    """As careful editors save: another file, then in its place."""
    other = path.with_name(f".{path.name}.new")
    other.write_text(text, encoding="utf-8")
    other.replace(path)


def test_every_kind_of_edit_is_told(root, coming):
    (root / DECK).write_text("second", encoding="utf-8")
    assert next(coming) == (DECK,)
    save_beside(root / TEMPLATE, "other")
    assert next(coming) == (TEMPLATE,)
    (root / LOGO).unlink()
    assert next(coming) == (LOGO,)
    (root / "assets/brands/neu/fonts").mkdir(parents=True)
    (root / "assets/brands/neu/fonts/neu.ttf").write_bytes(b"font")
    assert next(coming) == ("assets/brands/neu/fonts/neu.ttf",)
    (root / TEMPLATE).rename(root / "templates/lib/bord.typ")
    assert next(coming) == (TEMPLATE, "templates/lib/bord.typ")


def test_where_nothing_tells_it_looks_by_itself(root, monkeypatch):
    _none_left(monkeypatch, "no instances")
    coming = edits(Project.at(root))
    assert next(coming) == ()
    (root / DECK).write_text("second", encoding="utf-8")
    assert next(coming) == (DECK,)


def test_a_file_of_the_same_size_and_date_is_another(root, coming):
    found = (root / DECK).stat()
    save_beside(root / DECK, "other")
    os.utime(root / DECK, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert next(coming) == (DECK,)


@pytest.mark.skipif(os.name == "nt", reason="Windows notes no time of change")
def test_so_is_one_that_was_written_in_place(root):
    """The same size, the same inode, and the date put back, as some tools that sync folders do."""
    before, found = state(Project.at(root)), (root / DECK).stat()
    time.sleep(CLOCK_S)
    (root / DECK).write_text("other", encoding="utf-8")
    os.utime(root / DECK, ns=(found.st_atime_ns, found.st_mtime_ns))
    now = (root / DECK).stat()
    assert (now.st_size, now.st_mtime_ns, now.st_ino) == (found.st_size, found.st_mtime_ns, found.st_ino)
    assert differing(before, state(Project.at(root))) == (DECK,)


@pytest.mark.parametrize(
    "name",
    [
        ".probe.yaml.swp",
        "probe.yaml~",
        "4913",
        "#probe.yaml#",
        ".#probe.yaml",
        "~$probe.yaml",
        "probe.yaml.tmp",
        "probe.yaml.bak",
        "probe.yaml___jb_tmp___",
        ".goutputstream-A1B2C3",
        ".DS_Store",
        "Thumbs.db",
        ".git/index",
        "sedA1b2C3",
    ],
)
def test_what_editors_leave_beside_a_file_is_no_edit(root, name):
    before = state(Project.at(root))
    path = (root / DECK).parent / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("x", encoding="utf-8")
    assert len(before) == 3 and state(Project.at(root)) == before


@pytest.mark.parametrize(
    "name", ["bund.yaml", "swan.yaml", "sedan.yaml", "logo.svg", "Temperatur.otf", "kein.woff", "49130.png"]
)
def test_what_looks_like_it_is_one(root, name):
    (root / DECK).with_name(name).write_text("x", encoding="utf-8")
    assert f"content/phrases/{name}" in state(Project.at(root))


def test_what_is_built_is_no_edit(root, coming):
    threading.Timer(LOOK_S, (root / DECK).write_text, ["second"]).start()
    (root / "build/standard/index.html").write_text("second", encoding="utf-8")
    assert next(coming) == (DECK,)


def test_several_steps_are_one_save(root, coming, monkeypatch):
    """A writer that takes its time, of two files by turns; the next save is another."""
    monkeypatch.setattr("press.watch.edits.QUIET_S", QUIET_S)
    monkeypatch.setattr("press.watch.edits.LONGEST_S", 10 * QUIET_S)

    def write():
        for n in range(2 * STEPS):
            (root / (DECK, TEMPLATE)[n % 2]).write_text(f"part {n}", encoding="utf-8")
            time.sleep(QUIET_S / 10)
        time.sleep(3 * QUIET_S)
        (root / LOGO).write_text("other", encoding="utf-8")

    writer = threading.Timer(2 * LOOK_S, write)  # by then it listens
    writer.start()
    assert next(coming) == (DECK, TEMPLATE)
    assert (root / TEMPLATE).read_text() == f"part {2 * STEPS - 1}"
    assert next(coming) == (LOGO,)
    writer.join()


def test_what_is_edited_while_nobody_asks_comes_when_somebody_does(root, coming):
    for name in (DECK, LOGO):
        (root / name).write_text("during the first build", encoding="utf-8")
    assert next(coming) == (LOGO, DECK)
    (root / DECK).write_text("during the second", encoding="utf-8")
    time.sleep(2 * LOOK_S)
    (root / TEMPLATE).write_text("during the second", encoding="utf-8")
    assert next(coming) == (DECK, TEMPLATE)
