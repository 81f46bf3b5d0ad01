"""Editing: how long somebody who saves a phrase waits, with `invoke watch --serve` running."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

from bench.prepare import DECK, copy_project
from press.paths import Project
from press.system.progress import Progress
from press.watch.live import STATE

SAVES = 10  # of which one breaks the file
POLL_S = 0.01  # between two looks at what the page would show
PATIENCE_S = 300  # for one thing to happen
_ADDRESS = re.compile(r"http://\S+/")
_BOARD = re.compile(r"^(    board: .*)$", re.MULTILINE)

State = dict[str, Any]  # what the served page asks for


@dataclass(frozen=True)
class Save:
    """What was saved, and the s until something is seen of it (a picture, or what is wrong), and until the order is
    complete and checked; None where it is refused."""

    about: str
    seen: float
    complete: float | None


def edit_session(project: Project, folder: Path, progress: Progress, saves: int = SAVES) -> list[Save]:
    """The standard order watched: a phrase said more firmly again and again; once the file is broken in between."""
    deck = (copy := copy_project(project, folder)).deck(DECK)
    with _watched(copy) as state:
        build = _wait(state, lambda now: now["build"])["build"]
        done = []
        for number in progress.over(range(saves), "editing"):
            text = deck.read_text(encoding="utf-8")
            if number == saves // 2:
                done.append(_broken(deck, text, state))
                _wait(state, lambda now: not (now["notice"] or {}).get("failed"))
            else:
                made, build = _edited(deck, text, state, build)
                done.append(made)
        return done


def seen(saves: list[Save]) -> float:
    """The median from a save to the first picture, in s."""
    return median(save.seen for save in saves if save.complete is not None)


def complete(saves: list[Save]) -> float:
    """The median from a save to the complete, checked order, in s."""
    return median(save.complete for save in saves if save.complete is not None)


def _edited(deck: Path, text: str, state: Callable[[], State], build: str) -> tuple[Save, str]:
    text, count = _BOARD.subn(r"\1!", text, count=1)
    if not count:
        raise RuntimeError(f"{deck.name}: no phrase to change")
    deck.write_text(text, encoding="utf-8")
    began = time.monotonic()
    _wait(state, lambda now: now["looks"] or now["build"] != build)
    shown = time.monotonic() - began
    after = _wait(state, lambda now: now["build"] != build and now["notice"] is None)
    return Save("a phrase", shown, time.monotonic() - began), str(after["build"])


def _broken(deck: Path, text: str, state: Callable[[], State]) -> Save:
    """A quote left open, and the file put back as it was."""
    deck.write_text(text.replace("board: ", 'board: "', 1), encoding="utf-8")
    began = time.monotonic()
    _wait(state, lambda now: now["notice"] and now["notice"]["failed"])
    shown = time.monotonic() - began
    deck.write_text(text, encoding="utf-8")
    return Save("a quote left open", shown, None)


def _wait(state: Callable[[], State], happened: Callable[[State], Any]) -> State:
    latest = time.monotonic() + PATIENCE_S
    while time.monotonic() < latest:
        if happened(now := state()):
            return now
        time.sleep(POLL_S)
    raise RuntimeError("the watch did not come to an end of its round")


@contextmanager
def _watched(project: Project) -> Iterator[Callable[[], State]]:
    """Inside, what the served page would be told at this moment."""
    command = [sys.executable, "-m", "invoke", "watch", "--serve"]
    process = subprocess.Popen(command, cwd=project.root, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if address := _ADDRESS.search(line):
                break
        else:
            raise RuntimeError("the watch serves nothing")
        yield lambda: json.loads(urlopen(address[0] + STATE, timeout=PATIENCE_S).read())
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()
