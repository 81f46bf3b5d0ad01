"""WorkerPool: the same results from several processes as from one, and nobody left behind."""

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial

import pytest
from system.shared_work import JOBS, LONG, square

from press.errors import Exit, PressError, Problem
from press.system.worker_pool import WORTH_SHARING, WorkerPool, memory_is_limited


def refuse(number: int) -> int:
    if number == 5:
        raise PressError([Problem("a:1", "one", "mend it"), Problem("b:2", "another", "mend that")], Exit.MACHINE)
    return number


def vanish(parent: int, number: int) -> int:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.2)
    return number


def test_results_come_in_the_order_of_jobs_from_several_processes():
    with WorkerPool(2) as workers:
        found = list(workers.map(square, JOBS)) + list(workers.map(square, JOBS))
    assert [result for result, _ in found] == [number * number for number in JOBS] * 2
    assert len({process for _, process in found}) == 2
    assert not multiprocessing.active_children()


BEGUN = """
import threading
from press.system.worker_pool import WorkerPool

told = "anew"

def hear(_):
    return told

if __name__ == "__main__":
    told = "copied"
    with WorkerPool(2) as workers:
        workers.begin_copies()
        told = "own"
        threading.Thread(target=threading.Event().wait, daemon=True).start()  # from here on no copy can be made
        print(*sorted(set(workers.map(hear, range(40)))))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes begin anew")
def test_copies_that_were_begun_work_though_there_are_threads_by_now(tmp_path):
    (tmp_path / "begun.py").write_text(BEGUN, encoding="utf-8")
    done = subprocess.run([sys.executable, str(tmp_path / "begun.py")], capture_output=True, text=True, timeout=LONG)
    assert (done.stdout, done.stderr) == ("copied own\n", "")


@pytest.mark.parametrize("count, jobs", [(1, JOBS), (2, range(WORTH_SHARING - 1))])
def test_little_work_is_not_shared(count: int, jobs: range):
    with WorkerPool(count) as workers:
        assert {process for _, process in workers.map(square, jobs)} == {os.getpid()}


@pytest.mark.parametrize(
    "lack", [FileNotFoundError(2, "x"), OSError(30, "x"), PermissionError(13, "x"), ImportError("x")]
)
def test_where_processes_cannot_wait_for_each_other_one_works_alone(monkeypatch, lack: Exception):
    """As in a container without /dev/shm; asked once, not for each job."""
    tries = []
    monkeypatch.setattr("press.system.worker_pool.ProcessPoolExecutor", lambda *_: tries.append(1) or fail(lack))
    with WorkerPool(2) as workers:
        for _ in range(2):
            assert {process for _, process in workers.map(square, JOBS)} == {os.getpid()}
    assert tries == [1]


def test_what_this_process_lacks_as_well_is_told(monkeypatch):
    monkeypatch.setattr("press.system.worker_pool.ProcessPoolExecutor", lambda *_: fail(OSError(24, "x")))
    with WorkerPool(2) as workers, pytest.raises(OSError, match="24"):
        list(workers.map(square, JOBS))


def fail(error: Exception):
    raise error


ALONE = """
from press.system.worker_pool import WorkerPool
with WorkerPool(2) as workers:
    print(list(workers.map(abs, range(-4, 0))), workers.count)
"""
MOUNTED = ("unshare", "--map-root-user", "--mount", "sh", "-c", 'mount -t tmpfs -o ro none /dev/shm && exec "$0" "$@"')


def test_without_dev_shm():
    """The real thing: a /dev/shm in which nothing can be made."""
    if not shutil.which("unshare") or subprocess.run([*MOUNTED, "true"], capture_output=True).returncode:
        pytest.skip("needs Linux, and the right to mount in a namespace of one's own")
    done = subprocess.run([*MOUNTED, sys.executable, "-c", ALONE], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[4, 3, 2, 1] 1\n", "")


SCARCE = """
import resource, sys
from pathlib import Path
from press import EDITION_DATE
from press.errors import PressError
from press.system.worker_pool import WorkerPool
from press.typst_engine.compiler import Typesetter
from press.typst_engine.stage import NO_FONTS
from press.typst_engine.templates import Templates

def set_one(source):
    typesetter = Typesetter(Templates({"main.typ": source.encode()}), NO_FONTS, Path(sys.argv[1]) / str(len(source)))
    return len(typesetter.pdf({}, EDITION_DATE, ("1.7",), tagged=False)) > 500

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    with WorkerPool(1) as workers:
        print(*workers.map(set_one, ["Ja"]), flush=True)
        try:
            list(workers.map(set_one, ["Ja, nein", "#let much = range(200000000)"]))
        except PressError as error:
            print(int(error.exit_code), error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is not limited so")
def test_memory_that_runs_out_inside_typst_is_told(tmp_path):
    """Typst ends the process it runs in: that is never the one that has to say so."""
    (tmp_path / "scarce.py").write_text(SCARCE, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "scarce.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONG)
    assert done.returncode == 0 and "memory allocation" in done.stderr, done.stderr
    made, told = done.stdout.splitlines()
    assert made == "True" and told.startswith("4 this machine: a process") and "the memory is used up" in told


def test_without_a_limit_this_process_works_too():
    assert not memory_is_limited()


def test_a_problem_arrives_as_it_was_raised():
    with pytest.raises(PressError) as error, WorkerPool(2) as workers:
        list(workers.map(refuse, JOBS))
    assert [problem.where for problem in error.value.problems] == [
        "a:1",
        "b:2",
    ] and error.value.exit_code == Exit.MACHINE


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_process_that_is_ended_from_outside_is_a_problem_of_the_machine():
    with pytest.raises(PressError) as error, WorkerPool(2) as workers:
        list(workers.map(partial(vanish, os.getpid()), JOBS))
    assert error.value.exit_code == Exit.MACHINE
