"""Does something with a published order and is killed at every line of it in turn: run in a process of its own.

`python line_by_line.py FOLDER publishing`: FOLDER holds the old order. Says for each line what lay there at once, what
the next look found and left in build/, and what the next build found and left.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from press.delivery.publish import publish
from press.delivery.working_folder import last_published, working_folder
from press.paths import Project

TRACED = ("publish.py", "working_folder.py", "file_lock.py")


def publish_new(project: Project) -> None:
    with working_folder(project, "order") as work:
        for name in ("a", "b"):
            (work / name).write_text("new")
        publish(project, "order", work)


def look(project: Project) -> str:
    return _state(last_published(project, "order"))


def begin_build(project: Project) -> str:
    """What a build finds of the last one. It ends without a result."""
    with working_folder(project, "order"):
        return _state(project.build / "order")


# What is killed, and what lies there before: the old order, or what a kill between the two moves has left.
KILLED = {
    "publishing": (publish_new, "order"),
    "mending by a look": (look, ".press/order/aside"),
    "mending by a build": (begin_build, ".press/order/aside"),
}


def main(root: Path, what: str) -> None:
    act, lies_at = KILLED[what]
    line = 0
    while True:
        line += 1
        shutil.rmtree(root / "build", ignore_errors=True)
        shutil.copytree(root / "old", root / "build" / lies_at)
        child = os.fork()
        if child == 0:
            with at_line(line, lambda: os.kill(os.getpid(), signal.SIGKILL)):
                act(Project.at(root))
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            break
        at_once = _state(root / "build" / "order")
        print(line, at_once, *(word for mend in (look, begin_build) for word in _mended(root, mend)))


def _mended(root: Path, mend: Callable[[Project], str]) -> tuple[str, str]:
    """What is found in a copy of what the kill has left, and what lies there then, but for the file of the lock."""
    copy = root / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("old"))
    found = mend(Project.at(copy))
    lying = (path for path in (copy / "build").rglob("*") if path.suffix != ".lock" and path.name not in ("a", "b"))
    return found, ",".join(sorted({path.name for path in lying if path.name != ".press"}))


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
    main(Path(sys.argv[1]), sys.argv[2])
