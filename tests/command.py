"""`invoke …` in this process, for what is said and how it ends; `tools.press` is for what concerns the process itself.

It saves the second that Python takes to load everything. Whatever would be a traceback there is raised here.
"""

import io
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from invoke.program import Program


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a task of the project; with nobody at a terminal."""
    out, err = io.StringIO(), io.StringIO()
    with (
        chdir(root),
        redirect_stdout(out),
        redirect_stderr(err),
        patch.object(sys, "stdin", io.StringIO()),
        patch.object(sys, "path", list(sys.path)),
        tasks_of_its_own(),
    ):
        try:
            Program().run(["invoke", *arguments])
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


@contextmanager
def tasks_of_its_own() -> Iterator[None]:
    """Each project has a module `tasks`. All else that is loaded stays: a library that is loaded twice has two of each
    class, and fontTools then cuts no font."""
    others = sys.modules.pop("tasks", None)
    try:
        yield
    finally:
        sys.modules.pop("tasks", None)
        if others:
            sys.modules["tasks"] = others
