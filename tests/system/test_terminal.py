"""Lines on a terminal: none longer than it is wide; whole through a pipe. Bars only where the cursor may move."""

import io

import pytest

from press.system.progress import Progress
from press.system.say import fitted, say

LINE = "  draft  placeholder  content/podcast.yaml:8  https://example.org/ein-sehr-langer-weg is a placeholder"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_line_fits_the_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "80")
    lines = fitted(LINE, Terminal()).splitlines()
    assert len(lines) == 2 and all(len(line) <= 80 for line in lines)
    assert lines[1].startswith("      ") and " ".join(" ".join(lines).split()) == " ".join(LINE.split())


@pytest.mark.parametrize("width, count", [(80, 1), (81, 2)])
def test_only_what_is_too_long_is_broken(monkeypatch: pytest.MonkeyPatch, width: int, count: int):
    monkeypatch.setenv("COLUMNS", "80")
    line = ("ab " * 30)[: width - 1] + "c"
    assert len(fitted(line, Terminal()).splitlines()) == count


def test_through_a_pipe_a_line_stays_whole(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture):
    monkeypatch.setenv("COLUMNS", "80")
    say(LINE)
    assert capsys.readouterr().out == LINE + "\n"


@pytest.mark.parametrize(
    "settings, moves", [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)]
)
def test_no_cursor_is_moved_where_plain_text_is_wanted(monkeypatch: pytest.MonkeyPatch, settings, moves: bool):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", Terminal())
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert Progress().terminal is moves
