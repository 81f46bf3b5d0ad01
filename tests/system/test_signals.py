"""Interrupts: heard at any moment that is not too late, and never lost."""

import importlib
import shutil
import signal
import time

import pytest
from line_by_line import at_line, publish_new

from press.delivery.publish import publish, working_folder
from press.paths import Project
from press.system import signals as interrupts
from press.system.signals import Interrupted


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
        assert {path.name for path in (bare / "build").iterdir()} <= {"order", ".order.lock"}, line
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


def test_an_interrupt_that_got_lost_is_heard_before_anything_changes(bare, capsys):
    """Python drops what is raised while an object is cleared away."""

    class Cleared:
        def __del__(self):
            signal.raise_signal(signal.SIGTERM)

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
    with pytest.raises(Interrupted), interrupts.raising_signals():
        modules.append(importlib.import_module("loaded_slowly"))
        time.sleep(30)
    assert modules[0].loaded


def test_an_interrupt_that_got_lost_comes_again():
    class Cleared:
        def __del__(self):
            signal.raise_signal(signal.SIGTERM)

    with pytest.raises(Interrupted), interrupts.raising_signals():
        thing = Cleared()
        del thing
        time.sleep(30)


def test_no_signal_comes_again_when_the_command_is_over(tmp_path, monkeypatch):
    (tmp_path / "loaded_last.py").write_text("import signal\nsignal.raise_signal(signal.SIGTERM)\n")
    monkeypatch.syspath_prepend(tmp_path)
    came = []
    before = signal.signal(signal.SIGTERM, lambda *_: came.append(1))
    try:
        with interrupts.raising_signals():
            importlib.import_module("loaded_last")
        time.sleep(4 * interrupts.SOON)
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
