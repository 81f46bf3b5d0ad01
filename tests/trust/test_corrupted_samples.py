"""Logos, fonts and profiles, damaged by the hundred: each is used or refused by its name; no reader falls over it."""

import pytest
import samples
from spoil import BYTES, TEXT, spoilt
from trial import Case, End, faults, summed

FOLDER = "assets/brands/musterstadt"
YAML = f"{FOLDER}/brand.yaml"
LOGOS = {
    ".svg": samples.svg(
        '<path fill="#0b5d4b" d="M4 4h72v52q0 28-36 38q-36-10-36-38z"/>'
        '<g transform="rotate(9)"><circle cx="40" cy="40" r="9"/></g>'
    ),
    ".pdf": samples.pdf(
        b"q 0.9 0 0 0.9 5 5 cm /F0 Do Q 0 0 1 0 k 5 5 20 9 re f",
        [b"0.9 0.2 0.7 0.3 k 0 0 m 50 70 l 90 10 l f 0 0 0 1 K 2 w 9 9 30 30 re S"],
    ),
    ".png": samples.picture("RGBA", "PNG"),
    ".jpg": samples.picture("CMYK", "JPEG"),
}


@pytest.fixture
def brand(trial):
    """`brand(find, put)` changes the brand's file for one test."""
    file = trial.root / YAML
    before = file.read_text(encoding="utf-8")

    def change(find: str, put: str) -> None:
        assert find in before
        file.write_text(before.replace(find, put).replace("  on-accent: wappen-hell.svg\n", ""), encoding="utf-8")

    yield change
    file.write_text(before, encoding="utf-8")


def damaged(way: str, name: str, data: bytes, count: int, ways: tuple = BYTES) -> list[Case]:
    """The sound file first."""
    return [Case(way, name, data), *(Case(way, name, spoilt(data, seed, ways)) for seed in range(count))]


def judged(ends: list[End], *named: str) -> None:
    """All ended well, the sound file in use, some of the others not; who was refused was named."""
    print(summed(ends))
    assert faults(ends) == []
    assert ends[0].exit == 0, ends[0].told
    assert {end.exit for end in ends} == {0, 2}
    unnamed = [end.told for end in ends if end.exit and not any(name in told for name in named for told in end.told)]
    assert unnamed == []


@pytest.mark.parametrize("suffix", LOGOS)
def test_damaged_logos(trial, brand, often, suffix: str) -> None:
    brand("wappen.svg", f"wappen{suffix}")
    ways = TEXT + BYTES if suffix == ".svg" else BYTES
    judged(trial(damaged("brand", f"{FOLDER}/wappen{suffix}", LOGOS[suffix], often(6, 300), ways)), f"`wappen{suffix}`")


def test_damaged_fonts(trial, brand, often) -> None:
    brand("display: Bitter", f"display: {samples.FAMILY}")
    (trial.root / FOLDER / "fonts").mkdir(exist_ok=True)
    judged(trial(damaged("brand", f"{FOLDER}/fonts/x.ttf", samples.font(), often(6, 300))), f"{YAML}:", "fonts/x.ttf")


def test_damaged_profiles(trial, often) -> None:
    judged(trial(damaged("profile", "spoilt.icc", samples.profile(trial.root), often(12, 300))), "`spoilt.icc`")


@pytest.mark.parametrize("suffix", LOGOS)
def test_bombs(trial, brand, suffix: str) -> None:
    brand("wappen.svg", f"wappen{suffix}")
    bombs = samples.BOMBS[suffix]
    ends = trial([Case("brand", f"{FOLDER}/wappen{suffix}", make()) for make in bombs.values()])
    print(summed(ends))
    assert bombs and faults(ends, (2,)) == []
    assert [
        name
        for name, end in zip(bombs, ends)
        if not all(told.startswith(f"{YAML}:") and f"`wappen{suffix}`" in told for told in end.told)
    ] == []
