"""Output profiles: the bundled one, one's own, and files that are none."""

import os
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageCms
from tools import BUILT, ORDER, ROOT, edit, make, plan

from press.colour import icc_profile
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import load_profile
from press.errors import PressError
from press.paths import Project

BUNDLED = (ROOT / "assets/icc/ISOcoated_v2_300_bas.icc").read_bytes()
CLASS, SPACE = 12, 16  # where an ICC profile names them (ICC.1:2010, 7.2)


@pytest.fixture(scope="module")
def bundled():
    return load_profile(Project.at(ROOT), "fogra39", "order:1")


def patched(at: int, text: bytes) -> bytes:
    return BUNDLED[:at] + text + BUNDLED[at + len(text) :]


def made(space: str) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()


def fogra51() -> bytes:
    """Not the real one, but it calls itself so."""
    data = BUNDLED.replace(b"ISO Coated v2", b"PSO Coated v3").replace(b"FOGRA39", b"FOGRA51")
    assert data != BUNDLED
    return data


def write(root: Path, data: bytes, name: str = "own.icc") -> None:
    """A profile of one's own, in an order."""
    (root / name).write_bytes(data)
    edit(root / ORDER, "^seed: .*", f"seed: 7\nprofile: {name}")


def test_the_bundled_profile(bundled):
    assert bundled.condition == "FOGRA39" and bundled.data == BUNDLED
    assert bundled.ink_limit == 300
    assert list((ROOT / "assets/icc").glob("*.txt"))  # its licence


def test_colour_through_the_profile(bundled):
    for level in (0, 51, 128, 200, 255):
        assert bundled.separate((level,) * 3) == (0, 0, 0, round(100 - level / 2.55))
    for colour in ((200, 20, 20), (20, 200, 20), (20, 20, 200), (1, 0, 0), (255, 254, 255)):
        inks = bundled.separate(colour)
        assert all(0 <= ink <= 100 for ink in inks) and sum(inks) <= bundled.ink_limit
    back = bundled.soft_proof(bundled.separate((200, 60, 40)))
    assert all(abs(a - b) <= 12 for a, b in zip(back, (200, 60, 40)))


@pytest.mark.parametrize(
    "data",
    [
        made("sRGB"),
        made("LAB"),
        patched(CLASS, b"scnr"),
        patched(CLASS, b"spac"),
        patched(CLASS, b"link"),
        patched(SPACE, b"RGB "),
        patched(SPACE, b"GRAY"),
        b"not a profile\n",
        b"",
        BUNDLED[:100],
        BUNDLED[:3000],
        BUNDLED[:-100_000],
        BUNDLED.replace(b"ISO Coated v2", b"Our own paper"),
    ],
    ids=[
        "sRGB",
        "Lab",
        "input",
        "space",
        "link",
        "rgb-output",
        "gray-output",
        "text",
        "empty",
        "header-cut",
        "tables-cut",
        "end-cut",
        "no-condition",
    ],
)
def test_files_that_will_not_do(sample, data: bytes):
    write(sample, data)
    line = (sample / ORDER).read_text(encoding="utf-8").splitlines().index("profile: own.icc") + 1
    with pytest.raises(PressError) as error:
        plan(sample)
    assert [problem.where for problem in error.value.problems] == [f"{ORDER}:{line}"] and error.value.exit_code == 2


@pytest.mark.parametrize(
    "name", ["missing.icc", "assets", "assets/icc/ISOcoated_v2_300_bas.txt", "fogra51", "../own.icc"]
)
def test_paths_that_lead_to_no_profile(sample, name: str):
    edit(sample / ORDER, "^seed: .*", f"seed: 7\nprofile: {name}")
    with pytest.raises(PressError) as error:
        plan(sample)
    (problem,) = error.value.problems
    assert problem.where.startswith(f"{ORDER}:") and name in str(problem)


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_what_never_ends_is_no_profile(tmp_path):
    """A pipe, a device, a link to one: nobody waits for them."""
    os.mkfifo(tmp_path / "pipe.icc")
    (tmp_path / "link.icc").symlink_to("/dev/zero")
    for name in ("/dev/zero", "/dev/tty", str(tmp_path / "pipe.icc"), str(tmp_path / "link.icc")):
        with pytest.raises(PressError, match="not a whole ICC profile"):
            load_profile(Project.at(ROOT), name, "order:1")


