"""The commands as people type them: exit codes, and what is said."""

import json
import os
import re
import subprocess
import sys

import pytest
from command import command
from finished_pdf import codes, pages
from tools import BUILT, DECK, PODCAST, ROOT, SAMPLE, edit, files, one_check_alone, press, print_only, product

SHEETS = "print/bingo-3x3.pdf"


def make_real(root) -> None:
    """Real links in place of all placeholders."""
    for name in (PODCAST, "assets/brands/kleinstadtniveau/brand.yaml"):
        text = (root / name).read_text(encoding="utf-8")
        (root / name).write_text(re.sub(r"https://[\w.]+", "https://kleinstadtniveau.de", text), encoding="utf-8")


@pytest.fixture
def print_alone(sample):
    """The sample without office editions: an order of half the work."""
    for layout in ("bingo-3x3", "argumente"):
        print_only(sample, layout)
    return sample


def status(root) -> str:
    return json.loads((root / BUILT / "preflight.json").read_text(encoding="utf-8"))["status"]


def test_build_says_what_it_made(print_alone):
    """It is what invoke does by itself."""
    done = press(print_alone)
    assert (done.returncode, done.stderr) == (0, "")
    code = product(print_alone)["first_sheet"].split("-")[0]
    said = " ".join(done.stdout.split())
    assert status(print_alone) == "draft"
    for part in ("build/standard/", "print/bingo-3x3.pdf 2 pages 2 boards", "print/argumente.pdf", "3 copies", "draft"):
        assert part in said
    assert f"{code}-0001 to {code}-0002" in said
    assert f"{PODCAST}:4" in said and "https://probefunk.example is a placeholder" in said and "\x1b" not in done.stdout


def test_build_with_every_option(sample):
    options = "--order standard --brand kleinstadtniveau --only bingo-3x3 --edition print --boards 5 --seed 99"
    with one_check_alone():
        done = command(sample, "build", *options.split())
    assert done.returncode == 0, done.stderr
    folder = sample / "build/standard--bingo-3x3--boards-5--seed-99--print"
    facts = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert facts["seed"] == 99 and [(p["id"], p["boards"]) for p in facts["products"]] == [("bingo-3x3", 5)]
    assert len(pages(folder / SHEETS)) == 5


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--seed", "1.5"],
        ["build", "--seed=-1"],
        ["build", "--boards", "viele"],
        ["build", "--boards", "0"],
        ["build", "--boards", "453601"],
        ["build", "--only", "x"],
        ["build", "--brand", "x"],
        ["build", "--edition", "x"],
        ["build", "--order", "x"],
        ["build", "--order", "../standard"],
        ["verify", "x"],
        ["verify", "0000-0001"],
        ["verify", "--order", "x", "0000-0001"],
    ],
    ids=" ".join,
)
def test_what_was_typed_wrong(built, arguments: list[str]):
    before = files(built / BUILT)
    done = command(built, *arguments)
    assert done.returncode == 2, (done.returncode, done.stderr)
    assert done.stderr and "Traceback" not in done.stdout + done.stderr
    assert files(built / BUILT) == before


@pytest.mark.parametrize("arguments", [["build", "--unknown"], ["nothing-of-that-name"], ["verify"]], ids=" ".join)
def test_what_invoke_itself_does_not_understand(built, arguments: list[str]):
    """Refused before the press is asked: with Invoke's own exit code, which is 1."""
    before = files(built / BUILT)
    done = press(built, *arguments)
    assert done.returncode != 0 and done.stderr and "Traceback" not in done.stdout + done.stderr
    assert files(built / BUILT) == before


def test_release_refuses_a_draft(built):
    before = files(built / BUILT)
    done = command(built, "build", "--release")
    assert done.returncode == 3 and "Traceback" not in done.stderr
    assert {line.split(": ")[0] for line in done.stderr.splitlines()} >= {
        f"{PODCAST}:{line}" for line in (4, 7, 12, 14)
    }
    assert files(built / BUILT) == before


