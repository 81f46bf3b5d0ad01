"""The lock: one build of an order at a time, and nobody clears away what another is at work on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from filelock import FileLock, Timeout

from press.errors import Exit, PressError, Problem
from press.paths import Project

SUFFIX = ".lock"
# Whoever opened the file just before its holder deleted it has to try again: with another one.
TIMEOUT_S, POLL_S = 0.1, 0.01


class OrderLockedError(PressError):
    """Another build of the order is running."""

    def __init__(self, order_id: str):
        super().__init__(
            Problem(f"build/{order_id}", "another build of this order is running", "wait for it"), Exit.MACHINE
        )


@contextmanager
def order_lock(project: Project, order_id: str) -> Iterator[None]:
    """Holds the order's lock; the system frees it when the process ends, however it ends. Raises OrderLockedError."""
    path = project.build / f".{order_id}{SUFFIX}"
    lock = FileLock(path, timeout=TIMEOUT_S, poll_interval=POLL_S, fallback_to_soft=False)
    try:
        held = lock.acquire()
    except Timeout:
        raise OrderLockedError(order_id) from None
    with held:
        try:
            yield
        finally:
            with suppress(OSError):  # Windows deletes no file that is open; there filelock does, once it is free
                path.unlink()
