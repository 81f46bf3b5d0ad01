"""What is somebody's own in build/, or lies where a folder belongs: kept, named, or told; never lost."""

import os

import pytest
from command import command
from tools import BUILT, attempt, built_files, files, make
from witness import rephrase, state

from press.delivery.verify_order import check_published
from press.errors import PressError
from press.paths import Project


def test_what_is_somebody_s_own_stays(small):
    """A note, a link, a folder, from build to build; nothing that a link leads to is touched."""
    folder, outside = small / BUILT, small / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    (folder / "notes").mkdir()
    for name in ("Notiz.txt", "print/Korrektur.pdf", "notes/a.txt"):
        (folder / name).write_text("mine")
    (folder / "Notiz.txt").chmod(0o400)
    if os.name != "nt":
        (folder / "link").symlink_to(outside)
    for number in (1, 2):
        rephrase(small, number)
        make(small)
        assert {(folder / name).read_text() for name in ("Notiz.txt", "print/Korrektur.pdf", "notes/a.txt")} == {"mine"}
        assert os.name == "nt" or ((folder / "link").is_symlink() and (outside / "kept").read_text() == "kept")
    _, problems = attempt(check_published, Project.at(small), "standard")
    assert {problem.what for problem in problems} == {"is none of this order's files"} and len(problems) >= 3


def test_what_is_somebody_s_own_and_in_the_way_is_named(small):
    order = small / "content/orders/standard.yaml"
    order.write_text(order.read_text().replace('"items": [', '"items": [{"layout": "plakat"}, '))
    before = built_files(small)
    (small / BUILT / "print/plakat.pdf").write_text("mine")
    with pytest.raises(PressError) as error:
        make(small)
    (problem,) = error.value.problems
    assert error.value.exit_code == 4 and problem.where == "build/standard/print/plakat.pdf" and "own" in problem.what
    assert built_files(small) == before | {"standard/print/plakat.pdf": b"mine"}


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
@pytest.mark.parametrize("what", ["link", "dangling", "file"])
@pytest.mark.parametrize("name", ["build", BUILT])
def test_something_else_where_a_folder_belongs_is_told(small, name: str, what: str):
    """And nothing is done to it, nor to what it leads to."""
    elsewhere = small.parent / "elsewhere"
    (small / name).rename(elsewhere)
    before = files(elsewhere)
    if what == "file":
        (small / name).write_text("mine")
    else:
        (small / name).symlink_to(elsewhere if what == "link" else "nothing")
    commands = [["build"], ["proof"], ["check", "--build", "standard"]] + [["clean"]] * (name == "build")
    for words in commands:
        done = command(small, *words)
        assert done.returncode == 4, (words, done)
        assert f"{name}: is " in done.stderr and done.stderr.count("\n") == 2
    assert files(elsewhere) == before
    (small / name).unlink()
    if name == BUILT:
        make(small)
        assert state(small)
