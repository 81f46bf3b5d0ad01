"""A build that is killed, told to end, or interrupted, at any moment: the order is the old one or the new, whole."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from tools import PATIENCE_S, make
from witness import links_leading_out, marked, our_traceback, rephrase, started, state

from press.delivery.verify_order import check_published
from press.paths import Project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals of that kind")

MARK = "PRESS_FAULTS_TEST"
ORPHANS_END = 20.0  # seconds in which what a killed build has started must notice
CLEAN = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}


@pytest.fixture(scope="module")
def whole(small_once, tmp_path_factory) -> float:
    """How long a build takes from its start, in s: here, and with what else runs at the moment."""
    root = shutil.copytree(small_once, tmp_path_factory.mktemp("timed") / "small")
    rephrase(root, 0)
    begun = time.monotonic()
    process = started(root)
    process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    return time.monotonic() - begun


def end(process, name: str, after: float) -> str:
    """Sends the signal after so many seconds: Ctrl-C to the whole group, as a terminal does. Gives what was said."""
    time.sleep(after)
    send = os.killpg if name == "SIGINT" else os.kill
    with suppress(ProcessLookupError):  # it was done before
        send(process.pid, getattr(signal, name))
    out, err = process.communicate(timeout=PATIENCE_S)
    return out + err


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_a_build_ended_at_any_moment(small, whole, often, name: str):
    times, seen, choice = often(2, 50), [], random.Random(name)
    for number in range(1, times + 1):
        before = state(small)
        rephrase(small, number)
        process = started(small)
        said = end(process, name, whole * 1.1 * (number - choice.random()) / times)
        after, code = state(small), process.returncode
        check_published(Project.at(small), "standard")
        assert not our_traceback(said, small), said
        if code == CLEAN.get(name):
            assert (
                after == before
                and links_leading_out(small) == []
                and "Interrupted; the last good build is untouched." in said
            )
        elif code == 0:
            assert after != before and links_leading_out(small) == []
        else:  # killed outright, or before the press had begun to listen
            assert code == -getattr(signal, name) or (code == 1 and name == "SIGINT" and "fitting" not in said), (
                code,
                said,
            )
        seen.append(code)
    counts = {code: seen.count(code) for code in sorted(set(seen))}
    print(f"{name}: {times} builds of {whole:.1f} s, ended with {counts}")
    assert len([code for code in seen if code]) >= times // 2, seen
    rephrase(small, 0)
    make(small)
    assert links_leading_out(small) == [] and check_published(Project.at(small), "standard").files > 10


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_build_asked_to_end_in_the_middle_says_so(small, name: str):
    before = state(small)
    rephrase(small, 1)
    process = started(small)
    assert process.stdout.readline()  # it has begun
    said = end(process, name, 0)
    assert process.returncode == CLEAN[name], said
    assert "Interrupted; the last good build is untouched." in said and "Traceback" not in said
    assert state(small) == before and links_leading_out(small) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows the environment of other processes (/proc)")
def test_nothing_lives_on_after_a_killed_build(small, tmp_path):
    rephrase(small, 1)
    mark = f"{MARK}={tmp_path}"
    process = started(small, env=os.environ | {MARK: str(tmp_path)})
    process.stdout.readline()
    assert process.pid in marked(mark)
    process.kill()
    process.wait(20)
    last = time.monotonic() + ORPHANS_END
    while (left := marked(mark)) and time.monotonic() < last:
        time.sleep(0.1)
    process.communicate()
    assert left == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows the environment of other processes (/proc)")
def test_an_orphan_would_be_seen(tmp_path):
    """What a build leaves behind is found, though its parent is gone and it has a group of its own."""
    child = (
        "import subprocess, sys; "
        "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], "
        "stdout=subprocess.DEVNULL, start_new_session=True).pid)"
    )
    done = subprocess.run(
        [sys.executable, "-c", child],
        env=os.environ | {MARK: str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    try:
        assert marked(f"{MARK}={tmp_path}") == [int(done.stdout)]
    finally:
        os.kill(int(done.stdout), signal.SIGKILL)


def test_what_a_shell_told_to_ignore_a_signal_ignores(small):
    """`nohup invoke build` outlives its terminal."""
    before = state(small)
    rephrase(small, 1)
    process = started(small, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    process.stdout.readline()
    end(process, "SIGHUP", 0)
    assert process.returncode == 0 and state(small) != before
