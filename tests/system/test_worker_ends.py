"""Processes that share work: how they begin, what they hear, and that none of them is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from system.shared_work import JOBS, LONG, square

from press.system.worker_pool import WorkerPool

SOON = 1.0  # s


def linger(parent: int, number: int) -> int:
    if os.getpid() != parent and number:  # the first one is done soon, for somebody to have something
        time.sleep(LONG)
    return number


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
        "    from press.system.worker_pool import WorkerPool; from system import shared_work, test_worker_ends\n"
        "    workers = WorkerPool(2); list(workers.map(shared_work.square, range(8)))\n"
        "    print(multiprocessing.active_children()[0].pid, flush=True)\n"
        "    list(workers.map(partial(test_worker_ends.linger, 0), range(8)))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(Path(__file__).parents[1])], stdout=subprocess.PIPE, text=True
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
