"""What somebody does to the project while a build runs: told by name, or of no effect; the order is of one state."""

import hashlib
import shutil
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import fontpkg
import pytest
from command import command
from tools import DECK, PATIENCE_S, files, make, manifest, plan, press
from witness import links_leading_out, rephrase, started, state

from press.build.build import build
from press.build.clean import clear
from press.delivery.working_folder import working_folder
from press.errors import PressError
from press.paths import Project
from press.system.file_lock import OrderLockedError, order_lock
from press.system.os_errors import explaining_os_errors
from press.system.progress import Progress

FONTS = "assets/brands/kleinstadtniveau/fonts"
COMPETING_S = 2  # long enough for some thousand locks
STEPS = ("setting", "finishing", "preflight", "previews")


class Meddling(Progress):
    """Somebody does something before a step, or after the last."""

    def __init__(self, moment: str, act):
        super().__init__(terminal=False)
        self.moment, self.act = moment, act

    @contextmanager
    def step(self, doing):
        if doing == self.moment:
            self.act()
        yield
        if self.moment == "end" and doing == STEPS[-1]:
            self.act()


@pytest.fixture
def own_font(small: Path) -> Path:
    """The display face's file, laid into the brand's folder, where somebody can get at it."""
    (family,) = [family for family in fontpkg.families().values() if family.name == "Baloo 2"]
    (small / FONTS).mkdir()
    return Path(shutil.copy(family.files[0].path, small / FONTS))


@pytest.mark.parametrize(
    "name",
    [
        "font",
        "templates/layouts/bingo-3x3.typ",
        "templates/lib/board.typ",
        "templates/slug.typ",
        "templates/ticket.typ",
    ],
)
def test_a_font_or_a_template_that_goes_away(small, own_font, often, name: str):
    """What was read at the start is what is set."""
    path, moments = own_font if name == "font" else small / name, [*STEPS, "end"]
    make(small)
    due = files(small / "build/standard/print")
    for moment in Random(name).sample(moments, often(1, len(moments))):
        data = path.read_bytes()
        shutil.rmtree(small / "build")
        make(small, Meddling(moment, path.unlink))
        assert files(small / "build/standard/print") == due and links_leading_out(small) == []
        path.write_bytes(data)


def test_a_template_that_changes_under_way_is_seen_by_the_next_build(small):
    template = small / "templates/lib/board.typ"
    read, text = hashlib.sha256(template.read_bytes()).hexdigest(), template.read_text(encoding="utf-8")
    rephrase(small, 1)
    make(small, Meddling("setting", lambda: template.write_text(text + "\n// changed\n", encoding="utf-8")))
    assert manifest(small)["inputs"]["templates/lib/board.typ"] == read
    assert "print/bingo-3x3.pdf" in make(small).made
    assert manifest(small)["inputs"]["templates/lib/board.typ"] != read


@pytest.mark.parametrize("step", ["preflight", "previews"])
def test_a_working_folder_that_goes_away(small, step: str):
    before = state(small)
    rephrase(small, 1)
    with pytest.raises(PressError) as error, explaining_os_errors(small):
        make(small, Meddling(step, lambda: shutil.rmtree(small / "build/.press/standard/work")))
    assert error.value.exit_code == 4 and "is gone" in error.value.problems[0].what
    assert state(small) == before and links_leading_out(small) == []


def test_what_is_read_already_may_go(small):
    """The build works on what it read at its start: content, brand and profile."""
    before = state(small)
    rephrase(small, 1)
    read = hashlib.sha256((small / DECK).read_bytes()).hexdigest()
    make(small, Meddling("setting", lambda: [shutil.rmtree(small / name) for name in ("content", "assets")]))
    assert state(small) != before and manifest(small)["inputs"][DECK] == read


def test_content_that_changes_under_way_is_seen_by_the_next_build(small):
    rephrase(small, 1)
    read = hashlib.sha256((small / DECK).read_bytes()).hexdigest()
    first_plan = plan(small)
    rephrase(small, 2)
    build(first_plan, Meddling("setting", lambda: rephrase(small, 3)))
    first = state(small)
    assert manifest(small)["inputs"][DECK] == read  # of what was set, not of what lies there now
    assert "1. Versuch" in (small / "build/standard/content.json").read_text(encoding="utf-8")
    assert make(small).made == ("print/bingo-3x3.pdf",) and state(small) != first
    assert "3. Versuch" in (small / "build/standard/content.json").read_text(encoding="utf-8")


def test_two_builds_at_once(small):
    """One of them makes the order, the other says why not: at any moment."""
    before = state(small)
    rephrase(small, 1)
    both = [started(small) for _ in range(2)]
    said = [build.communicate(timeout=PATIENCE_S) for build in both]
    codes = [build.returncode for build in both]
    assert 0 in codes and set(codes) <= {0, 4} and state(small) != before and links_leading_out(small) == []
    for code, (out, err) in zip(codes, said):
        assert "Traceback" not in out + err and ("another build of this order is running; wait for it" in err) == (
            code == 4
        )


def test_nobody_clears_away_what_another_is_at_work_on(small):
    before = state(small)
    with working_folder(Project.at(small), "standard") as work:
        (work / "x").write_text("x")
        done = press(small, "clean")
        assert done.returncode == 4 and "another build" in done.stderr and (work / "x").exists()
    assert state(small) == before
    clear(Project.at(small))
    assert list((small / "build").iterdir()) == []


def test_an_order_looked_at_while_it_is_built(small):
    with working_folder(Project.at(small), "standard"):
        assert command(small, "check", "--build", "standard").returncode == 0
        assert command(small, "proof").returncode == 0


def test_an_order_has_one_lock(small):
    project = Project.at(small)
    one, other = order_lock(project, "standard"), order_lock(project, "other")
    with one, other, pytest.raises(OrderLockedError), order_lock(project, "standard"):
        pass
    with order_lock(project, "standard"):
        pass
    assert links_leading_out(small) == []


def test_a_lock_whose_file_was_deleted_is_none(small):
    """Who held it deletes its file in the end: whoever opened it meanwhile must not think it holds the order's lock."""
    project, inside, most = Project.at(small), [], []

    def compete() -> None:
        end = time.monotonic() + COMPETING_S
        while time.monotonic() < end:
            with suppress(OrderLockedError), order_lock(project, "standard"):
                inside.append(1)
                most.append(len(inside))
                time.sleep(0)  # another thread's turn
                inside.pop()

    threads = [threading.Thread(target=compete) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) > 100 and max(most) == 1 and links_leading_out(small) == []
