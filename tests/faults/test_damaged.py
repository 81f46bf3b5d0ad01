"""A published order that was damaged: the next build makes anew what is spoilt, or says what is in the way."""

import json
import os
import random
import shutil
import struct
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image
from tools import BUILT, files, forget, make
from witness import links_leading_out, rephrase, state

from press.delivery.last_build import proof_page
from press.delivery.verify_order import check_published
from press.errors import PressError
from press.paths import Project

PDF, PICTURE = "print/bingo-3x3.pdf", "previews/bingo-3x3-print-1.png"


def deleted(path: Path, choice: random.Random) -> None:
    path.unlink()


def emptied(path: Path, choice: random.Random) -> None:
    path.write_bytes(b"")


def flipped(path: Path, choice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[choice.randrange(len(data))] ^= 1 << choice.randrange(8)
    path.write_bytes(data)


def replaced(path: Path, choice: random.Random) -> None:
    """By a folder, a link to a file, a link to nothing, a pipe, or its folder by a file."""
    kind = choice.choice(("folder", "link", "dangling", "pipe", "parent"))
    path.unlink()
    if kind == "folder":
        (path / "inside").mkdir(parents=True)
    elif kind == "link":
        path.symlink_to(path.parents[3] / "tasks.py" if "/" in str(path) else path)
    elif kind == "dangling":
        path.symlink_to("nothing")
    elif kind == "pipe" and hasattr(os, "mkfifo"):
        os.mkfifo(path)
    elif path.parent.name != "standard":
        shutil.rmtree(path.parent)
        path.parent.write_text("a file")


def garbage(path: Path, choice: random.Random) -> None:
    path.write_bytes(choice.choice((choice.randbytes(999), b"{}", b'{"outputs": [], "order": 1}', b"[" * 99_999)))


WAYS: tuple[Callable[[Path, random.Random], None], ...] = (deleted, emptied, flipped, replaced, garbage)


Spoils = list[tuple[Callable[[Path, random.Random], None], str]]  # what is done to which file before one build


def mended(small: Path, tries: list[tuple[int, Spoils]]) -> None:
    """After each try, by the number of its seed, a build makes the order as it was."""
    wanted = files(small / BUILT)
    shutil.copytree(small / "build", small / "whole", symlinks=True)
    for number, spoils in tries:
        choice = random.Random(number)
        shutil.rmtree(small / "build")
        shutil.copytree(small / "whole", small / "build", symlinks=True)
        for way, name in spoils:
            if (small / BUILT / name).is_file():
                way(small / BUILT / name, choice)
        make(small)
        made = files(small / BUILT)
        assert {n: d for n, d in made.items() if not n.startswith("compare/")} == {
            n: d for n, d in wanted.items() if not n.startswith("compare/")
        }, (number, spoils)
        assert check_published(Project.at(small), "standard").files > 10 and links_leading_out(small) == []
    print(f"damaged: {len(tries)} builds, {sum(len(spoils) for _, spoils in tries)} files")


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_every_file_in_five_ways(small):
    """All files of the order at once, in each way."""
    names = sorted(files(small / BUILT))
    assert len(names) > 15
    mended(small, [(number, [(way, name) for name in names]) for number, way in enumerate(WAYS)])


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
@pytest.mark.parametrize("way", WAYS)
def test_each_file_alone(small, way):
    mended(small, [(number, [(way, name)]) for number, name in enumerate(sorted(files(small / BUILT)))])


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
@pytest.mark.parametrize("part", range(10))
def test_each_file_in_a_way_of_its_own(small, part: int):
    """Ten builds a part, so that a part is over in a minute or two."""
    names = sorted(files(small / BUILT))
    seeds = range(10 * part, 10 * part + 10)
    mended(small, [(n, [(random.Random(f"{n} {name}").choice(WAYS), name) for name in names]) for n in seeds])


def monster(path: Path) -> None:
    """A PNG of 60 000 × 60 000 pixels by its header, and of a few bytes: whoever opens it asks for 450 MB."""
    Image.new("1", (1, 1)).save(path)
    data = path.read_bytes()
    header = b"IHDR" + struct.pack(">II", 60_000, 60_000) + data[24:29]
    path.write_bytes(data[:12] + header + struct.pack(">I", zlib.crc32(header)) + data[33:])


def test_a_picture_of_60_000_pixels(small):
    """Of the earlier build, when content has changed, too: nobody opens it."""
    monster(small / BUILT / PICTURE)
    rephrase(small, 1)
    made = make(small)
    assert made.comparison.products[0].compared == 1 and state(small)


def test_a_manifest_of_the_wrong_shape(small):
    manifest = json.loads((small / BUILT / "manifest.json").read_text(encoding="utf-8"))
    before = state(small)
    for change in ({"outputs": []}, {"products": {}}, {"order": None}, {"inputs": {"a": 1}}, {"products": [7]}):
        (small / BUILT / "manifest.json").write_text(json.dumps(manifest | change), encoding="utf-8")
        with pytest.raises(PressError):
            check_published(Project.at(small), "standard")
        make(small)
        assert state(small) == before


def test_what_is_damaged_alone_is_made_anew(small):
    (small / BUILT / PICTURE).unlink()
    forget(small)
    assert make(small).made == (PDF,)
    (small / BUILT / "index.html").unlink()
    (small / BUILT / "manifest.json").write_bytes(b"{}")
    assert make(small).made == ()  # the product is whole, and known to be


def test_a_file_changed_together_with_its_sum_is_not_shipped(small):
    """In a PDF, in the manifest, in the package: the folder agrees with itself."""
    wanted = state(small)
    pdf, listed = small / BUILT / PDF, json.loads((small / BUILT / "manifest.json").read_text(encoding="utf-8"))
    pdf.write_bytes(pdf.read_bytes() + b"% edited\n")
    listed["outputs"][PDF] = sha256(pdf.read_bytes()).hexdigest()
    (small / BUILT / "manifest.json").write_text(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    with pytest.raises(PressError) as error:
        check_published(Project.at(small), "standard")
    assert "build/standard/manifest.json" in {problem.where for problem in error.value.problems}
    assert make(small).made == () and b"% edited" not in pdf.read_bytes() and state(small) == wanted


def test_a_foreign_script_in_compare_does_not_stay(small):
    script = small / BUILT / "compare/compare.js"
    script.write_text("alert(1)")
    with pytest.raises(PressError) as error:
        check_published(Project.at(small), "standard")
    assert [problem.where for problem in error.value.problems] == ["build/standard/compare/compare.js"]
    make(small)
    assert "alert" not in script.read_text() and check_published(Project.at(small), "standard")


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
@pytest.mark.parametrize(
    "name",
    [
        ".press",
        pytest.param(".press/standard", marks=pytest.mark.thorough),
        ".press/standard/record",
        pytest.param(".press/standard.lock", marks=pytest.mark.thorough),
    ],
)
def test_what_the_press_keeps_for_itself_mends_itself(small, name: str):
    place, outside = small / "build" / name, small / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    wanted = state(small)
    for number in range(4):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        if number == 1:
            place.symlink_to(outside)
        elif number == 2:
            place.write_text("x")
        elif number == 3:
            (place / "full").mkdir(parents=True)
        make(small)
        assert state(small) == wanted and files(outside) == {"kept": b"kept"}, number
        assert links_leading_out(small) in ([], [".press/full"])


@pytest.mark.parametrize("name", ["index.html", "proof/page.js", "compare/compare.js"])
@pytest.mark.parametrize("way", [deleted, flipped])
def test_a_page_that_is_not_the_one_that_was_made_is_told_instead_of_shown(small, name: str, way):
    assert proof_page(Project.at(small), "standard") == small / BUILT / "index.html"
    way(small / BUILT / name, random.Random(1))
    with pytest.raises(PressError) as error:
        proof_page(Project.at(small), "standard")
    assert error.value.exit_code == 4 and error.value.problems[0].where == f"build/standard/{name}"
