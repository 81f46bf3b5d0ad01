"""What people get wrong: one file of bad_content/ each. Each must end with the file and line, and change nothing."""

import re
from pathlib import Path

import pytest
import yaml
from command import command
from tools import DECK, PODCAST, SAMPLE, built_files, edit

CASES = sorted((Path(__file__).parent / "bad_content").glob("*.yaml"))


def spoil(root: Path, case: dict) -> None:
    """Does to the project what the case says: `delete`, `whole`, `find` and `put`, or another `encoding`."""
    file = root / case["file"]
    if "delete" in case:
        file.unlink()
    elif "whole" in case:
        file.write_text(case["whole"], encoding="utf-8")
    elif "find" in case:
        edit(file, case["find"], case["put"])
    else:
        file.write_bytes(file.read_text(encoding="utf-8").encode(case["encoding"]))


def place(root: Path, at: str) -> str:
    """`file:line`; the line of a file that is not the sample's may be given as `/what it matches/`."""
    name, line = at.split(":", 1)
    if not line.startswith("/"):
        return at
    lines = (root / name).read_text(encoding="utf-8").splitlines()
    return f"{name}:{next(n for n, text in enumerate(lines, 1) if re.match(line.strip('/'), text))}"


def test_there_are_cases():
    assert len(CASES) >= 25
    assert all(path.exists() for path in (SAMPLE / "phrases/probe.yaml", SAMPLE / "podcast.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_bad_content(path: Path, built: Path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    spoil(built, case)
    before = built_files(built)
    done = command(built, "build")

    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    *told, last = done.stderr.strip().splitlines()
    where = place(built, case["at"])
    assert any(line.startswith(f"{where}: ") and all(part in line for part in case["says"]) for line in told), (
        done.stderr
    )
    count = case.get("problems", 1)  # one mistake is told once, without others that follow from it
    assert count == "any" or len(told) == count, done.stderr
    assert last.startswith(f"{len(told)} problem")
    assert built_files(built) == before


def test_mistakes_in_several_files_are_told_at_once(built: Path):
    edit(built / PODCAST, "link: https://probefunk.example/1", "link: probefunk")
    edit(built / DECK, "board: Da könnte.*", 'board: ""')
    edit(built / DECK, "id: drei", "id: Drei")
    edit(built / "content/texts.yaml", "^title: .*", "title: 1")
    edit(built / "assets/brands/kleinstadtniveau/brand.yaml", "^  text: .*", "  text: Comic Sans")
    before = built_files(built)
    done = command(built, "build")
    assert done.returncode == 2
    assert [line.split(": ")[0] for line in sorted(done.stderr.splitlines()[:-1])] == [
        place(built, "assets/brands/kleinstadtniveau/brand.yaml:/^  text:/"),
        f"{DECK}:11",
        f"{DECK}:14",
        f"{PODCAST}:12",
        place(built, "content/texts.yaml:/^title:/"),
    ]
    assert built_files(built) == before


def test_the_same_mistake_stops_the_check(sample: Path):
    edit(sample / DECK, "id: drei", "id: eins")
    done = command(sample, "check")
    assert done.returncode == 2 and f"{DECK}:14: " in done.stderr and "Traceback" not in done.stderr
