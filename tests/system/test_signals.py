"""Interrupts: heard at any moment that is not too late, and never lost."""

import importlib
import select
import shutil
import signal
import threading
import time
from contextlib import contextmanager

import pytest
from line_by_line import at_line, publish_new

from press.delivery.publish import publish
from press.delivery.working_folder import working_folder
from press.paths import Project
from press.system import signals as interrupts
from press.system.signals import Interrupted


@pytest.mark.long
def test_interrupted_at_every_line_it_is_the_old_order_or_done(bare):
    """Whoever is told that nothing was changed can rely on it, and no working folder lies around."""
    told = []
    for line in range(1, 999):
        shutil.rmtree(bare / "build")
        shutil.copytree(bare / "old", bare / "build/order")
        told.append(interrupted_at(line, Project.at(bare)))
        assert {path.read_text() for path in (bare / "build/order").iterdir()} == (
            {"old"} if told[-1] == "interrupted" else {"new"}
        ), line
        lying = {path.relative_to(bare / "build").as_posix() for path in (bare / "build").rglob("*")}
        assert lying <= {"order", "order/a", "order/b", ".press", ".press/order.lock"}, line
        if told[-1] == "not reached":
            break
    assert told.count("interrupted") > 20 and told.count("done") > 5 and told[-1] == "not reached"


def interrupted_at(line: int, project: Project) -> str:
    """Publishes, and asks for an end after so many lines of it."""
    sent = []

    def ask():
        sent.append(line)
        signal.raise_signal(signal.SIGTERM)

    try:
        with interrupts.raising_signals(), at_line(line, ask):
            publish_new(project)
    except Interrupted:
        return "interrupted"
    return "done" if sent else "not reached"


class Cleared:
    """Asks for an end where Python drops what is raised."""

    def __del__(self):
        signal.raise_signal(signal.SIGTERM)


@contextmanager
def at_once():
    """Inside, an interrupt must end a wait of 30 seconds: who asked for an end counts to two, and then kills."""
    began = time.monotonic()
    with pytest.raises(Interrupted) as ended:
        yield
    assert time.monotonic() - began < 2
    assert ended.value.exit_code == 143  # 128 and SIGTERM's number, as shells have it


WAITS = {
    "sleep": lambda: time.sleep(30),
    "event": lambda: threading.Event().wait(30),
    "select": lambda: select.select([], [], [], 30),
}
WAITS = {name: wait for name, wait in WAITS.items() if name == "sleep" or hasattr(signal, "pthread_kill")}


def test_an_interrupt_that_got_lost_is_heard_before_anything_changes(bare, capsys):
    """Python drops what is raised while an object is cleared away."""
    with (
        pytest.raises(Interrupted) as ended,
        interrupts.raising_signals(),
        working_folder(Project.at(bare), "order") as work,
    ):
        (work / "a").write_text("new")
        thing = Cleared()
        del thing
        publish(Project.at(bare), "order", work)
    assert ended.value.exit_code == 143 and list((bare / "build").iterdir()) == [] and capsys.readouterr().err == ""


def test_the_loading_of_a_module_is_not_broken_off(tmp_path, monkeypatch):
    """Libraries in C end the process with a message of their own if it is. The interrupt comes a moment later."""
    (tmp_path / "loaded_slowly.py").write_text("import signal\nsignal.raise_signal(signal.SIGTERM)\nloaded = True\n")
    monkeypatch.syspath_prepend(tmp_path)
    modules = []
    with at_once(), interrupts.raising_signals():
        modules.append(importlib.import_module("loaded_slowly"))
        time.sleep(30)
    assert modules[0].loaded


@pytest.mark.parametrize("wait", WAITS.values(), ids=WAITS)
def test_an_interrupt_that_got_lost_ends_a_wait(wait):
    """Whatever the main thread waits for: the signal comes again to it, not to another."""
    with at_once(), interrupts.raising_signals():
        thing = Cleared()
        del thing
        wait()


def test_the_first_signal_says_how_the_command_ends():
    """Somebody who is not heard at once presses Ctrl-C as well."""
    with at_once(), interrupts.raising_signals():
        thing = Cleared()
        del thing
        signal.raise_signal(signal.SIGINT)


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="only Ctrl-C ends a wait there")
def test_a_lost_interrupt_comes_again_where_ctrl_c_is_ignored():
    """As in what a script started in the background."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with at_once(), interrupts.raising_signals():
            thing = Cleared()
            del thing
            time.sleep(30)
    finally:
        signal.signal(signal.SIGINT, before)


def test_no_signal_comes_again_when_the_command_is_over(tmp_path, monkeypatch):
    (tmp_path / "loaded_last.py").write_text("import signal\nsignal.raise_signal(signal.SIGTERM)\n")
    monkeypatch.syspath_prepend(tmp_path)
    came = []
    before = signal.signal(signal.SIGTERM, lambda *_: came.append(1))
    try:
        with interrupts.raising_signals():
            importlib.import_module("loaded_last")
        time.sleep(0.2)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert came == []


def test_a_round_of_many_hears_anew_and_ends_them_when_it_was_too_late():
    """As in a watch: what came while a round published ends the watch, not the publication."""
    done = []
    with interrupts.raising_signals(), pytest.raises(Interrupted):
        for number in range(3):
            with interrupts.raising_signals():
                interrupts.point_of_no_return()
                if number == 1:
                    signal.raise_signal(signal.SIGTERM)
                done.append(number)
    assert done == [0, 1]
    with interrupts.raising_signals():  # a single command is done by then
        interrupts.point_of_no_return()
        signal.raise_signal(signal.SIGTERM)


def test_signals_are_what_they_were_afterwards():
    before = [signal.getsignal(number) for number in interrupts.SIGNALS]
    with interrupts.raising_signals():
        assert [signal.getsignal(number) for number in interrupts.SIGNALS] != before
    assert [signal.getsignal(number) for number in interrupts.SIGNALS] == before


def test_what_a_library_made_of_an_interrupt_is_that_interrupt():
    with pytest.raises(Interrupted), interrupts.raising_signals(), interrupts.told_as_asked():
        try:
            signal.raise_signal(signal.SIGINT)
        except Interrupted:
            raise ValueError("as a library in Rust tells it") from None


def test_any_other_error_stays_as_it_is():
    with pytest.raises(ValueError, match="other"), interrupts.raising_signals(), interrupts.told_as_asked():
        raise ValueError("other")
