"""WorkerPool: the same results from several processes as from one, and nobody left behind."""

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from press.errors import Exit, PressError, Problem
from press.system.worker_pool import WORTH_SHARING, WorkerPool, memory_is_limited

SOON = 1.0  # s
LONG = 60.0  # s: longer than any test waits
JOBS = range(8)


def square(number: int) -> tuple[int, int]:
    time.sleep(0.02)  # long enough for others to take some
    return number * number, os.getpid()


def refuse(number: int) -> int:
    if number == 5:
        raise PressError([Problem("a:1", "one", "mend it"), Problem("b:2", "another", "mend that")], Exit.MACHINE)
    return number


def vanish(parent: int, number: int) -> int:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.2)
    return number


def linger(parent: int, number: int) -> int:
    if os.getpid() != parent and number:  # the first one is done soon, for somebody to have something
        time.sleep(LONG)
    return number


def test_results_come_in_the_order_of_jobs_from_several_processes():
    with WorkerPool(2) as workers:
        found = list(workers.map(square, JOBS)) + list(workers.map(square, JOBS))
    assert [result for result, _ in found] == [number * number for number in JOBS] * 2
    assert len({process for _, process in found}) == 2
    assert not multiprocessing.active_children()


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


def test_an_interruption_ends_all_at_once():
    with pytest.raises(KeyboardInterrupt), WorkerPool(2) as workers:
        list(workers.map(square, JOBS))  # the other process has begun
        for _ in workers.map(partial(linger, os.getpid()), JOBS):
            started = time.perf_counter()
            raise KeyboardInterrupt
    assert time.perf_counter() - started < SOON and not multiprocessing.active_children()


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_nobody_works_on_for_a_process_that_was_killed():
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "if __name__ == '__main__':\n"
        "    from functools import partial; import multiprocessing, os\n"
        "    from press.system.worker_pool import WorkerPool; import test_worker_pool\n"
        "    workers = WorkerPool(2); list(workers.map(test_worker_pool.square, range(8)))\n"
        "    print(multiprocessing.active_children()[0].pid, flush=True)\n"
        "    list(workers.map(partial(test_worker_pool.linger, 0), range(8)))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, os.path.dirname(__file__)], stdout=subprocess.PIPE, text=True
    ) as parent:
        other = int(parent.stdout.readline())
        assert alive(other)
        parent.kill()
    until = time.monotonic() + 5 * SOON
    while alive(other) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(other)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    if os.path.exists(f"/proc/{process}/stat"):  # one that ended and that nobody has asked for is a zombie
        with open(f"/proc/{process}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    return True


def hears_ctrl_c(_: int) -> tuple[int, bool]:
    """Told from before this module was loaded: `_begin` changes another thing."""
    time.sleep(0.02)
    return os.getpid(), signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell; tests/windows presses Ctrl-C there")
def test_whoever_shares_the_work_hears_no_ctrl_c_from_the_first_moment():
    with WorkerPool(2) as workers:
        heard = dict(workers.map(hears_ctrl_c, JOBS))
    assert heard.pop(os.getpid()) and list(heard.values()) == [False]


COPIED = """
import os, sys, threading, time
from functools import partial
import press
from press.system.signals import raising_signals
from press.system.worker_pool import WorkerPool

def marked(number):
    time.sleep(0.02)
    return os.getpid(), hasattr(press, "mark")

def linger(parent, number):
    time.sleep(60 if os.getpid() != parent and number else 0)

if __name__ == "__main__":
    press.mark = True  # nothing that a process finds which loads the press anew
    if sys.argv[1:]:
        threading.Thread(target=time.sleep, args=(3,), daemon=True).start()
    with raising_signals(), WorkerPool(2) as workers:
        found = dict(workers.map(marked, range(8)))
    assert found.pop(os.getpid()) and len(found) == 1
    began = time.monotonic()
    try:
        with raising_signals(), WorkerPool(2) as workers:
            list(workers.map(abs, range(8)))
            for _ in workers.map(partial(linger, os.getpid()), range(8)):
                raise KeyboardInterrupt
    except KeyboardInterrupt:
        print(*found.values(), time.monotonic() - began < 30)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody tells how many threads there are")
@pytest.mark.parametrize("with_a_thread", [False, True])
def test_a_process_is_a_copy_unless_threads_are_at_work(tmp_path: Path, with_a_thread: bool):
    """And a copy ends when it is asked to, though this process would say something first."""
    (tmp_path / "copied.py").write_text(COPIED, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "copied.py"), *(["thread"] if with_a_thread else [])]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONG)
    assert (done.stdout, done.stderr) == (f"{not with_a_thread} True\n", "")
