"""Publishes a small folder and is killed at every line of it, one after the other: run in a process of its own.

Says for each line whether the old or the new order lay there at once, and what the next build found.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from press.delivery import publish as module
from press.delivery.publish import last_published, publish, working_folder
from press.paths import Project

TRACED = ("publish.py", "lock.py", "exchange.py")


def main(root: Path, exchanging: bool) -> None:
    if not exchanging:
        module.exchange = lambda one, other: False
    line = 0
    while True:
        line += 1
        shutil.rmtree(root / "build", ignore_errors=True)
        shutil.copytree(root / "old", root / "build" / "order")
        project = Project.at(root)
        child = os.fork()
        if child == 0:
            _publish_until(project, line)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            break
        at_once = _state(project.build / "order")
        found = _state(last_published(project, "order"))
        with working_folder(project, "order"):
            pass
        print(line, at_once, found, ",".join(sorted(path.name for path in project.build.iterdir())))


def _publish_until(project: Project, line: int) -> None:
    with at_line(line, lambda: os.kill(os.getpid(), signal.SIGKILL)):
        publish_new(project)


def publish_new(project: Project) -> None:
    with working_folder(project, "order") as work:
        for name in ("a", "b"):
            (work / name).write_text("new")
        publish(project, "order", work)


@contextmanager
def at_line(number: int, act: Callable[[], None]) -> Iterator[None]:
    """Inside, does something when so many lines of publication have run."""
    left = number

    def trace(frame, event, _):
        nonlocal left
        if Path(frame.f_code.co_filename).name not in TRACED:
            return None
        left -= event == "line"
        if left == 0 and event == "line":
            act()
        return trace

    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(None)


def _state(folder: Path) -> str:
    """old, new, missing, or broken: neither."""
    texts = {path.name: path.read_text() for path in folder.iterdir()} if folder.exists() else None
    return {"None": "missing", str({"a": "old", "b": "old"}): "old", str({"a": "new", "b": "new"}): "new"}.get(
        str(texts and dict(sorted(texts.items()))), "broken"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] == "exchanging")
