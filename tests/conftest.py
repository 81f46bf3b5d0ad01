"""Projects for tests: copies to edit, and orders built once to look at."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from memory_disk import write_into_memory
from shared import shared
from tools import ROOT, SAMPLE, copy_project, make, press

from press.language.message import Message

os.environ["PRESS_LANGUAGE"] = "en"  # whatever the machine speaks; what a test says of it counts


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--thorough", action="store_true", help="as often as tests/README.md says, not as often as time allows"
    )
    parser.addoption(
        "--quick", action="store_true", help="units alone: nothing that builds an order, or starts a process"
    )


def pytest_configure(config: pytest.Config) -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if not worker:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # of hundreds of processes, each would compile the press
        write_into_memory()
    _take_one_core(worker)


def _take_one_core(worker: str | None) -> None:
    """Tests that run side by side get a core each: a build that took all of them would only be in the others' way."""
    if worker and hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[int(worker.removeprefix("gw")) % len(cores)]})


def pytest_collection_finish() -> None:
    """What is loaded by now stays: without it Python looks for garbage more often, and what a test leaves behind in
    rings - fonts, profiles, errors with all they saw - does not pile up to gigabytes."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    gc.unfreeze()  # else libraries complain that nobody let go of them


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--thorough"):
        _leave_out(items, "thorough", "takes minutes: run with --thorough")
    if config.getoption("--quick"):
        _leave_out(items, "long", "takes more than a second: run without --quick")


def _leave_out(items: list[pytest.Item], marker: str, reason: str) -> None:
    for item in items:
        if item.get_closest_marker(marker):
            item.add_marker(pytest.mark.skip(reason=reason))


CROSSING = {
    "bench",
    "catalogue",
    "faults",
    "office",
    "real",
    "same",
    "spoken",
    "trust",
    "watch",
}  # folders without units


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A quick run does not even load the tests that cross the packages."""
    return True if config.getoption("--quick") and collection_path.name in CROSSING else None


@pytest.fixture(scope="session", autouse=True)
def units_alone(request: pytest.FixtureRequest) -> Iterator[None]:
    """A quick run stays quick: whatever would build an order, or start a process or a browser, is skipped there."""
    if not request.config.getoption("--quick"):
        yield
        return

    def slow(*_, **__):
        pytest.skip("no unit: builds an order, or starts a process")

    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "press.build.build.working_folder",
            "press.build.setting.set_product",
            "press.build.fitting.set_facts",
            "catalogue.setting.set_product",
            "catalogue.setting.set_facts",
            "subprocess.Popen.__init__",
            "multiprocessing.process.BaseProcess.start",
            "browsers.sync_playwright",
        ):
            patch.setattr(name, slow)
        patch.setattr("shared.making", False)
        yield


@pytest.fixture(scope="session", autouse=True)
def messages_stay_messages() -> Iterator[None]:
    """An f-string of the press that a message goes into makes plain English of it, which no English test would see."""
    press = str(ROOT / "press")

    def told(message: Message, spec: str) -> str:
        caller = sys._getframe(1).f_code
        if caller.co_filename.startswith(press):
            raise AssertionError(
                f"a message becomes plain English in {caller.co_filename}, {caller.co_name}: {message!r}"
            )
        return str(message).__format__(spec)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Message, "__format__", told, raising=False)
        yield


@pytest.fixture(scope="session")
def often(request: pytest.FixtureRequest):
    """`often(few, many)`: how often to try something at random: `many` times in a thorough run, else `few`."""
    thorough = request.config.getoption("--thorough")
    return lambda few, many: many if thorough else few


settings.register_profile("press", deadline=None, derandomize=True)  # the same cases on every machine
settings.load_profile("press")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The real content, to edit."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A small content of known lines, to edit: ten phrases, two sheets and the brochure."""
    return copy_project(tmp_path / "sample", SAMPLE)


@pytest.fixture(scope="session")
def standard(tmp_path_factory) -> Path:
    """The real standard order as `invoke build` makes it, all editions. Not to be changed."""
    return shared(tmp_path_factory, "standard", lambda folder: _built(copy_project(folder)))


@pytest.fixture(scope="session")
def sample_once(tmp_path_factory) -> Path:
    """The sample's print edition, built. Not to be changed."""
    return shared(tmp_path_factory, "sample", _sample)


@pytest.fixture
def built(sample_once: Path, tmp_path: Path) -> Path:
    """The sample with a good build in it, to edit."""
    return shutil.copytree(sample_once, tmp_path / "built")


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once."""
    from browsers import chromium  # only who opens it pays for it

    with chromium() as browser:
        yield browser


def _sample(folder: Path) -> Path:
    make(copy_project(folder, SAMPLE))
    return folder


def _built(root: Path, *options: str) -> Path:
    done = press(root, "build", *options)
    assert done.returncode == 0, done.stderr
    return root
