"""Runs there, under Windows' Python, in a project: `python driver.py WHAT`; its last line says what happened, as JSON.

It imports nothing but Python's own: what is tried are the commands, as people run them.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer

PATIENCE_S = 600
DECK = Path("content/phrases/probe.yaml")
ONE = ("--only", "bingo-3x3", "--edition", "print")
BUILT = Path("build/standard--bingo-3x3--print")


def start(*arguments: str) -> subprocess.Popen:
    """`invoke …`, in a group of its own, so that Ctrl-Break reaches it and not us; ended if it takes for ever."""
    process = subprocess.Popen(
        [sys.executable, "-m", "invoke", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.PIPE,
        creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
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
    return sorted((path.as_posix(), path.stat().st_mtime_ns) for path in BUILT.rglob("*"))


def others() -> int:
    """How many Pythons run besides this one."""
    listed = subprocess.run(["tasklist"], capture_output=True, text=True, stdin=subprocess.PIPE).stdout
    return listed.lower().count("python.exe") - 1


def watched() -> dict:
    """Five edits, each made when the last is built, one of them a mistake; then Ctrl-Break."""
    process, lines = start("watch", *ONE), []

    def until(sign: str) -> str:
        for line in process.stdout:
            lines.append(line.rstrip())
            if sign in line:
                return line
        return ""

    until("to begin with")
    text = DECK.read_text(encoding="utf-8")
    for number in range(5):
        new = "board: [" if number == 2 else f"board: Dafür fehlt uns die Zeit Nr. {number}."
        head, _, rest = text.partition("board: ")
        DECK.write_text(head + new + "\n" + rest.partition("\n")[2], encoding="utf-8", newline="\n")
        until("probe.yaml:")
    DECK.write_text(text, encoding="utf-8", newline="\n")
    until("probe.yaml:")
    began = time.monotonic()
    process.send_signal(signal.CTRL_BREAK_EVENT)
    lines += process.communicate()[0].splitlines()
    return {"lines": lines, "code": process.returncode, "seconds": time.monotonic() - began, "left": others()}


def interrupted(how: str) -> dict:
    """A build with other processes at work that is asked to end, or killed; what lies there, and the next build."""
    before = stamp()
    process = start("build", *ONE, "--boards", "3000")
    process.stdout.readline()
    time.sleep(8)  # all are at work
    at_work = others()
    began = time.monotonic()
    if how == "killed":
        process.kill()
    else:
        process.send_signal(signal.CTRL_BREAK_EVENT)
    said = process.communicate()[0]
    took = time.monotonic() - began
    time.sleep(3)
    left, same = others(), stamp() == before
    return {"said": said, "code": process.returncode, "seconds": took, "at_work": at_work, "left": left, "same": same}


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
