"""Measuring: time of all processors, memory of the largest process, steps that do not count twice."""

import os
import subprocess
import sys
import time

import pytest

from bench.clock import Clock, TimedProgress, processor_seconds
from bench.measure import measured

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell what a process took")

BUSY = "import time\nwhile time.process_time() < {}: pass\n"
MIB = 2**20


def spin(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_a_command_and_what_it_starts(tmp_path):
    started = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY.format(0.3)!r}])"
    done = measured(["-c", f"{started}; print('said')"], tmp_path)
    assert (done.exit, done.output.strip()) == (0, "said")
    assert 0.3 < done.cpu < 3 and done.wall > 0.3


def test_memory_is_the_commands_own(tmp_path):
    """Not that of whoever measures it, which the kernel would count along."""
    ballast = bytearray(150 * MIB)
    small = measured(["-c", "pass"], tmp_path)
    heavy = f"x = b'1' * {90 * MIB}"
    large = measured(["-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {heavy!r}])"], tmp_path)
    assert small.peak < 60 * MIB < 90 * MIB < large.peak < len(ballast) * 2


def test_a_command_that_fails(tmp_path):
    done = measured(["-c", "raise SystemExit('no')"], tmp_path)
    assert (done.exit, done.output.strip()) == (1, "no")


def test_a_step_within_a_step_counts_once():
    clock = Clock()
    with clock("outer"):
        spin(0.02)
        with clock("inner"):
            spin(0.08)
        spin(0.02)
    assert 0.03 < clock.steps["outer"]["cpu"] < 0.07 and 0.07 < clock.steps["inner"]["cpu"] < 0.2
    assert clock.steps["inner"]["wall"] >= clock.steps["inner"]["cpu"] * 0.9


def test_phases_of_the_press_become_steps():
    clock = Clock()
    progress = TimedProgress(clock)
    for step, times in (("setting", 2), ("unheard-of", 1)):
        with progress.step(step):
            for _ in progress.over(range(2 * times), "anything"):
                spin(0.01)
    assert list(clock.steps) == ["setting", "unheard-of"]
    assert 0.035 < clock.steps["setting"]["cpu"] < 0.1 and 0.015 < clock.steps["unheard-of"]["cpu"] < 0.05


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a running child has used")
def test_workers_count_while_they_run():
    before = processor_seconds()
    child = subprocess.Popen([sys.executable, "-c", BUSY.format(0.2) + "input()"], stdin=subprocess.PIPE)
    try:
        end = time.monotonic() + 20
        while processor_seconds() - before < 0.2 and time.monotonic() < end:
            time.sleep(0.02)
        assert child.poll() is None and processor_seconds() - before >= 0.2
    finally:
        child.communicate(b"\n")
