"""A finished order whose place somebody holds: it waits, and the next command publishes it. Nothing is made twice."""

from types import SimpleNamespace

import pytest
from held import hold
from tools import attempt, edit, files, make

from press.build.clean import clear
from press.delivery.filenames import MANIFEST, REPORT, SNAPSHOT
from press.delivery.publish import HeldError
from press.delivery.record import read_record
from press.delivery.waiting import MARK, is_waiting, publish_or_wait
from press.delivery.working_folder import last_published, working_folder
from press.errors import PressError
from press.links.addresses import Address
from press.links.register import read_register
from press.links.register_file import Printed
from press.paths import Project
from press.system.checksum import sha256_of

KEPT = (MANIFEST, REPORT, SNAPSHOT)  # what the next build reads back
SHORT = "https://www.kommune.de/b/"
ADDRESS = Address("podcast", "a", "https://ziel.de/a", f"{SHORT}a", ())


@pytest.fixture
def project(bare, monkeypatch) -> Project:
    monkeypatch.setattr("press.system.held_files.PATIENCE", 0.0)
    monkeypatch.setattr("press.system.held_files.PAUSE", 0.0)
    (bare / "build/order").mkdir()
    for name in (*KEPT, "Notiz.txt"):
        (bare / "build/order" / name).write_text("old")
    return Project.at(bare)


@pytest.fixture
def waiting(project, monkeypatch):
    """A project in which an order waits; `waiting.let_go()`: nobody holds its place any more."""
    let_go = hold(monkeypatch, project.published("order"))
    with pytest.raises(HeldError) as held:
        finish(project)
    (problem,) = held.value.problems
    assert held.value.exit_code == 4 and problem.where == "build/order"
    assert "waits" in problem.what and "close it" in problem.fix
    assert texts(project) == {"Notiz.txt": b"old"} | dict.fromkeys(KEPT, b"old")
    return SimpleNamespace(project=project, let_go=let_go)


def finish(project: Project) -> None:
    with working_folder(project, "order") as work:
        for name in KEPT:
            (work / name).write_text("new")
        manifest = SimpleNamespace(outputs={name: sha256_of(work / name) for name in (REPORT, SNAPSHOT)})
        publish_or_wait(project, "order", manifest, work, Printed("order", "0000-0000", SHORT, (ADDRESS,)))


def promised(project: Project) -> list[str]:
    loaded = read_register(project)
    return [f"{one.short}{one.key}" for one in loaded.value.addresses] if loaded else []


def texts(project: Project) -> dict[str, bytes]:
    return files(project.published("order"))


def begin(project: Project) -> None:
    with working_folder(project, "order"):
        pass


@pytest.mark.parametrize("command", [begin, lambda project: last_published(project, "order")])
def test_the_next_command_publishes_it(waiting, command):
    """With its record, so that it is known as our own work; what is somebody's own stays, also what came meanwhile."""
    project = waiting.project
    (project.published("order") / "Notiz 2.txt").write_text("mine")
    assert promised(project) == [], "nobody can send it yet"
    waiting.let_go()
    command(project)
    assert promised(project) == [ADDRESS.printed]
    assert texts(project) == {"Notiz.txt": b"old", "Notiz 2.txt": b"mine"} | dict.fromkeys(KEPT, b"new")
    assert read_record(project, "order").whole and not is_waiting(project, "order")
    assert [path.name for path in project.workshop("order").iterdir()] == ["record"]


def test_whoever_still_holds_it_is_told_of_before_any_work(waiting):
    with pytest.raises(HeldError, match="waits"), working_folder(waiting.project, "order"):
        pytest.fail("it went to work")
    assert is_waiting(waiting.project, "order")
    waiting.let_go()
    begin(waiting.project)
    assert texts(waiting.project)[MANIFEST] == b"new"


@pytest.mark.parametrize("spoilt", [f"work/{MANIFEST}", MARK])
def test_what_is_no_longer_what_was_made_is_not_published(waiting, spoilt: str):
    file = waiting.project.workshop("order") / spoilt
    assert file.is_file()
    file.write_text("spoilt")
    waiting.let_go()
    begin(waiting.project)
    assert texts(waiting.project)[MANIFEST] == b"old" and not waiting.project.workshop("order").exists()
    assert promised(waiting.project) == []


def test_a_register_that_cannot_be_written_is_told_once(waiting, monkeypatch):
    """The order is published all the same, and building it once more with --release enters them."""

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    waiting.let_go()
    monkeypatch.setattr("press.links.register_file.os.replace", refuse)
    with pytest.raises(PressError, match=r"printed\.yaml: the order is published.*--release"):
        begin(waiting.project)
    assert texts(waiting.project)[MANIFEST] == b"new" and not is_waiting(waiting.project, "order")
    begin(waiting.project)


def test_the_working_folder_may_be_what_is_held(project, monkeypatch):
    let_go = hold(monkeypatch, project.work("order"))
    with pytest.raises(HeldError, match="waits"):
        finish(project)
    assert texts(project)["Notiz.txt"] == b"old"
    let_go()
    begin(project)
    assert texts(project) == {"Notiz.txt": b"old"} | dict.fromkeys(KEPT, b"new")


def test_clean_takes_it_away(waiting):
    waiting.let_go()
    clear(waiting.project)
    assert list(waiting.project.build.iterdir()) == []


def test_an_order_that_waited_is_not_made_again(small, monkeypatch):
    monkeypatch.setattr("press.system.held_files.PATIENCE", 0.0)
    edit(small / "content/phrases/probe.yaml", "Da könnte", "Dann könnte")
    let_go = hold(monkeypatch, small / "build/standard")
    assert "waits" in attempt(make, small)[1][0].what
    let_go()
    made = make(small)
    assert made.comparison is None and made.made == ()
