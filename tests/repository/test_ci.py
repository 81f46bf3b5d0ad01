"""What the machine that tests runs: the README's command, then the linters; it fails if any part of them does."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tools import ROOT

PARTS = ("python3 -m venv .venv", "pip install -q -e .[test]", "invoke test", "pip install -q -e .[dev]", "invoke lint")
# Stands for Python, pip and invoke: notes what it was asked for, makes the environment, fails where it is told to.
STAND_IN = """#!/bin/sh
called="$(basename "$0") $*"
echo "$called" >> calls
mkdir -p .venv/bin && cp "$0" .venv/bin/python && cp "$0" .venv/bin/invoke
case "$called" in *"$FAILING") exit 1 ;; esac
"""

pytestmark = pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="a script for bash")


@pytest.fixture
def ran(tmp_path: Path):
    """`ran(part)`: whether the script ended well where that part fails, and what it had asked for."""

    def run(failing: str) -> tuple[bool, list[str]]:
        (tmp_path / ".ci").mkdir()
        shutil.copy(ROOT / ".ci/run", tmp_path / ".ci")
        programs = tmp_path / "programs"  # the only ones to be found, apart from these few: no apt-get among them
        programs.mkdir()
        for name in ("bash", "basename", "cp", "dirname", "env", "mkdir", "sh"):
            (programs / name).symlink_to(shutil.which(name))
        (programs / "python3").write_text(STAND_IN)
        (programs / "python3").chmod(0o755)
        done = subprocess.run([tmp_path / ".ci/run"], env={"PATH": str(programs), "FAILING": failing})
        return done.returncode == 0, (tmp_path / "calls").read_text().splitlines()

    return run


def test_it_runs_the_command_of_the_readme():
    commands = re.findall(r"```sh\n(.+)\n```", (ROOT / "README.md").read_text(encoding="utf-8"))
    tests = [command for command in commands if command.endswith("invoke test")]
    assert len(tests) == 1 and any(command.endswith("invoke build") for command in commands)
    assert tests[0] in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_all_is_well_if_every_part_is(ran):
    well, called = ran("nothing")
    assert well and [next(part for part in PARTS if one.endswith(part)) for one in called] == list(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_fails_is_a_failure(ran, part: str):
    well, called = ran(part)
    assert not well and any(one.endswith(part) for one in called)
    assert called[-1].endswith(("invoke lint", "install -q -e .[dev]")), "the linters run whatever the tests say"
