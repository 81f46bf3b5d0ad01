"""The worker pool: work shared among processes. They begin as copies of this one, with all that it has loaded, where it
has no other threads than this, which Linux tells; elsewhere anew: threads, as Typst's, do not survive a copy."""

import errno
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from traceback import clear_frames
from typing import Literal, TypeVar

from press.errors import Exit, PressError, Problem
from press.language.message import _
from press.system.os_errors import AGAIN, MACHINE
from press.system.progress import Progress
from press.system.signals import SIGNALS, ctrl_c_for_us_alone

if sys.platform != "win32":
    import resource

Job = TypeVar("Job")
Result = TypeVar("Result")

WORTH_SHARING = 3  # jobs: another process needs half a second to begin
AHEAD = 2  # jobs given to each process: what it does, and what comes next
LACKING = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)  # what this process lacks as well
THREADS = Path("/proc/self/task")  # of Linux: one entry each
FROM_CONSOLE = tuple(getattr(signal, name) for name in ("SIGINT", "SIGBREAK") if hasattr(signal, name))
MANAGER_ENDS = 5.0  # s in which a pool's own thread notices that all processes are gone
PATIENCE = 0.1  # s between two looks for Ctrl-C: a waiting Windows process hears nothing in between


class WorkerPool:
    """`count` processes, this one among them; the others start when there is work to share, and stay until the end.

    Where memory is limited, this one does nothing itself: libraries in Rust and C++ end the process they run in when
    there is none left, and somebody must stay to say so. `progress` is told how far they are; without one they work
    silently.
    """

    def __init__(self, count: int | None = None, progress: Progress | None = None):
        self.count, self.progress = count or _cores(), progress
        self._apart = memory_is_limited()
        self._pool: ProcessPoolExecutor | None = None
        self._others: set[BaseProcess] = set()

    def __enter__(self) -> "WorkerPool":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.shut_down(at_once=kind is not None)

    def begin_copies(self) -> None:
        """Begins the others if they are copies of this process, before anything (Typst first of all) gives it threads
        that no copy can have. Elsewhere they begin when there is work to share."""
        if self._pool is None and self._hands and _way_to_begin() == "fork":
            self._begin_others()

    @contextmanager
    def borrowed(self) -> Iterator["WorkerPool"]:
        """For one of several builds: afterwards the others stay, unless it failed: they may still be at work on it."""
        try:
            yield self
        except BaseException:
            self.shut_down(at_once=True)
            raise

    def shut_down(self, at_once: bool) -> None:
        """Ends the others, `at_once` or when they have done what they were given."""
        if self._pool:
            manager = getattr(self._pool, "_executor_manager_thread", None)
            self._pool.shutdown(wait=not at_once, cancel_futures=True)
            for other in self._others if at_once else ():
                other.terminate()
                other.join()
            if manager:  # Python wakes it when it ends itself, and complains of a pipe that it closes at that moment
                manager.join(MANAGER_ENDS)
            self._pool, self._others = None, set()

    def map(self, work: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
        """`work` done on each job, in their order. What it is, takes and gives must be picklable.

        Raises what `work` raises, and PressError if a process is ended from outside.
        """
        pool = self._others_for(jobs)
        if pool is None:
            yield from map(work, jobs)
            return
        waiting = deque(range(len(jobs)))
        given: dict[int, Future[Result]] = {}
        done: dict[int, Result] = {}
        try:
            for number in range(len(jobs)):
                while number not in done:
                    done |= {n: given.pop(n).result() for n in list(given) if given[n].done()}
                    while waiting and len(given) < AHEAD * self._hands:
                        theirs = waiting.popleft()
                        given[theirs] = self._give(pool, work, jobs[theirs])
                    if waiting and not self._apart:
                        own = waiting.popleft()
                        done[own] = work(jobs[own])
                    else:
                        wait(given.values(), PATIENCE, FIRST_COMPLETED)
                yield done.pop(number)
        except BrokenProcessPool:
            raise PressError(
                Problem(
                    MACHINE,
                    _("a process that shared the work has ended before its time: mostly the memory is used up"),
                    _("close other programs, or allow more memory (ulimit -v), {again}", again=AGAIN),
                ),
                Exit.MACHINE,
            ) from None

    def map_with_progress(
        self,
        work: Callable[[Job], Result],
        jobs: Sequence[Job],
        doing: str,
        sizes: Sequence[int] | None = None,
        unit: str = "",
    ) -> Iterator[Result]:
        """The same, and `progress` shows it: so many of a `unit` to each job, or the jobs themselves."""
        self._others_for(jobs)  # before a bar has a thread of its own
        done = self.map(work, jobs)
        return self.progress.over(done, doing, sizes or [1] * len(jobs), unit) if self.progress else done

    def _others_for(self, jobs: Sequence[Job]) -> ProcessPoolExecutor | None:
        """The other processes, begun, if this one is not to work alone."""
        if not self._apart and len(jobs) < WORTH_SHARING:
            return None
        if self._pool is None and self._hands:
            self._begin_others()
        return self._pool

    def _begin_others(self) -> None:
        self._pool = self._begun()
        if self._pool is None:
            self.count, self._apart = 1, False
        else:
            self._give(self._pool, _nothing, None)

    @property
    def _hands(self) -> int:
        """How many other processes there are to be."""
        return self.count if self._apart else self.count - 1

    def _give(self, pool: ProcessPoolExecutor, work: Callable[[Job], Result], job: Job) -> "Future[Result]":
        before = set(multiprocessing.active_children())
        with ctrl_c_for_us_alone():
            future = pool.submit(work, job)
        self._others |= set(multiprocessing.active_children()) - before
        return future

    def _begun(self) -> ProcessPoolExecutor | None:
        """The others; none where the system has nothing that processes could wait for each other with: containers have
        no /dev/shm, or one that can only be read, and some systems no semaphores."""
        try:
            return ProcessPoolExecutor(self._hands, multiprocessing.get_context(_way_to_begin()), _begin)
        except (ImportError, OSError) as error:
            clear_frames(error.__traceback__)  # they keep the files of a pool half made open, which are too many
            if isinstance(error, OSError) and error.errno in LACKING:
                raise
            return None


def memory_is_limited() -> bool:
    """Whether this process may have only so much memory (ulimit -v). Elsewhere the system promises what it has not got,
    and ends somebody who asks for it: then nobody is left to say so."""
    if sys.platform != "win32":
        return resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY
    return False


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _way_to_begin() -> Literal["fork", "spawn"]:
    """A copy is made in a moment, where loading the press anew takes most of a second; but what other threads were at
    work on is left as it was, for ever."""
    try:
        return "fork" if len(os.listdir(THREADS)) == 1 else "spawn"
    except OSError:
        return "spawn"


def _nothing(_: None) -> None:
    pass


def _begin() -> None:
    """In a new process: a copy no longer does on signals what the first one does; Ctrl-C and Ctrl-Break, which all of a
    console get, are for that one to hear; and nobody works on for a process that is gone."""
    sys.unraisablehook = sys.__unraisablehook__
    for number in SIGNALS:
        if number in FROM_CONSOLE or signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_IGN)
        else:
            signal.signal(number, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
