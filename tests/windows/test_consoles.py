"""Consoles: what is said arrives whatever the code page, and no character ends in a traceback."""

import errno
import io
import sys

import pytest
from invoke.collection import Collection
from invoke.loader import FilesystemLoader
from tools import ROOT

from press.cli.output import print_problems
from press.errors import PressError, Problem
from press.system import say as saying
from press.system.progress import Progress
from press.system.say import ready_streams, say, say_error

OEM, ANSI = "cp850", "cp1252"  # of a German Windows: its console, and what Python writes to a file or a pipe
WORDS = "„Dafür“ – 3 × 4 … ≥ 60 % → weich\u00adgetrennt 🂡"


def stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize("encoding", [OEM, ANSI, "ascii", "utf-8"])
def test_what_is_said_to_a_file_or_a_pipe_is_utf_8(monkeypatch, encoding: str):
    out, err = stream(encoding), stream(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    ready_streams()
    say(WORDS)
    print_problems(PressError(Problem("phrases.yaml:3", WORDS, "shorten it")))
    assert out.buffer.getvalue().decode("utf-8").splitlines() == [WORDS]
    assert "„Dafür“ – 3 × 4" in err.buffer.getvalue().decode("utf-8")


def test_a_surrogate_is_no_traceback(monkeypatch):
    """A file's name may hold one."""
    out = stream(ANSI)
    monkeypatch.setattr(sys, "stdout", out)
    ready_streams()
    say("a\udcffb")
    assert out.buffer.getvalue().split() == [b"a\\uDCFFb"]


def test_what_invoke_says_itself_is_in_every_code_page():
    """`invoke --list` and `--help` speak before the press does, in whatever encoding the system has."""
    module, _ = FilesystemLoader(start=str(ROOT)).load("tasks")
    tasks = Collection.from_module(module).tasks.values()
    said = [text for task in tasks for text in (task.__doc__, *(str(help) for help in task.help.values()))]
    assert len(said) > 40
    for text in said:
        text.encode(OEM), text.encode(ANSI)


class WithoutReader(io.StringIO):
    """A pipe whose reader has gone, as Windows tells it; `number` is where its file is."""

    def __init__(self, number: int):
        super().__init__()
        self.number = number

    def flush(self):
        raise OSError(errno.EINVAL, "Invalid argument")

    def fileno(self):
        return self.number


@pytest.mark.parametrize("tell", [say, say_error])
def test_a_reader_that_has_gone_stops_no_work(monkeypatch, tmp_path, tell):
    """Windows says EINVAL where other systems say EPIPE."""
    with open(tmp_path / "pipe", "w") as pipe:
        for name in ("stdout", "stderr"):
            monkeypatch.setattr(sys, name, WithoutReader(pipe.fileno()))
        monkeypatch.setattr(saying, "_WINDOWS", True)
        tell("a line")
        monkeypatch.undo()
        pipe.write("lost")  # what comes later goes nowhere
    assert (tmp_path / "pipe").read_text() == ""


def test_elsewhere_that_is_an_error(monkeypatch):
    monkeypatch.setattr(sys, "stdout", WithoutReader(1))
    monkeypatch.setattr(saying, "_WINDOWS", False)
    with pytest.raises(OSError, match="Invalid argument") as raised:
        say("a line")
    assert raised.value.filename == "standard output"


class Legacy(io.StringIO):
    """A console that knows no escape sequences."""

    encoding = OEM

    def isatty(self):
        return True


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"NO_COLOR": "1"}])
def test_a_console_without_colours_gets_plain_lines(monkeypatch, environment: dict[str, str]):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", out := Legacy())
    assert list(Progress().over([1, 2], "setting")) == [1, 2]
    assert out.getvalue() == "setting: 2\n"
