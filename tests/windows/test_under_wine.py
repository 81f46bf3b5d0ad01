"""The press under Windows' Python, where PRESS_WINDOWS names an installation: `.ci/windows` makes one and runs these.

What Wine is not: it has no virus scanner and no Explorer, denies less to a second program, and hands Ctrl-Break to no
program of C's library.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tools import PATIENCE_S, ROOT, SAMPLE, copy_project, press

THERE = os.environ.get("PRESS_WINDOWS", "")
pytestmark = pytest.mark.skipif(
    not THERE or os.name == "nt",
    reason="PRESS_WINDOWS names no Windows installation beside this system: see .ci/windows",
)

PACKAGES = "Z:" + f"{THERE}/packages".replace("/", "\\")  # as Windows' pip gets them
OF_HERE = ("PIP_", "TMPDIR")  # where this system's pip finds packages, and where it writes
DRIVER = Path(__file__).parent / "driver.py"
LONG_S = 4 * PATIENCE_S  # Wine is slower
ODD = "Haus & Größe"  # a folder as people call one
CTRL_C_CODE = 130  # 128 and SIGINT


def run(folder: Path, *command: str) -> subprocess.CompletedProcess:
    """A Windows program, in a folder of drive C:."""
    return subprocess.run(
        [f"{THERE}/run", *command],
        env={name: value for name, value in os.environ.items() if not name.startswith(OF_HERE)}
        | {"IN": str(folder), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": PACKAGES},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=LONG_S,
        encoding="utf-8",
        errors="backslashreplace",
    )


@pytest.fixture
def drive():
    """A new folder of drive C:; nothing of it stays."""
    folder = Path(THERE, "prefix/drive_c/tried")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def tried(drive):
    """`tried(WHAT)`: what the driver says of it, in a sample that is built there."""
    root = copy_project(drive / ODD, SAMPLE)
    built = run(root, "invoke", "build", "--only", "bingo-3x3", "--edition", "print")
    assert built.returncode == 0, built.stdout
    shutil.copy(DRIVER, root)

    def say(what: str) -> dict:
        done = run(root, "python", "driver.py", what)
        try:
            return json.loads(done.stdout.splitlines()[-1])
        except ValueError:
            raise AssertionError(done.stdout) from None

    return say


def sums(root: Path) -> dict[str, str]:
    """SHA-256 of every file of the order, but for the comparison with the last build."""
    files = (path for path in (root / "build").rglob("*") if path.is_file() and ".press" not in path.parts)
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if "compare" not in path.parts
    }


@pytest.mark.parametrize("order", ["standard", "katalog"])
def test_the_same_bytes_as_here(drive, tmp_path, order: str):
    here, there = copy_project(tmp_path / "here"), copy_project(drive / ODD)
    built = run(there, "invoke", "build", "--order", order)
    assert built.returncode == 0, built.stdout
    assert press(here, "build", "--order", order).returncode == 0
    wanted, found = sums(here), sums(there)
    assert len(wanted) > 30 and wanted == found
    print(f"\n{order}: {len(found)} files, the same bytes")
    checked = run(there, "invoke", "check", "--build", order)
    assert checked.returncode == 0 and "as they were made" in checked.stdout


def test_a_watch_follows_five_edits_and_hears_ctrl_c(tried):
    said = tried("watched")
    rounds = [line for line in said["lines"] if line.startswith("content/phrases/probe.yaml: ")]
    assert len(rounds) == 6 and "1 problem" in rounds[2] and said["code"] == CTRL_C_CODE, rounds
    assert all(" s)" in line for line in rounds if "problem" not in line)
    assert "Interrupted" in said["lines"][-1] and said["seconds"] < 5 and said["left"] == 0
    assert not any("Traceback" in line for line in said["lines"])


@pytest.mark.parametrize("how", ["interrupted", "killed"])
def test_a_build_that_is_ended_leaves_the_last_one_and_no_process(tried, how: str):
    said = tried(how)
    assert said["first"][0] == 0 and said["same"] and said["at_work"] > 1 and said["left"] == 0, said
    if how == "interrupted":
        assert said["code"] == CTRL_C_CODE and said["seconds"] < 5
        assert "Interrupted" in said["said"] and "Traceback" not in said["said"]


def test_a_folder_that_somebody_stands_in(tried):
    said = tried("held")
    if said["held"][0] == 0:
        pytest.skip("this Wine lets a folder be renamed while a program stands in it")
    assert said["held"][0] == said["still"][0] == 4 and "waits" in said["held"][1] and "waits" in said["still"][1]
    assert said["free"][0] == 0 and "Nothing has changed" in said["free"][1] and said["checked"][0] == 0


def test_a_reader_that_closes_early(tried):
    assert tried("closed_pipe") == {"code": 0}


def test_old_code_pages(tried):
    for code, said in tried("consoles").values():
        assert code == 0 and "Traceback" not in said and "Every text" in said


def test_the_lines_of_the_readme(drive):
    """Word for word, but for `py -m venv`, which this Python has not."""
    build, test = lines_for_windows((ROOT / "README.md").read_text(encoding="utf-8"))
    clone = drive / ODD
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    make_environment(clone)
    built = command_line(clone, build)
    assert built.returncode == 0 and "Made in build/standard/" in built.stdout, built.stdout
    done = command_line(clone, test)
    Path(THERE, "quick-tests.txt").write_text(done.stdout, encoding="utf-8")
    print("\n" + done.stdout[-2000:])
    passed = re.search(r"(\d+) passed", done.stdout)
    assert done.returncode == 0 and passed and int(passed[1]) > 1000


def lines_for_windows(readme: str) -> list[str]:
    """The README's two commands as it says they are written on Windows, without their first part."""
    for written in ("`.venv\\Scripts` for `.venv/bin`", """`".[test]"` for `'.[test]'`""", "`invoke test --quick`"):
        assert written in readme
    commands = re.findall(r"^python3 -m venv \.venv && (.+)$", readme, re.MULTILINE)
    return [
        command.replace(".venv/bin/", ".venv\\Scripts\\")
        .replace("'", '"')
        .replace("invoke test", "invoke test --quick")
        for command in commands
    ]


def make_environment(folder: Path) -> None:
    """`.venv`, as virtualenv makes it of a Python without `venv`; beside its programs the libraries that the launcher
    of a whole Python finds itself."""
    made = run(folder, "python", "-m", "virtualenv", "--no-periodic-update", "--never-download", ".venv")
    assert made.returncode == 0, made.stdout
    for library in Path(THERE, "python").glob("*.dll"):
        shutil.copy(library, folder / ".venv" / "Scripts")


def command_line(folder: Path, line: str) -> subprocess.CompletedProcess:
    """A line as it is typed at a command prompt."""
    (folder / "typed.bat").write_text(f"@{line}\r\n", encoding="utf-8", newline="")
    return run(folder, "cmd", "/c", "typed.bat")
