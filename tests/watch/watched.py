"""`invoke watch` as people run it: in a process of its own, listened to line by line."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from tools import DECK, edit

LONG_S = 200  # a line that has not come by then does not come
ONE = ("--edition", "print", "--only", "bingo-3x3")  # the least to build: one product of two pages
ONE_BUILT = "build/standard--bingo-3x3--print"


class Watch:
    """A running watch."""

    def __init__(self, root: Path, options: tuple[str, ...]):
        self.root = root
        # Where tests run in the background of a shell, Ctrl-C is switched off for all it starts.
        code = (
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
            "from invoke.main import program; program.run()"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, "watch", *options],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def line(self) -> str:
        """The next line it says."""
        return self._lines.get(timeout=LONG_S)

    def say(self, board: str) -> str:
        """Puts something else in the third phrase's cell; gives what it says of that."""
        edit(self.root / DECK, "(?<=id: drei\n).*", f"    board: {board}")
        return self.line()

    def end(self) -> tuple[int, str, float]:
        """Ctrl-C. The exit code, the last words, and how long it took in s."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(LONG_S)
        return code, self.line(), time.monotonic() - began


@contextmanager
def watching(root: Path, *options: str) -> Iterator[Watch]:
    """A watch that ends with the block, whatever happens in it."""
    watch = Watch(root, options)
    try:
        yield watch
    finally:
        watch.process.kill()
        watch.process.wait()
        watch.process.stdout.close()
