"""What the next build reads of the last one may be damaged: it is believed only where it is whole."""

import random
import shutil
from pathlib import Path

import pytest
from faults.published_order import relist
from tools import BUILT, make
from witness import rephrase, state

from press.delivery.verify_order import check_published
from press.paths import Project

READ_BACK = ("manifest.json", "preflight.json", "content.json")  # what the next build reads of the last one


def test_the_next_build_believes_no_manifest_that_is_cut_short(small):
    whole = state(small)
    relist(small, outputs={})
    make(small)
    assert state(small) == whole


@pytest.mark.parametrize(
    ("name", "text", "changed"), [("preflight.json", "{}", False), ("content.json", '{"format": 1}', True)]
)
def test_what_the_next_build_reads_back_may_be_nonsense(small, name: str, text: str, changed: bool):
    """Valid to every reader of JSON, and no report or snapshot of ours."""
    (small / BUILT / name).write_text(text)
    if changed:
        rephrase(small, 1)
    make(small)
    check_published(Project.at(small), "standard")


def test_no_damage_to_the_last_build_is_in_the_way_of_the_next(small, often):
    """Whatever happened to its files, and whether content changed or not: the next build is as good as the first."""
    old, new = small, shutil.copytree(small, small.parent / "new")
    rephrase(new, 1)
    shutil.copytree(new / BUILT, small / "last")
    make(new)
    wanted = {root: state(root) for root in (old, new)}
    for number in range(often(3, 100)):
        choice = random.Random(number)
        root = choice.choice((old, new))
        shutil.rmtree(root / BUILT)
        shutil.copytree(small / "last", root / BUILT)
        lying = sorted(path for path in (root / BUILT).rglob("*") if path.is_file())
        for path in {root / BUILT / choice.choice(READ_BACK), *choice.sample(lying, choice.randint(0, 3))}:
            damage(path, choice)
        make(root)
        assert state(root) == wanted[root], number
        check_published(Project.at(root), "standard")


def damage(path: Path, choice: random.Random) -> None:
    data = path.read_bytes()
    kind, place = choice.choice(("gone", "empty", "cut", "flipped", "other")), choice.randrange(len(data))
    if kind == "gone":
        path.unlink()
    else:
        path.write_bytes(
            {
                "empty": b"",
                "cut": data[:place],
                "flipped": data[:place] + bytes([data[place] ^ 64]) + data[place + 1 :],
                "other": b"{}",
            }[kind]
        )
