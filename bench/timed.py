"""Runs a command and tells what it took: `python timed.py FILE COMMAND …` writes wall time, processor time, peak memory
of any of its processes and exit code to FILE.

A process of its own, and a small one: the kernel counts the memory of whoever starts a process as the first of that
process's. It imports nothing of the press.
"""

import json
import os
import sys
import time

UNIT = 1 if sys.platform == "darwin" else 1024  # bytes of ru_maxrss, getrusage(2)


def main(file: str, *command: str) -> None:
    if sys.platform == "win32":
        raise SystemExit("Windows does not tell what a process took: measure on Linux or macOS.")
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(process, 0)
    figures = {
        "wall": time.perf_counter() - start,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss * UNIT,
        "exit": os.waitstatus_to_exitcode(status),
    }
    with open(file, "w", encoding="utf-8") as out:
        json.dump(figures, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