def test_ones_own_profile_goes_into_the_files(sample):
    """From the project's folder; `FOGRA51` is read from the profile, not from the order."""
    write(sample, fogra51())
    make(sample, only=("bingo-3x3",), boards=1)
    with pikepdf.open(sample / BUILT / "print/bingo-3x3.pdf") as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "FOGRA51"
        assert intent.DestOutputProfile.read_bytes() == fogra51()


def test_ones_own_profile_by_its_whole_path(sample, tmp_path):
    (tmp_path / "elsewhere.icc").write_bytes(fogra51())
    edit(sample / ORDER, "^seed: .*", f"seed: 7\nprofile: {(tmp_path / 'elsewhere.icc').as_posix()}")
    assert {product.profile.condition for product in plan(sample).products} == {"FOGRA51"}


@pytest.mark.parametrize(
    "calls_itself, condition",
    [
        (b"PSO Uncoated v3", "FOGRA52"),
        (b"PSOcoated v3   ", "FOGRA51"),
        (b"FOGRA59 paper  ", "FOGRA59"),
        (b"ISOcoated v2   ", "FOGRA39"),
    ],
)
def test_conditions_by_the_names_profiles_carry(tmp_path, calls_itself: bytes, condition: str):
    data = BUNDLED.replace(b"ISO Coated v2 3", calls_itself)
    assert data != BUNDLED
    (tmp_path / "own.icc").write_bytes(data)
    assert load_profile(Project.at(ROOT), str(tmp_path / "own.icc"), "order:1").condition == condition


@pytest.mark.parametrize("most, limit", [(300, 300), (300.1, 310), (309.9, 310), (290.1, 300)])
def test_the_ink_limit_is_told_in_tens(bundled, monkeypatch, most: float, limit: int):
    """What a profile's maker aimed at and its tables miss by a little; up, as less would refuse its own colours."""

    inks = [(0, 0, 0, 0), (75, 75, 75, most - 225), (100, 50, 0, 0)]
    monkeypatch.setattr(icc_profile, "_inks", lambda colours, transform: inks)
    monkeypatch.setattr(icc_profile, "_ink_limit", icc_profile._ink_limit.__wrapped__)  # what is remembered is true
    assert OutputProfile("Probe", BUNDLED, "FOGRA39").ink_limit == limit


@pytest.mark.parametrize("data", [BUNDLED + b"\0", BUNDLED[:-1]], ids=["longer", "shorter"])
def test_a_profile_has_the_size_it_says(sample, data: bytes):
    """To the byte (ICC.1, 7.2.2)."""
    write(sample, data)
    with pytest.raises(PressError, match="not a whole ICC profile"):
        plan(sample)


@pytest.mark.parametrize("size, whole", [(20_000_000, True), (20_000_001, False)])
def test_a_profile_has_twenty_million_bytes_at_most(tmp_path, size: int, whole: bool):
    data = size.to_bytes(4) + BUNDLED[4:] + bytes(size - len(BUNDLED))
    (tmp_path / "own.icc").write_bytes(data)
    if whole:
        assert load_profile(Project.at(ROOT), str(tmp_path / "own.icc"), "order:1").condition == "FOGRA39"
    else:
        with pytest.raises(PressError, match="not a whole ICC profile"):
            load_profile(Project.at(ROOT), str(tmp_path / "own.icc"), "order:1")


@pytest.mark.parametrize(
    "name, usable",
    [(b"FOGRA39", True), (b"FOGRA54", True), (b"FOGRA60", True), (b"FOGRA38", False), (b"FOGRA61", False)],
)
def test_conditions_that_are_known(tmp_path, name: bytes, usable: bool):
    data = BUNDLED.replace(b"ISO Coated v2 3", name.ljust(15))
    (tmp_path / "own.icc").write_bytes(data)
    if usable:
        assert load_profile(Project.at(ROOT), str(tmp_path / "own.icc"), "order:1").condition == name.decode()
    else:
        with pytest.raises(PressError, match="names no printing condition"):
            load_profile(Project.at(ROOT), str(tmp_path / "own.icc"), "order:1")
