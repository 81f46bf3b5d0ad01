"""`invoke check --build`: a published folder is what its manifest says, or every file that is not is named."""

import hashlib
import json
import os
import random
import shutil

import pytest
from command import command
from faults.published_order import listed, relist, told, vouched
from tools import BUILT, make
from witness import rephrase, state

from press.delivery.verify_order import check_published
from press.errors import PressError
from press.paths import Project


def test_a_whole_order(small):
    done = command(small, "check", "--build", "standard")
    assert (done.returncode, done.stderr) == (0, "")
    count = sum(path.is_file() and "compare" not in path.parts for path in (small / BUILT).rglob("*"))
    assert count > 10 and f"{BUILT}/, {count} files" in done.stdout and "status draft" in done.stdout


def test_everything_is_told_at_once(small):
    (small / BUILT / "print/bingo-3x3.pdf").write_bytes(b"%PDF")
    (small / BUILT / "index.html").unlink()
    (small / BUILT / "print/other.pdf").write_bytes(b"%PDF")
    done = command(small, "check", "--build", "standard")
    assert done.returncode == 3 and "Traceback" not in done.stderr
    said = {line.split(": ")[0].removeprefix(f"{BUILT}/"): line for line in done.stderr.splitlines()[:-1]}
    assert set(said) == {"print/bingo-3x3.pdf", "index.html", "print/other.pdf"}
    assert (
        "not the file" in said["print/bingo-3x3.pdf"]
        and "missing" in said["index.html"]
        and "none of this order" in said["print/other.pdf"]
    )


def test_every_single_file_is_looked_at(small):
    """One byte of each, one after the other."""
    names = sorted(listed(small)["outputs"])
    assert len(names) > 10
    for name in names:
        path = small / BUILT / name
        data = path.read_bytes()
        place = random.Random(name).randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert name in told(small)
        path.write_bytes(data)
    check_published(Project.at(small), "standard")


def test_the_comparison_stands_in_no_manifest(small):
    (small / BUILT / "compare/more.png").write_bytes(b"x")
    check_published(Project.at(small), "standard")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"order": "standard"}',
        '{"order": "standard", "products": [], "outputs": {}}',
        "[" * 99_999,
    ],
)
def test_a_manifest_that_is_none(small, text: str):
    """Not for the check, and not for the next build, which takes nothing over from it."""
    (small / BUILT / "manifest.json").write_text(text)
    assert told(small) == {"manifest.json": "is missing, or is none that this press wrote; build again"}


@pytest.mark.parametrize(
    "name",
    [
        "../../../content/podcast.yaml",
        "/etc/hostname",
        "print/../index.html",
        "C:/x",
        "..\\x",
        "print\\x",
        "./index.html",
        "",
        "//x/y",
    ],
)
def test_names_that_lead_elsewhere(small, name: str):
    path = small / BUILT / name
    value = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "0" * 64
    relist(small, outputs=listed(small)["outputs"] | {name: value})
    assert f"lists `{name}`, which is no file of this folder" in told(small)["manifest.json"]


@pytest.mark.skipif(os.name == "nt", reason="links take a right there that few have")
def test_a_link_is_no_file(small):
    path = small / BUILT / "index.html"
    path.rename(small / "index.html")
    path.symlink_to(small / "index.html")
    (small / BUILT / "elsewhere").symlink_to(small / "content")
    assert set(told(small)) == {"index.html", "elsewhere"}


def test_a_manifest_of_another_order(small):
    relist(small, order="other")
    assert "belongs to the order `other`" in told(small)["manifest.json"]


@pytest.mark.parametrize(
    "change",
    [
        {"status": "pass"},
        {"status": "fail"},
        {"findings": []},
        {"findings": [{}]},
        {"findings": None},
        {"status": None},
    ],
)
def test_a_report_that_says_something_else(small, change: dict):
    report = json.loads((small / BUILT / "preflight.json").read_bytes()) | change
    vouched(small, "preflight.json", json.dumps(report).encode())
    assert "preflight.json" in told(small)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("nothing", "there is no order"),
        ("new", "not built yet"),
        ("../small/build/standard", "there is no order"),
        (".", "there is no order"),
        ("", "there is no order"),
        ("../content", "there is no order"),
    ],
)
def test_an_order_that_is_none_or_was_not_built(small, order: str, said: str):
    shutil.copy(small / "content/orders/standard.yaml", small / "content/orders/new.yaml")
    with pytest.raises(PressError) as error:
        check_published(Project.at(small), order)
    (problem,) = error.value.problems
    assert error.value.exit_code == 2 and problem.where == "--build" and said in problem.what


def test_a_build_published_meanwhile_is_looked_at_instead(small, monkeypatch):
    """Half of the files of one and half of the other would be no finding, but a mistake of ours."""
    import press.delivery.verify_order as module

    again, once = [], module._file_problems

    def slowly(folder, sums):
        if not again:
            again.append(1)
            rephrase(small, 1)
            make(small)
        yield from once(folder, sums)

    monkeypatch.setattr(module, "_file_problems", slowly)
    before = state(small)
    assert check_published(Project.at(small), "standard").files > 10 and state(small) != before