def test_release_of_what_is_real(print_alone):
    make_real(print_alone)
    with one_check_alone():
        done = command(print_alone, "build", "--release")
    assert done.returncode == 0, done.stderr
    assert status(print_alone) == "pass" and "placeholder" not in done.stdout and "draft" not in done.stdout.lower()
    assert codes(print_alone / BUILT / SHEETS) == [["https://kleinstadtniveau.de"]] * 2


def test_one_placeholder_makes_a_draft(print_alone):
    make_real(print_alone)
    edit(print_alone / PODCAST, "link: .*/2$", "link: https://probefunk.example/2")
    assert command(print_alone, "build", "--release").returncode == 3
    with one_check_alone():
        said = command(print_alone, "build").stdout
    assert said.count("is a placeholder") == 1 and status(print_alone) == "draft"


def test_check_finds_nothing_wrong_with_the_real_content(project):
    for order in (project / "content/orders").glob("*.yaml"):  # that texts of others fit is told by who builds them
        if order.stem != "standard":
            order.unlink()
    done = command(project, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"\d+ decks, \d+ brands, \d+ layouts, 1 order. Every text of 4 products fits", done.stdout)
    assert [path.name for path in (project / "build").iterdir()] == [".press"]


def test_check_looks_at_what_nobody_ordered(sample):
    (sample / "content/phrases/spare.yaml").write_text("name: Spare\n", encoding="utf-8")
    (sample / "content/orders/spare.yaml").write_text("about: Spare\n", encoding="utf-8")
    (sample / "assets/brands/spare").mkdir()
    (sample / "assets/brands/spare/brand.yaml").write_text("name: Spare\n", encoding="utf-8")
    edit(sample / DECK, "id: drei", "id: eins")
    done = command(sample, "check")
    told = {line.split(":")[0] for line in done.stderr.splitlines()[:-1]}
    assert done.returncode == 2
    assert told == {"content/phrases/spare.yaml", "content/orders/spare.yaml", "assets/brands/spare/brand.yaml", DECK}


@pytest.mark.long
def test_list_has_a_line_on_each(project):
    done = command(project, "list")
    assert done.returncode == 0
    for folder, pattern in (
        ("templates/layouts", "*.typ"),
        ("assets/brands", "*/brand.yaml"),
        ("content/orders", "*.yaml"),
    ):
        names = [
            path.parent.name if path.name == "brand.yaml" else path.stem for path in (project / folder).glob(pattern)
        ]
        assert names and all(re.search(rf"^ +{name} +\S.{{5,}}$", done.stdout, re.MULTILINE) for name in names)


def test_clean(built):
    (built / "build/.gitkeep").touch()
    assert command(built, "clean").returncode == 0
    assert [path.name for path in (built / "build").iterdir()] == [".gitkeep"]
    (built / "build/.gitkeep").unlink()
    (built / "build").rmdir()
    done = command(built, "clean")
    assert done.returncode == 0 and "Traceback" not in done.stderr


def test_a_folder_that_is_no_project(tmp_path):
    (tmp_path / "tasks.py").write_bytes((ROOT / "tasks.py").read_bytes())
    done = press(tmp_path, "build")
    assert done.returncode == 2 and "content" in done.stderr and "Traceback" not in done.stderr


def test_every_command_has_a_line_of_help():
    said = press(SAMPLE.parents[1], "--list").stdout
    for name in ("build", "check", "list", "verify", "test", "clean"):
        assert re.search(rf"^ +{name}( \(\w+\))? +\w.{{5,}}$", said, re.MULTILINE), name


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
def test_a_reader_that_closes_early_stops_no_build(sample):
    """As in `invoke build | head -1`."""
    build = subprocess.Popen(
        [sys.executable, "-m", "invoke", "build", "--edition", "print", "--only", "bingo-3x3"],
        cwd=sample,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    build.stdout.readline()
    build.stdout.close()
    assert build.wait(60) == 0 and not build.stderr.read()
    assert (sample / "build/standard--bingo-3x3--print/manifest.json").exists()
