"""What is said: what is meant arrives, what steers a terminal does not, whatever became of the streams."""

import os
import subprocess
import sys

import pytest
from tools import ROOT

from press.system.say import say

CLOSED = """
import os, sys
from press.system.say import ready_streams, say
ready_streams()
before = os.open(os.devnull, os.O_RDONLY)
say("a line"), print("an error", file=sys.stderr), sys.stdin.read()
assert before > 2, before  # no file of ours has the number of a stream
"""


def test_what_would_steer_a_terminal_is_spelled_out(capsys):
    say("a\x1b[31mb\x07\r\x9b", "\u202eabc\udcff", "zwei\nZeilen, weich\u00adgetrennt")
    assert capsys.readouterr().out == (
        "a\\u001B[31mb\\u0007\\u000D\\u009B\n\\u202Eabc\\uDCFF\nzwei\nZeilen, weich\u00adgetrennt\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="shells close streams elsewhere")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_lead_nowhere(closed):
    command = f'exec "$0" -c "$1" {closed}'
    done = subprocess.run(["sh", "-c", command, sys.executable, CLOSED], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ("" if ">&-" in closed.replace("2>&-", "") else "a line\n")
    assert done.stderr == ("" if "2>&-" in closed else "an error\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
def test_output_that_takes_nothing_is_named(monkeypatch):
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(OSError, match="standard output"):
            say("a line")
        monkeypatch.undo()
        with pytest.raises(OSError, match="No space"):  # what was not written comes again when it closes
            full.close()
