"""The gallery: pictures of every layout, the same each time, on a ground that white pages show on."""

import shutil

import pytest
from PIL import Image
from tools import ROOT

from bench.gallery import FOLDER, TABLE, make_gallery
from press.paths import Project
from press.system.progress import Progress


@pytest.mark.parametrize("catalogue", ["kleinstadtniveau"], indirect=True)
def test_pictures_are_made_of_the_catalogue_and_the_same_each_time(catalogue, tmp_path):
    root = shutil.copytree(catalogue.root, tmp_path / "project")
    made = [[path.read_bytes() for path in make_gallery(Project.at(root), Progress(terminal=False))] for _ in range(2)]
    assert made[0] == made[1] and len(made[0]) == 2 and sum(map(len, made[0])) < 600_000
    for path in sorted((root / FOLDER).glob("*.png")):
        with Image.open(path) as new, Image.open(ROOT / FOLDER / path.name) as kept:
            assert new.size == kept.size, "a layout came or went: run invoke gallery"
            ground = new.convert("RGB").getpixel((2, 2))
        assert max(abs(a - b) for a, b in zip(ground, TABLE)) <= 3
