"""A process that has built many times sets what is written now, not what it once read: as a new process does."""

import json
import os
import shutil
from functools import partial
from pathlib import Path

import fontpkg
from fontTools.ttLib import TTFont
from tools import BUILT, DECK, ORDER, PODCAST, edit, files, make, make_elsewhere

BRAND = "assets/brands/musterstadt"
PROFILE, CREATED = "own.icc", 24  # where a profile says when it was made (ICC.1, 7.2)


def prepared(root: Path) -> None:
    """An order whose font, logo and profile are files to edit."""
    order = {
        "about": "Own",
        "brand": "musterstadt",
        "decks": ["probe"],
        "seed": 7,
        "profile": PROFILE,
        "items": [{"layout": "bingo-3x3", "boards": 1}],
    }
    (root / ORDER).write_text(json.dumps(order), encoding="utf-8")
    shutil.copy(root / "assets/icc/ISOcoated_v2_300_bas.icc", root / PROFILE)
    (root / BRAND / "fonts").mkdir()
    put_font(root, "FiraSans-Regular.ttf")
    edit(root / BRAND / "brand.yaml", "display: Bitter", "display: Haus")


def put_font(root: Path, name: str) -> None:
    (source,) = [file.path for file in fontpkg.families()["fira-sans"].files if file.path.name == name]
    with TTFont(source) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = "Haus"
        font.save(root / BRAND / "fonts" / "haus.ttf")


def put_profile(root: Path) -> None:
    data = bytearray((root / PROFILE).read_bytes())
    data[CREATED + 1] ^= 1
    (root / PROFILE).write_bytes(data)


EDITS = {
    f"{BRAND}/fonts/haus.ttf": lambda root: put_font(root, "FiraSans-Bold.ttf"),
    f"{BRAND}/wappen.svg": lambda root: edit(root / BRAND / "wappen.svg", "#[0-9a-f]{6}", "#123456"),
    f"{BRAND}/brand.yaml": lambda root: edit(
        root / BRAND / "brand.yaml", r"accent: \{cmyk: \[90", "accent: {cmyk: [80"
    ),
    "templates/lib/masthead.typ": lambda root: edit(
        root / "templates/lib/masthead.typ", r"\Z", "#let other(job) = job.texts.cheat_title\n"
    ),
    "templates/layouts/bingo-3x3.typ": lambda root: edit(
        root / "templates/layouts/bingo-3x3.typ", 'title: "[^"]*"', 'title: "Bogen"'
    ),
    PROFILE: put_profile,
    PODCAST: lambda root: edit(root / PODCAST, "probefunk.example$", "probefunk.invalid"),
    DECK: lambda root: edit(root / DECK, "board: Wer soll.*", "board: Ganz neu gesagt."),
    "content/texts.yaml": lambda root: edit(root / "content/texts.yaml", "^title: .*", "title: Anders Bingo"),
}


def keeping_its_date(path: Path, change) -> None:
    """As some editors, and all copying of old files, do."""
    found = path.stat()
    change()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def built(root: Path) -> dict[str, bytes]:
    """What lies in the order's folder, but for the comparison: that depends on the build before."""
    return {name: data for name, data in files(root / BUILT).items() if not name.startswith("compare/")}


def test_nothing_old_is_set_or_shown(sample, tmp_path):
    prepared(sample)
    make(sample)
    first = built(sample)
    for name, change in EDITS.items():
        keeping_its_date(sample / name, partial(change, sample))
    make(sample)
    copy = shutil.copytree(sample, tmp_path / "copy", ignore=shutil.ignore_patterns("build"))
    make_elsewhere(copy)
    assert built(sample) == built(copy) != first
