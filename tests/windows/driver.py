"""Runs there, under Windows' Python, in a project: `python driver.py WHAT`; its last line says what happened, as JSON.

It imports nothing but Python's own: what is tried are the commands, as people run them.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer

PATIENCE_S = 600
ENDED_S = 10  # until processes that are left alone must be gone
DECK = Path("content/phrases/probe.yaml")
ONE = ("--only", "bingo-3x3", "--edition", "print")
BUILT = Path("build/standard--bingo-3x3--print")
EDITED = f"{DECK.as_posix()}: "  # how the line on a round begins
WHOLE, ORDER = Path("build/standard"), Path("content/orders/standard.yaml")
MORE = """\
  - {layout: bingo-3x3, id: viele, boards: 500}
  - {layout: bingo-3x3, id: mehr, boards: 500}
"""
CTRL_C = 0  # CTRL_C_EVENT of wincon.h
ALL = 0  # processes of a console


def have_console() -> None:
    """A console of our own, for us and whom we start."""
    ctypes.windll.kernel32.FreeConsole()
    ctypes.windll.kernel32.AllocConsole()


def press_ctrl_c() -> None:
    """As somebody does at our console: whatever runs there gets it, we only do not listen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not ctypes.windll.kernel32.GenerateConsoleCtrlEvent(CTRL_C, ALL):
        raise ctypes.WinError()


def start(*arguments: str) -> subprocess.Popen:
    """`invoke …`; ended if it takes for ever."""
    process = subprocess.Popen(
        [sys.executable, "-m", "invoke", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.PIPE,
        encoding="utf-8",
        errors="backslashreplace",
    )
    clock = Timer(PATIENCE_S, process.kill)
    clock.daemon = True
    clock.start()
    return process


def done(*arguments: str) -> tuple[int, str]:
    process = start(*arguments)
    said = process.communicate()[0]
    return process.returncode, said


def stamp() -> list:
    return sorted((path.as_posix(), path.stat().st_mtime_ns) for path in WHOLE.rglob("*"))


def others() -> int:
    """How many Pythons run besides this one."""
    listed = subprocess.run(["tasklist"], capture_output=True, text=True, stdin=subprocess.PIPE).stdout
    return listed.lower().count("python.exe") - 1


def watched() -> dict:
    """Five edits, each made when the last is built, one of them a mistake; then Ctrl-C."""
    have_console()
    process, lines = start("watch", *ONE), []

    def until(sign: str) -> str:
        for line in process.stdout:
            lines.append(line.rstrip())
            if line.startswith(sign):
                return line
        return ""

    until("to begin with")
    text = DECK.read_text(encoding="utf-8")
    for number in range(5):
        new = "board: [" if number == 2 else f"board: Dafür fehlt uns die Zeit Nr. {number}."
        head, _, rest = text.partition("board: ")
        DECK.write_text(head + new + "\n" + rest.partition("\n")[2], encoding="utf-8", newline="\n")
        until(EDITED)
    DECK.write_text(text, encoding="utf-8", newline="\n")
    until(EDITED)
    began = time.monotonic()
    press_ctrl_c()
    lines += process.communicate()[0].splitlines()
    return {"lines": lines, "code": process.returncode, "seconds": time.monotonic() - began, "left": others()}


def interrupted(how: str) -> dict:
    """A build with other processes at work that is asked to end, or killed; what lies there."""
    have_console()
    first = done("build")
    before = stamp()
    ORDER.write_text(ORDER.read_text(encoding="utf-8") + MORE, encoding="utf-8", newline="\n")
    process = start("build")
    while (at_work := others()) < 2 and process.poll() is None:
        time.sleep(0.2)
    began = time.monotonic()
    if how == "killed":
        process.kill()
    else:
        press_ctrl_c()
    said = process.communicate()[0]
    took = time.monotonic() - began
    while others() and time.monotonic() - began < ENDED_S:
        time.sleep(0.2)
    left, same = others(), bool(before) and stamp() == before
    return {
        "first": first,
        "said": said,
        "code": process.returncode,
        "seconds": took,
        "at_work": at_work,
        "left": left,
        "same": same,
    }


def held() -> dict:
    """An order whose folder another program stands in, as a console or Explorer does."""
    text = DECK.read_text(encoding="utf-8")
    DECK.write_text(text.replace("board: ", "board: Ach, ", 1), encoding="utf-8", newline="\n")
    holder = subprocess.Popen(
        [sys.executable, "-c", "input()"], cwd=BUILT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    time.sleep(3)
    first = done("build", *ONE)
    second = done("build", *ONE)
    holder.communicate("\n")
    third = done("build", *ONE)
    fourth = done("check", "--build", BUILT.name)
    return {"held": first, "still": second, "free": third, "checked": fourth}


def closed_pipe() -> dict:
    """As `invoke list | more` that is left early."""
    process = start("list")
    process.stdout.readline()
    process.stdout.close()
    return {"code": process.wait()}


def consoles() -> dict:
    """Output to a file, to nowhere and in old code pages; no character may end in a traceback."""
    found = {}
    for name in ("cp850", "cp1252", "ascii"):
        made = subprocess.run(
            [sys.executable, "-m", "invoke", "check", "--order", "standard"],
            env=os.environ | {"PYTHONIOENCODING": name},
            capture_output=True,
            stdin=subprocess.PIPE,
        )
        found[name] = (made.returncode, (made.stdout + made.stderr).decode("utf-8", "backslashreplace"))
    return found


WHAT = {
    "watched": watched,
    "interrupted": lambda: interrupted("asked"),
    "killed": lambda: interrupted("killed"),
    "held": held,
    "closed_pipe": closed_pipe,
    "consoles": consoles,
}

if __name__ == "__main__":
    print(json.dumps(WHAT[sys.argv[1]]()))
