"""Measures a command as a whole process."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import timed
from press.errors import Exit, PressError, Problem
from press.language.message import _


@dataclass(frozen=True)
class Measured:
    """Seconds on the wall and of all processors, the most bytes any of its processes held, and what it said."""

    wall: float
    cpu: float
    peak: int
    exit: int
    output: str


def measured(command: list[str], folder: Path) -> Measured:
    """Runs a Python command (what follows `python`) in a folder. Raises PressError where a machine cannot measure."""
    if not hasattr(os, "wait4"):
        raise PressError(
            Problem("bench", _("this system does not tell what a process took"), _("run it on Linux or macOS")),
            Exit.MACHINE,
        )
    with TemporaryDirectory() as scratch:
        figures = Path(scratch) / "figures.json"
        done = subprocess.run(
            [sys.executable, timed.__file__, str(figures), sys.executable, *command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        if not figures.exists():
            raise RuntimeError(f"nothing was measured: {done.stdout}")
        return Measured(**json.loads(figures.read_text(encoding="utf-8")), output=done.stdout)
