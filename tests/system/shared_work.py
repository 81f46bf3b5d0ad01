"""Work to be shared among processes."""

import os
import time

LONG = 60.0  # s: longer than any test waits
JOBS = range(8)


def square(number: int) -> tuple[int, int]:
    """With the process that did it."""
    time.sleep(0.02)  # long enough for others to take some
    return number * number, os.getpid()
